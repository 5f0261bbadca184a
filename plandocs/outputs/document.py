"""The parts a letter is set from, alike for PDF and Word: headings, paragraphs, lists, tables."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from plandocs.outputs.letters import Letterhead

_MOST_ROWS_KEPT = 4


class Tone(Enum):
    """How a line in a table cell speaks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the title: level 2 for a part, 3 for something in it."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A line break in ``text`` is kept as one."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is or should be decided, set apart. Several points are numbered, one is not."""

    items: tuple[str, ...]
    lead_in: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list; ``lead`` is set in front of it in bold."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table cell."""

    text: str
    tone: Tone = Tone.PLAIN


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is its share of the line, against the other columns'."""

    header: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table needs one cell for each column")

    @property
    def is_small(self) -> bool:
        lines = [line for row in self.rows for cell in row for line in cell]
        return (
            len(self.rows) <= _MOST_ROWS_KEPT and sum(map(len, (one.text for one in lines))) < 900
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must not miss, in a frame."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signs, under a line to sign on; ``caption`` says what the signature means."""

    name: str
    title: str = ""
    caption: str = ""


Block = Heading | Paragraph | Resolution | Bullets | Table | Notice | SignOff


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts at the head of a letter."""

    label: str
    value: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A letter, composed in the language of the record and ready to be set."""

    letterhead: Letterhead
    language: str
    kind: str
    title: str
    metadata_title: str
    running_head: str
    date: date
    facts: tuple[Fact, ...]
    contact: tuple[Fact, ...]
    blocks: tuple[Block, ...]
