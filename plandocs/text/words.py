"""The words of one block, field by field, as they are read."""

import re
from collections.abc import Iterator
from html import unescape

from plandocs.text.entries import Entry, entries_in
from plandocs.text.fields import Holds
from plandocs.text.schema import kind_of
from plandocs.text.stored import Raw

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(?:p|li|h\d)>|<(?:ul|ol)\b[^>]*>|<br\s*/?>")


def words_of(kind: str, own: Raw) -> str:
    """Return a block's words. ``own`` is its value without the blocks that stand in it."""
    return "\n".join(filter(None, map(words_at, said_in(kind, own))))


def words_at(entry: Entry) -> str:
    """Return the words of one entry, each line that says something on a line of its own."""
    return plain(entry.words) if entry.field.holds is Holds.RICH else lines(entry.words)


def said_in(kind: str, own: Raw) -> Iterator[Entry]:
    """Yield the entries of a block that a reader reads, in reading order.

    The printed line of bodies is read last, and only where it says more than their names.
    """
    line, names = None, []
    for entry in entries_in(kind_of(kind), own):
        if entry.field is kind_of(kind).line_of_bodies:
            line = entry
        elif entry.words:
            yield entry
        if entry.field.prints:
            names.append(entry.words)
    if line is not None and line.words not in ("", ", ".join(names)):
        yield line


def plain(html: str) -> str:
    """Return rich text as plain words, one line a paragraph or list item."""
    return lines(unescape(_TAG.sub("", _BREAK.sub("\n", html))))


def lines(text: str) -> str:
    """Return the lines of a text that say something."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
