"""The tjänsteskrivelse."""

from dataclasses import dataclass
from datetime import date

from plandocs.outputs.letters.letterhead import Letterhead, Official, require
from plandocs.vocabulary import ChangeKind, MotiveResponse


@dataclass(frozen=True, slots=True)
class AnsweredMotive:
    """A motive for an återremiss; ``asked_by`` continues the words "Asked for by".

    ``response`` is None while the motive still waits for its answer.
    """

    text: str
    asked_by: str = ""
    response: MotiveResponse | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A place that changed; a side may be empty. ``form`` tells what changed besides the words."""

    where: str
    before: str
    after: str
    kind: ChangeKind
    form: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemoLetter:
    """A tjänsteskrivelse: the official's memo to the body that is to decide.

    ``proposal`` is worded as if already decided (R32), after ``proposal_lead_in`` where it begins
    with "att". An empty part is left out. Every letter raises ValueError without a title.
    """

    letterhead: Letterhead
    to_body: str
    title: str
    diarienummer: str
    date: date
    handlaggare: Official
    proposal: tuple[str, ...]
    proposal_lead_in: str = ""
    summary: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    motives: tuple[AnsweredMotive, ...] = ()
    changes: tuple[TextChange, ...] = ()
    assessment: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    sent_to: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require(self.title, "a title")
