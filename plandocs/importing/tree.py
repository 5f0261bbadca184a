"""What an imported document is made of, before it becomes blocks or JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from plandocs.vocabulary import OrganisationType, PlanKind

_LONGEST_PAGE_TITLE = 255


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place where a footnote is anchored.

    ``note`` is the note's place in ``ImportedDocument.footnotes``, None when the file has no note.
    """

    mark: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class RichText:
    """One line of running text: styled runs and footnote marks in order."""

    parts: tuple[Span | NoteMark, ...] = ()

    @property
    def plain(self) -> str:
        """The words alone, without style and marks."""
        text = "".join(part.text for part in self.parts if isinstance(part, Span))
        return " ".join(text.split())

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        """The footnotes anchored here."""
        return tuple(part for part in self.parts if isinstance(part, NoteMark))


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, with the list inside it if there is one."""

    text: RichText
    items: tuple["ListItem", ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class TextList:
    """A bulleted or numbered list."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: lines, and lists that belong to them."""

    parts: tuple[RichText | TextList, ...]

    @property
    def plain(self) -> str:
        """The lines outside lists, without style."""
        return " ".join(part.plain for part in self.parts if isinstance(part, RichText))


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, what it means, and the notes on the term itself."""

    term: str
    meaning: tuple[RichText | TextList, ...]
    term_marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words, and the notes on them."""

    text: str
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """A vision or a main goal that has a heading of its own."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body in a measure: its one name, and the name as printed just here."""

    name: str
    as_printed: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure (insats, åtgärd). ``number`` is as printed, or empty.

    ``marks`` are those on any of its printed lines, also where no mark can be kept.
    """

    text: tuple[RichText | TextList, ...]
    title: str = ""
    number: str = ""
    lead: tuple[NamedBody, ...] = ()
    collaborating: tuple[NamedBody, ...] = ()
    co_responsible: tuple[NamedBody, ...] = ()
    responsible_as_printed: str = ""
    level: str = ""
    deadline: str = ""
    indicators: tuple[tuple[str, str], ...] = ()
    marks: tuple[NoteMark, ...] = ()

    @property
    def bodies(self) -> tuple[NamedBody, ...]:
        """Every body named, whatever its part."""
        return self.lead + self.collaborating + self.co_responsible


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures that stand outside every focus area."""

    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A focus area with its measures."""

    title: str
    number: str = ""
    intro: tuple[RichText | TextList, ...] = ()
    lead_in: RichText = field(default_factory=RichText)
    preconditions: tuple[RichText | TextList, ...] = ()
    measures: tuple[Measure, ...] = ()

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        """The footnotes anchored in the area and in its measures."""
        own = marks_in((*self.intro, self.lead_in, *self.preconditions))
        return own + tuple(mark for measure in self.measures for mark in measure.marks)


Content = Paragraph | Definition | Table | Quote | Goal | Measures | FocusArea


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, subsections included, in the order printed."""

    heading: str
    number: str = ""
    children: tuple["Content | Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a note and the mark it has in print."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class RetoldEvent:
    """Something the memo says has happened in the case. ``day`` is None for a mere season."""

    day: date | None
    season: str
    body: str
    action: str
    text: str
    motive: str = ""


@dataclass(frozen=True, slots=True)
class RetoldChange:
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
    events: tuple[RetoldEvent, ...] = ()
    reasons: tuple[str, ...] = ()
    changes: tuple[RetoldChange, ...] = ()


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
        """The title, as much of it as a page may have."""
        fits = len(self.title) <= _LONGEST_PAGE_TITLE
        return self.title if fits else f"{self.title[: _LONGEST_PAGE_TITLE - 1].rstrip()}…"


def marks_in(parts: Iterable[RichText | TextList]) -> tuple[NoteMark, ...]:
    """Return the footnotes anchored in running text and in the lists in it."""
    return tuple(mark for line in lines_of(parts) for mark in line.marks)


def lines_of(parts: Iterable[RichText | TextList]) -> Iterator[RichText]:
    """Yield every line of running text and of the lists in it, at any depth."""
    for part in parts:
        if isinstance(part, RichText):
            yield part
        else:
            yield from _lines_of_items(part.items)


def _lines_of_items(items: Iterable[ListItem]) -> Iterator[RichText]:
    for item in items:
        yield item.text
        yield from _lines_of_items(item.items)
