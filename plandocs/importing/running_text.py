"""Running text: lines with their styles and marks, the lists between them, and its sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace


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
        text = "".join(part.text for part in self.parts if isinstance(part, Span))
        return " ".join(text.split())

    @property
    def is_slanted(self) -> bool:
        spans = [part for part in self.parts if isinstance(part, Span) and part.text.strip()]
        return bool(spans) and all(span.italic for span in spans)

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        return tuple(part for part in self.parts if isinstance(part, NoteMark))


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, with the list inside it, which may be empty."""

    text: RichText
    inner: "TextList"


@dataclass(frozen=True, slots=True)
class TextList:
    """A bulleted or numbered list."""

    items: tuple[ListItem, ...] = ()
    ordered: bool = False


def without_start(parts: Sequence[Span | NoteMark], signs: str) -> tuple[Span | NoteMark, ...]:
    """Return a line's parts without the signs that they begin with."""
    if not parts or not isinstance(first := parts[0], Span):
        return tuple(parts)
    text = first.text.lstrip(signs)
    return (replace(first, text=text), *parts[1:]) if text else tuple(parts[1:])


Running = tuple[RichText | TextList, ...]
"""Lines, and the lists that belong to them."""


def lines_of(parts: Iterable[RichText | TextList]) -> Iterator[RichText]:
    """Yield every line of running text and of the lists in it, at any depth."""
    for part in parts:
        if isinstance(part, RichText):
            yield part
            continue
        for item in part.items:
            yield item.text
            yield from lines_of([item.inner])


def marks_in(parts: Iterable[RichText | TextList]) -> tuple[NoteMark, ...]:
    """Return the footnotes anchored in running text and in the lists in it."""
    return tuple(mark for line in lines_of(parts) for mark in line.marks)


_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])")
_LONGEST = 2000


def sentences(text: str) -> list[str]:
    """Part running text at the stops that end a sentence."""
    return [part for part in _ENDS.split(text) if part.strip()]


def short_sentences(text: str) -> list[str]:
    """Return the sentences that are worth searching: what never comes to an end is none."""
    return [sentence for sentence in sentences(text) if len(sentence) <= _LONGEST]
