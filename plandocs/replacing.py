"""Replacing a phrase in a text, exactly once, wherever in the blocks it stands."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

_KEYS_WITHOUT_WORDS = {"id", "type", "kind", "organisation", "image", "covers"}


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
        if value and all(isinstance(item, str) for item in value):
            return _in_items(value, find)
        return [place for child in value for place in _places(child, find)]
    if not isinstance(value, dict):
        return []
    if "responsible_as_printed" in value:
        return _in_measure(value, find)
    return [place for key in value for place in _in_key(value, key, find)]


def _in_key(holder: dict[str, Any], key: str, find: str) -> list[_Write]:
    child = holder[key]
    if key in _KEYS_WITHOUT_WORDS:
        return []
    if not isinstance(child, str):
        return _places(child, find)
    is_html = key in {"text", "intro", "preconditions"} and "<" in child
    wanted = escape(find, quote=False) if is_html else find

    def write(replace: str, renamed: list[PrintedBody]) -> None:
        holder[key] = holder[key].replace(
            wanted, escape(replace, quote=False) if is_html else replace
        )

    return [write] * child.count(wanted)


def _in_items(items: list[str], find: str) -> list[_Write]:
    def writer(index: int) -> _Write:
        def write(replace: str, renamed: list[PrintedBody]) -> None:
            items[index] = items[index].replace(find, replace)

        return write

    return [writer(index) for index, item in enumerate(items) for _ in range(item.count(find))]


def _in_measure(measure: dict[str, Any], find: str) -> list[_Write]:
    bodies = [
        item["value"]
        for role in ("lead", "collaborating", "co_responsible")
        for item in measure.get(role) or []
    ]
    own = [
        place
        for key in measure
        if key not in {"lead", "collaborating", "co_responsible", "responsible_as_printed"}
        for place in _in_key(measure, key, find)
    ]
    in_line = measure["responsible_as_printed"].count(find)
    in_bodies = sum(body["as_printed"].count(find) for body in bodies)

    def write(replace: str, renamed: list[PrintedBody]) -> None:
        measure["responsible_as_printed"] = measure["responsible_as_printed"].replace(find, replace)
        for body in bodies:
            if find in body["as_printed"]:
                renamed.append(PrintedBody(body, body["as_printed"]))
                body["as_printed"] = body["as_printed"].replace(find, replace)

    return own + [write] * max(in_line, in_bodies)
