"""What a text refers to by a key of the database: the bodies of its measures, and its pictures."""

from collections.abc import Callable, Iterator
from typing import Any


def organisation_keys(body: list[dict[str, Any]]) -> set[int]:
    """Return the keys of every organisation that a measure of the body names."""
    return set(_keys(body, is_body, "organisation"))


def picture_keys(body: list[dict[str, Any]]) -> set[int]:
    """Return the keys of every picture in the body."""
    return set(_keys(body, is_picture, "image"))


def is_body(value: dict[str, Any]) -> bool:
    """Whether this is the value of a ``BodyBlock``."""
    return "organisation" in value and "as_printed" in value


def is_picture(value: dict[str, Any]) -> bool:
    """Whether this is the value of an ``ImageBlock``."""
    return "image" in value and "alt" in value


def _keys(value: Any, is_wanted: Callable[[dict[str, Any]], bool], name: str) -> Iterator[int]:
    if isinstance(value, dict):
        if is_wanted(value) and isinstance(value[name], int):
            yield value[name]
        for child in value.values():
            yield from _keys(child, is_wanted, name)
    elif isinstance(value, list):
        for child in value:
            yield from _keys(child, is_wanted, name)
