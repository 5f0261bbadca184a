"""What a memo says, of itself and of what has happened."""

from dataclasses import dataclass
from datetime import date

from plandocs.importing.tree import Section


@dataclass(frozen=True, slots=True)
class MemoEvent:
    """Something the memo says has happened in the case. ``day`` is None for a mere season."""

    day: date | None
    season: str
    body: str
    action: str
    text: str
    motive: str = ""


@dataclass(frozen=True, slots=True)
class MemoChange:
    """A change in the text that the memo tells of."""

    kind: str
    where: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class CoverLetter:
    """The official's memo (tjänsteskrivelse) that lay before the document in the file."""

    kind: str
    day: date | None = None
    case_number: str = ""
    handlaggare: str = ""
    signatory: str = ""
    signatory_title: str = ""
    addressee: str = ""
    subject: str = ""
    proposal: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    events: tuple[MemoEvent, ...] = ()
    reasons: tuple[str, ...] = ()
    changes: tuple[MemoChange, ...] = ()
