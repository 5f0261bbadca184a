"""A document read from a file and the memo before it: their text, and what is known of them."""

from dataclasses import dataclass, field
from datetime import date

from plandocs.importing.tree import Content, Section
from plandocs.vocabulary import OrganisationType, PlanKind


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


_LONGEST_PAGE_TITLE = 255


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a note and the mark it has in print."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportedBody:
    """A body named in the document: its one name, a guess at its type, every spelling of it."""

    name: str
    type: OrganisationType
    spellings: tuple[str, ...]

    @property
    def is_collective(self) -> bool:
        """Whether this is a group ("alla förvaltningar") rather than one body."""
        return self.type == OrganisationType.ANNAN and self.name[:1].islower()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the running text says of the document as a whole. Empty means that it does not say."""

    municipality: str = ""
    authority: str = ""
    partners: tuple[str, ...] = ()
    scope: str = ""
    coordinator: str = ""
    vision: str = ""
    vision_owner: str = ""
    main_goal: str = ""
    purpose: str = ""
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A steering document read from a file, and the memo that lay before it.

    ``area_levels`` are the levels that the headings of the focus areas have in the file.
    """

    title: str
    kind: PlanKind | None = None
    kind_as_printed: str = ""
    period: tuple[int, int] | None = None
    children: tuple[Content | Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    bodies: tuple[ImportedBody, ...] = ()
    overview: tuple[str, ...] = ()
    area_levels: tuple[int, ...] = ()
    facts: Facts = field(default_factory=Facts)
    cover_letter: CoverLetter | None = None

    @property
    def page_title(self) -> str:
        return shortened(self.title, _LONGEST_PAGE_TITLE)


def shortened(line: str, longest: int) -> str:
    """Return as much of a line as may be, and a sign where there was more."""
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
