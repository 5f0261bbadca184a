"""The words of one block, place by place, as they are read."""

import re
from collections.abc import Iterator
from html import unescape

from plandocs.text.fields import Holds
from plandocs.text.schema import kind_of
from plandocs.text.walk import Place, Raw, places_in

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(?:p|li|h\d)>|<(?:ul|ol)\b[^>]*>|<br\s*/?>")


def words_of(kind: str, own: Raw) -> str:
    """Return a block's words. ``own`` is its value without the blocks that stand in it."""
    return "\n".join(filter(None, map(words_at, said_in(kind, own))))


def words_at(place: Place) -> str:
    """Return the words of one place, each line that says something on a line of its own."""
    return plain(place.words) if place.field.holds is Holds.RICH else lines(place.words)


def said_in(kind: str, own: Raw) -> Iterator[Place]:
    """Yield the places of a block that a reader reads, in reading order.

    The printed line of bodies is read last, and only where it says more than their names.
    """
    line, names = None, []
    for place in places_in(kind_of(kind), own):
        if place.field is kind_of(kind).line_of_bodies:
            line = place
        elif place.words:
            yield place
        if place.field.prints:
            names.append(place.words)
    if line is not None and line.words not in ("", ", ".join(names)):
        yield line


def plain(html: str) -> str:
    """Return rich text as plain words, one line a paragraph or list item."""
    return lines(unescape(_TAG.sub("", _BREAK.sub("\n", html))))


def lines(text: str) -> str:
    """Return the lines of a text that say something."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
