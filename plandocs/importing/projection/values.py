"""What the fields of a stored block hold, and rich text as lines of words and marks of notes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import cast

from plandocs.text.stored import Raw, items_of
from plandocs.text.walk import Block

Json = dict[str, object]


def said(fields: Raw, name: str = "text") -> str:
    """Return the words of a field, or its HTML."""
    return str(fields.get(name) or "")


def values(fields: Raw, name: str) -> list[Raw]:
    """Return the values of the items of a list."""
    return [cast(Raw, value) for _id, value in items_of(fields.get(name))]


def of_kind(blocks: Iterable[Block], *kinds: str) -> list[Block]:
    """Return the blocks of these kinds."""
    return [block for block in blocks if block.kind.name in kinds]


_BLOCK = re.compile(
    r"<(?P<ends>/?)(?P<tag>p|li|ul|ol)\b[^>]*>"
    r"(?P<text>[^<]*(?:<(?!/?(?:p|li|ul|ol)\b)[^<]*)*)"
)
_MARK = re.compile(r"<sup>(?P<mark>.*?)</sup>")
_TAG = re.compile(r"<(?P<br>br\b)?[^>]*>")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or an item that is ``depth`` lists deep."""

    depth: int
    html: str

    @property
    def plain(self) -> str:
        return _plain(_MARK.sub("", self.html))

    @property
    def marks(self) -> list[tuple[str, str]]:
        """The raised signs, each with the words of the line before it."""
        return [
            (_plain(match["mark"]), _plain(_MARK.sub("", self.html[: match.start()])))
            for match in _MARK.finditer(self.html)
        ]


def lines_of(html: str) -> list[Line]:
    """Return the lines of a rich text in order."""
    return list(_lines(html))


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """Return the words of the lines that stand in no list."""
    return [line.plain for line in lines if not line.depth]


def items(lines: Iterable[Line]) -> list[str]:
    """Return the words of the items of the outermost lists."""
    return [line.plain for line in lines if line.depth == 1]


def words(html: str) -> list[str]:
    """Return the words of the paragraphs and of the items of the outermost lists, in order."""
    return [line.plain for line in _lines(html) if line.depth <= 1]


def _lines(html: str) -> Iterator[Line]:
    depth = 0
    for match in _BLOCK.finditer(html):
        if match["tag"] in ("ul", "ol"):
            depth += -1 if match["ends"] else 1
        elif not match["ends"]:
            yield Line(depth, match["text"])


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(lambda tag: " " if tag["br"] else "", html)).split())
