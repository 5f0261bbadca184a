"""What the fields of a stored block hold, with their types. A field that is not there is empty."""

from collections.abc import Iterable
from typing import cast

from plandocs.text.stored import Raw, items_of
from plandocs.text.walk import Block


def said(fields: Raw, name: str = "text") -> str:
    """Return the words of a field, or its HTML."""
    return str(fields.get(name) or "")


def values(fields: Raw, name: str) -> list[Raw]:
    """Return the values of the items of a list."""
    return [cast(Raw, value) for _id, value in items_of(fields.get(name))]


def of_kind(blocks: Iterable[Block], *kinds: str) -> list[Block]:
    """Return the blocks of these kinds."""
    return [block for block in blocks if block.kind.name in kinds]
