"""A text as a StreamField stores it: raw blocks, items of lists, and what they hold."""

import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.blocks import StreamValue

Raw = Mapping[str, object]
"""A stored block, an item of a list, or the fields of either."""
Stream = Iterable[Raw]
"""A stored text: its outermost blocks, each a ``{type, value, id}``."""

VALUE = "value"
"""The key of what a stored block or item holds."""


def writable(stored: object) -> MutableMapping[str | int, object]:
    """Return a stored value as one that may be written in: of a copy, never of a page's own."""
    return cast(MutableMapping[str | int, object], stored)


def stream_of(text: StreamValue) -> list[dict[str, object]]:
    """Return a text as it is stored."""
    stream: list[dict[str, object]] = text.stream_block.get_prep_value(text)
    return stream


def copied(stream: Stream) -> list[dict[str, object]]:
    """Return a copy of a stream, to write in."""
    copy: list[dict[str, object]] = json.loads(json.dumps(list(stream), cls=DjangoJSONEncoder))
    return copy


def items_of(value: object) -> Iterator[tuple[str, object]]:
    """Yield the id and the value of each item of a stored list."""
    for item in list_in(value):
        yield (str(item.get("id") or ""), item[VALUE]) if has_id(item) else ("", item)


def has_id(item: object) -> bool:
    """Whether an item is stored as one; Wagtail stored the bare values once."""
    return isinstance(item, dict) and VALUE in item


def list_in(value: object) -> list[Any]:
    """Return a stored list; an empty one where it holds something else."""
    return value if isinstance(value, list) else []


def filled(value: object) -> object:
    """Leave out what is empty: a field that is missing and one that says nothing are the same."""
    if isinstance(value, dict):
        children = {key: filled(child) for key, child in value.items()}
        return {key: child for key, child in children.items() if child not in (None, "", [], {})}
    if isinstance(value, list):
        return [filled(child) for child in value]
    return None if value is False else value
