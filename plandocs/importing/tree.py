"""What an imported text is made of, before it becomes blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plandocs.importing.running_text import NoteMark, RichText, Running, marks_in


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: lines, and lists that belong to them."""

    parts: Running

    @property
    def plain(self) -> str:
        return " ".join(part.plain for part in self.parts if isinstance(part, RichText))


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, what it means, and the notes on the term itself."""

    term: str
    meaning: Running
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
class Measure:
    """A measure (insats, åtgärd). ``number`` and the names of bodies are as printed, or empty.

    ``marks`` are those on any of its printed lines, also where no mark can be kept.
    """

    text: Running
    title: str = ""
    number: str = ""
    lead: tuple[str, ...] = ()
    collaborating: tuple[str, ...] = ()
    co_responsible: tuple[str, ...] = ()
    responsible_as_printed: str = ""
    level: str = ""
    deadline: str = ""
    indicators: tuple[tuple[str, str], ...] = ()
    marks: tuple[NoteMark, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
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
    intro: Running = ()
    lead_in: RichText = field(default_factory=RichText)
    preconditions: Running = ()
    measures: tuple[Measure, ...] = ()

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        own = marks_in((*self.intro, self.lead_in, *self.preconditions))
        return own + tuple(mark for measure in self.measures for mark in measure.marks)


Content = Paragraph | Definition | Table | Quote | Goal | Measures | FocusArea


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, subsections included, in the order printed."""

    heading: str
    number: str = ""
    children: tuple["Content | Section", ...] = ()


def walk(children: Iterable[Content | Section]) -> Iterator[Content | Section]:
    """Yield everything in reading order, sections before what stands in them."""
    for child in children:
        yield child
        if isinstance(child, Section):
            yield from walk(child.children)
