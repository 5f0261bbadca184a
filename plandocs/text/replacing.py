"""Replacing a phrase in a text, exactly once, wherever in the blocks it stands."""

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

_KEYS_WITHOUT_WORDS = {"id", "type", "kind", "organisation", "image", "covers"}
_TABLE_WORDS = ("table_caption", "data")
_PLAIN_TEXT_BESIDE = {"kind", "source", "mark", "frequency"}  # goal, quote, footnote, indicator
_ROLES = ("lead", "collaborating", "co_responsible")
_HARD_SPACE = "\u00a0"
_BETWEEN_TAGS = re.compile(r"(?:^|(?<=>))[^<>]+")
_CHARACTER = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|.", re.IGNORECASE | re.DOTALL)


class PhraseNotOnce(Exception):
    """The phrase stands in the text some other number of times than once."""

    def __init__(self, times: int) -> None:
        super().__init__(f"found {times} times")
        self.times = times


@dataclass(frozen=True, slots=True)
class PrintedBody:
    """A body in a measure whose printed name the replacement changed."""

    value: dict[str, Any]
    was: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """The raw stream after the replacement, and the bodies that it renamed."""

    stream: list[dict[str, Any]]
    renamed: list[PrintedBody]


def replace_once(stream: list[dict[str, Any]], find: str, replace: str) -> Replacement:
    """Return a copy of the raw stream in which ``find`` has become ``replace``.

    A body's printed name stands twice in a measure, in the printed line and in the list of
    bodies: that counts as one place and both are changed.

    Raises PhraseNotOnce.
    """
    new = copy.deepcopy(stream)
    places = _places(new, find)
    if len(places) != 1:
        raise PhraseNotOnce(len(places))
    renamed: list[PrintedBody] = []
    places[0](replace, renamed)
    return Replacement(new, renamed)


_Write = Callable[[str, list[PrintedBody]], None]


def _places(value: Any, find: str) -> list[_Write]:
    """Return, for each place of the phrase, a function that writes another phrase there."""
    if isinstance(value, list):
        keys: Iterable[Any] = range(len(value))
    elif not isinstance(value, dict):
        return []
    elif "responsible_as_printed" in value:
        return _in_measure(value, find)
    elif "data" in value:
        keys = [key for key in _TABLE_WORDS if key in value]
    else:
        keys = [key for key in value if key not in _KEYS_WITHOUT_WORDS]
    return [place for key in keys for place in _in_key(value, key, find)]


def _in_key(holder: Any, key: Any, find: str) -> list[_Write]:
    child = holder[key]
    if not isinstance(child, str):
        return _places(child, find)
    is_html = _holds_html(holder, key) and "<" in child

    def writer(start: int, end: int) -> _Write:
        def write(replace: str, renamed: list[PrintedBody]) -> None:
            words = escape(replace, quote=False) if is_html else replace
            holder[key] = child[:start] + words + child[end:]

        return write

    spans = _spans_in_html(child, find) if is_html else _spans(child, find)
    return [writer(start, end) for start, end in spans]


def _holds_html(holder: Any, key: Any) -> bool:
    if key == "text":
        return not (_PLAIN_TEXT_BESIDE & holder.keys())
    return key in {"intro", "preconditions"}


def _spans(text: str, find: str) -> Iterator[tuple[int, int]]:
    """Yield where the phrase stands. A hard space is a space to whoever copies the words."""
    text, find = text.replace(_HARD_SPACE, " "), find.replace(_HARD_SPACE, " ")
    start = text.find(find)
    while start >= 0:
        yield start, start + len(find)
        start = text.find(find, start + len(find))


def _spans_in_html(html: str, find: str) -> Iterator[tuple[int, int]]:
    """Yield where the phrase stands among the words, tags passed over and entities read."""
    for node in _BETWEEN_TAGS.finditer(html):
        characters = list(_CHARACTER.finditer(html, node.start(), node.end()))
        words = "".join(unescape(found.group())[:1] for found in characters)
        for start, end in _spans(words, find):
            yield characters[start].start(), characters[end - 1].end()


def _in_measure(measure: dict[str, Any], find: str) -> list[_Write]:
    bodies = [item["value"] for role in _ROLES for item in measure.get(role) or []]
    own = [
        place
        for key in measure
        if key not in {*_ROLES, "responsible_as_printed"}
        for place in _in_key(measure, key, find)
    ]
    printed = [(measure, "responsible_as_printed"), *((body, "as_printed") for body in bodies)]
    in_line, *in_bodies = [len(list(_spans(holder[key], find))) for holder, key in printed]

    def write(replace: str, renamed: list[PrintedBody]) -> None:
        for holder, key in printed:
            was = holder[key]
            for place in _in_key(holder, key, find):
                place(replace, renamed)
            if key == "as_printed" and holder[key] != was:
                renamed.append(PrintedBody(holder, was))

    return own + [write] * max(in_line, sum(in_bodies))
