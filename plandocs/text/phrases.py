"""Where a phrase stands in a string, as whoever copies the words reads it."""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

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


def escaped(words: str) -> str:
    """Return words as they are written in rich text."""
    return escape(words, quote=False)
