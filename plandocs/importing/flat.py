"""Flat blocks: what the lines of a text are before anything in them is interpreted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Heading:
    """A heading and the level its marks give it."""

    text: str
    level: int


@dataclass(slots=True)
class Lines:
    """A paragraph as its lines stand in the file."""

    lines: list[str]


@dataclass(slots=True)
class Item:
    """An item of a list. ``number`` is the printed ordinal, or empty."""

    lines: list[str]
    number: str = ""
    items: list["Item"] = field(default_factory=list)


@dataclass(slots=True)
class Items:
    """A list."""

    items: list[Item]

    @property
    def ordered(self) -> bool:
        return bool(self.items[0].number)


@dataclass(slots=True)
class Note:
    """A footnote's own text."""

    mark: str
    lines: list[str]


@dataclass(slots=True)
class Rows:
    """A table, row by row."""

    rows: list[tuple[str, ...]]


@dataclass(slots=True)
class Quoted:
    """Lines set out as a quotation."""

    lines: list[str]


@dataclass(slots=True)
class Rule:
    """A line across the page."""


Flat = Heading | Lines | Items | Note | Rows | Quoted | Rule


HARD_BREAK = "  "
"""Ends a line that is a line in print, and not only wrapped."""


def logical_lines(lines: list[str]) -> list[str]:
    """Join lines that were only wrapped. A line that ends in two blanks or ``\\`` stays a line."""
    joined: list[list[str]] = [[]]
    for line in lines:
        hard = line.endswith((HARD_BREAK, "\\"))
        joined[-1].append(line.strip().removesuffix("\\"))
        if hard:
            joined.append([])
    return [" ".join(words) for words in joined if any(words)]


def enumerated(items: Iterable[Item]) -> str:
    """Return the items, and those inside them, as an enumeration on one line."""
    return ", ".join(" ".join(lines) for item in items for lines in _item_lines(item))


def line_lists(block: Flat) -> Iterator[list[str]]:
    """Yield every list of lines in a block, so that they may be rewritten in place."""
    if isinstance(block, Lines | Quoted):
        yield block.lines
    if isinstance(block, Items):
        for item in block.items:
            yield from _item_lines(item)


def _item_lines(item: Item) -> Iterator[list[str]]:
    yield item.lines
    for inner in item.items:
        yield from _item_lines(inner)
