"""What each of the municipality's letters holds: plain values, no database, no clock."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from plandocs.outputs.typography import clean
from plandocs.vocabulary import ChangeKind, MotiveResponse

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class LogoFormat(Enum):
    """The two kinds of picture a letterhead may carry."""

    PNG = "png"
    SVG = "svg"


def _require(text: str, what: str) -> None:
    """A PDF/UA file must have a title, and a heading without text is no heading."""
    if not clean(text):
        raise ValueError(f"a letter needs {what}")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who the letter is from. Only ``municipality`` is required; the rest may be empty.

    ``address`` may have several lines. ``logo`` is the bytes of a PNG or SVG file.

    Raises ValueError for a picture that is neither, and without a municipality.
    """

    municipality: str
    department: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    organisation_number: str = ""
    logo: bytes | None = None

    def __post_init__(self) -> None:
        _require(self.municipality, "the name of its municipality")
        if self.logo is not None:
            logo_format(self.logo)


def logo_format(logo: bytes) -> LogoFormat:
    """Say what kind of picture ``logo`` is, or raise ValueError."""
    if logo.startswith(PNG_SIGNATURE):
        return LogoFormat.PNG
    if b"<svg" in logo[:4096]:
        return LogoFormat.SVG
    raise ValueError("a logo must be a PNG or an SVG file")


@dataclass(frozen=True, slots=True)
class Official:
    """A person in the service of the municipality, as a letter names them."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredMotive:
    """One motive for an återremiss, and what was done with it.

    ``asked_by`` continues the words "Asked for by": "25 ledamöter", "Anna Ek (S)".
    ``response`` is None while the motive still waits for its answer.
    """

    text: str
    asked_by: str = ""
    response: MotiveResponse | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TextChange:
    """One place in the text that was changed since the last decision.

    An empty ``before`` is an addition, an empty ``after`` a removal. ``form`` tells in sentences
    what changed besides the words.
    """

    where: str
    before: str
    after: str
    kind: ChangeKind
    form: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemoLetter:
    """A tjänsteskrivelse: the official's memo to the body that is to decide.

    ``proposal`` is the list of att-satser, worded as if already decided (R32);
    ``proposal_lead_in`` stands before them when they begin with "att". Every other tuple of
    strings is paragraphs or lines, as its name says. An empty part is left out of the letter.
    Every letter raises ValueError without a title.
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
        _require(self.title, "a title")


@dataclass(frozen=True, slots=True)
class Statement:
    """What someone said or did at the meeting: a yrkande, a reservation, a jäv."""

    by: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """One omröstning, counted in persons, and what ja and nej stood for.

    The names are of those who voted ja or nej or abstained in an open vote, where the record has
    them. ``is_closed``: a sluten omröstning, which has none.
    """

    yes_means: str
    no_means: str
    yes: int
    no: int
    abstained: int = 0
    absent: int = 0
    casting_vote: str = ""
    result: str = ""
    yes_names: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    abstained_names: tuple[str, ...] = ()
    is_closed: bool = False

    def __post_init__(self) -> None:
        if min(self.yes, self.no, self.abstained, self.absent) < 0:
            raise ValueError("a vote cannot count fewer than zero")


@dataclass(frozen=True, slots=True)
class CarriedMotive:
    """A motive for an återremiss as the minutes word it; ``supporters`` counts persons."""

    text: str
    supporters: int | None = None
    asked_by: str = ""
    carried: bool = True


@dataclass(frozen=True, slots=True)
class Deviation:
    """A rule the minutes depart from, and the reason it was recorded all the same."""

    rule: str
    note: str


@dataclass(frozen=True, slots=True)
class MinutesExtract:
    """A protokollsutdrag: one § of one body's minutes (KL 5 kap. 65–69 §§).

    ``paragraph`` is the number as printed, with or without the sign: "203", "§ 63/20".
    ``outcome`` is the whole sentence that says what was decided, ``decision`` the att-satser:
    one of them is required. ``basis`` says on whose strength a case was returned or tabled.
    ``counted`` tells a vote whose question is not in the record, ``appeal`` how and until when.
    ``correction`` says which § this one corrects, or is corrected by. ``attendance`` is for
    what the number alone does not say. ``issued_on`` is the day of the extract itself.
    """

    letterhead: Letterhead
    body: str
    meeting_date: date
    paragraph: str
    title: str
    diarienummer: str
    issued_on: date
    outcome: str = ""
    decision: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    yrkanden: tuple[Statement, ...] = ()
    proposition_order: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()
    counted: tuple[str, ...] = ()
    basis: str = ""
    motives: tuple[CarriedMotive, ...] = ()
    reservations: tuple[Statement, ...] = ()
    jav: tuple[Statement, ...] = ()
    present: int | None = None
    members: int | None = None
    attendance: tuple[str, ...] = ()
    immediately_adjusted: bool = False
    adjusted_on: date | None = None
    announced_on: date | None = None
    appeal: str = ""
    deviations: tuple[Deviation, ...] = ()
    correction: str = ""
    sent_to: tuple[str, ...] = ()
    certified_by: Official | None = None

    def __post_init__(self) -> None:
        _require(self.title, "a title")
        _require("".join((self.outcome, *self.decision)), "the decision it is an extract of")


class Direction(Enum):
    """Which way a document went."""

    IN = "in"
    OUT = "out"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One document of the case, as OSL 5 kap. 2 § wants it registered.

    ``party`` is who it came from or went to; empty when it was made here.
    """

    number: int
    date: date
    direction: Direction
    party: str
    concerns: str


@dataclass(frozen=True, slots=True)
class Dagboksblad:
    """The journal sheet of one case: every document in, out or made, in order.

    ``closed`` continues the word "Closed" ("27 mars 2023, strategin är antagen"); it is empty
    while the case is open. ``printed_on`` is the day of the sheet.

    Source: OSL (2009:400) 5 kap. 1–2 §§.
    """

    letterhead: Letterhead
    diarienummer: str
    title: str
    opened_on: date
    handlaggare: Official | None
    rows: tuple[DiaryRow, ...]
    printed_on: date
    closed: str = ""

    def __post_init__(self) -> None:
        _require(self.title, "a title")


Letter = MemoLetter | MinutesExtract | Dagboksblad
