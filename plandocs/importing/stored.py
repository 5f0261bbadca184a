"""A body as a page stores it: raw blocks, and a view of a block that knows its types."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypedDict, cast

Fields = Mapping[str, object]


class RawBlock(TypedDict):
    """A block of a StreamField. The value of a list of measures is blocks, not fields."""

    type: str
    value: "RawValue"
    id: str


Stream = list[RawBlock]
RawValue = Fields | Stream

SECTIONS = ("section", "subsection", "subsubsection")
"""The types of sections by depth."""
HOLDERS = ("focus_area", "measures")
"""The types of blocks that hold measures."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored block. A field that is not there is empty."""

    raw: RawBlock

    @property
    def kind(self) -> str:
        """The block's type."""
        return self.raw["type"]

    def text(self, field: str = "text") -> str:
        """Return the words of a field, or its HTML."""
        return str(self.value(field) or "")

    def blocks(self, field: str) -> "list[Stored]":
        """Return the blocks in a field; a list that is no struct is its only field."""
        value = self.raw["value"]
        held = value if isinstance(value, list) else cast(Stream, value.get(field) or [])
        return list(map(Stored, held))

    def value(self, field: str) -> object:
        """Return what a field holds, as it is stored."""
        value = self.raw["value"]
        return None if isinstance(value, list) else value.get(field)


def walk(blocks: Sequence[Stored]) -> Iterator[tuple[Stored, Stored | None]]:
    """Yield every block in reading order, a section before what it holds, with its next sibling."""
    for block, following in zip_longest(blocks, blocks[1:]):
        yield block, following
        if block.kind in SECTIONS:
            yield from walk(block.blocks("content"))


def of_kind(blocks: Sequence[Stored], *kinds: str) -> list[Stored]:
    """Return every block of the kinds, in reading order."""
    return [block for block, _next in walk(blocks) if block.kind in kinds]
