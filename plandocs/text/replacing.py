"""Replacing a phrase in a text, exactly once, wherever in the blocks it stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape, unescape

from plandocs.text.entries import Entry
from plandocs.text.fields import Holds
from plandocs.text.stored import Stream, copied
from plandocs.text.walk import Block, walk

Span = tuple[int, int]
"""Where a phrase begins and ends."""

_HARD_SPACE = "\u00a0"
_BETWEEN_TAGS = re.compile(r"(?:^|(?<=>))[^<>]+")
_CHARACTER = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|.", re.IGNORECASE | re.DOTALL)


def spans_in(text: str, find: str) -> Iterator[Span]:
    """Yield where the phrase stands. A hard space is a space to whoever copies the words."""
    text, find = text.replace(_HARD_SPACE, " "), find.replace(_HARD_SPACE, " ")
    start = text.find(find)
    while start >= 0:
        yield start, start + len(find)
        start = text.find(find, start + len(find))


def spans_in_html(html: str, find: str) -> Iterator[Span]:
    """Yield where the phrase stands among the words, tags passed over and entities read."""
    for run in _BETWEEN_TAGS.finditer(html):
        characters = list(_CHARACTER.finditer(html, run.start(), run.end()))
        words = "".join(unescape(found.group())[:1] for found in characters)
        for start, end in spans_in(words, find):
            yield characters[start].start(), characters[end - 1].end()


def replaced(text: str, spans: Iterable[Span], by: str) -> str:
    """Return the text with other words in each of these places."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + by + text[end:]
    return text


class PhraseNotOnce(Exception):
    """The phrase stands in the text some other number of times than once."""

    def __init__(self, times: int) -> None:
        super().__init__(f"found {times} times")
        self.times = times


@dataclass(frozen=True, slots=True)
class PrintedBody:
    """A body that goes by another printed name after the replacement."""

    entry: Entry
    name: str

    @property
    def was(self) -> str:
        return self.entry.words

    def stand_for(self, organisation: int | None) -> None:
        """Let the name stand for another row of the register, or for none."""
        self.entry.write_beside(self.entry.field.prints, organisation)


@dataclass(frozen=True, slots=True)
class Replacement:
    """The raw stream after the replacement, and the bodies that it renamed."""

    stream: list[dict[str, object]]
    renamed: list[PrintedBody] = field(default_factory=list)


def replace_once(stream: Stream, find: str, replace: str) -> Replacement:
    """Return a copy of the raw stream in which ``find`` has become ``replace``.

    A body's printed name stands twice in a measure, in the printed line and in the list of
    bodies: that counts as one place and both are changed.

    Raises PhraseNotOnce.
    """
    new = copied(stream)
    found = [write for block in walk(new) for write in _writers(block, find)]
    if len(found) != 1:
        raise PhraseNotOnce(len(found))
    return Replacement(new, found[0](replace))


_Write = Callable[[str], list[PrintedBody]]
"""Puts other words where the phrase stands, and tells which bodies it renamed."""
_Found = tuple[Entry, list[Span]]


def _writers(block: Block, find: str) -> Iterator[_Write]:
    found = []
    for entry in block.entries:
        if spans := list((spans_in_html if _is_html(entry) else spans_in)(entry.words, find)):
            found.append((entry, spans))
    printed = [one for one in found if _names_bodies(block, one[0])]
    for entry, spans in found:
        if not _names_bodies(block, entry):
            yield from (partial(_write, [(entry, [span])]) for span in spans)
    in_line = sum(len(spans) for entry, spans in printed if not entry.field.prints)
    in_names = sum(len(spans) for entry, spans in printed if entry.field.prints)
    yield from [partial(_write, printed)] * max(in_line, in_names)


def _names_bodies(block: Block, entry: Entry) -> bool:
    """Whether this is one of the places where a block with a printed line names its bodies."""
    line = block.kind.line_of_bodies
    return line is not None and (entry.field is line or bool(entry.field.prints))


def _write(found: list[_Found], replace: str) -> list[PrintedBody]:
    renamed = []
    for entry, spans in found:
        by = escape(replace, quote=False) if _is_html(entry) else replace
        words = replaced(entry.words, spans, by)
        entry.write(words)
        if entry.field.prints:
            renamed.append(PrintedBody(entry, words))
    return renamed


def _is_html(entry: Entry) -> bool:
    """Rich text that holds no tag is read to the letter, as it was when it was written."""
    return entry.field.holds is Holds.RICH and "<" in entry.words
