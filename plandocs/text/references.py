"""What a text refers to by a key of the database: the bodies of its measures, and its pictures."""

from collections.abc import Iterable, Iterator

from plandocs.text.entries import Entry, entries_in
from plandocs.text.fields import Holds
from plandocs.text.schema import kind_with_only
from plandocs.text.stored import Stream
from plandocs.text.walk import Block, walk


def organisation_keys(body: Stream) -> set[int]:
    """Return the keys of every organisation that the body refers to."""
    return _keys(body, Holds.BODY)


def picture_keys(body: Stream) -> set[int]:
    """Return the keys of every picture in the body."""
    return _keys(body, Holds.PICTURE)


def entries_of(body: Stream, *holds: Holds) -> Iterator[Entry]:
    """Yield the entries of a body that hold such things."""
    return (entry for _block, entry in found_in(walk(body), *holds))


def found_in(blocks: Iterable[Block], *holds: Holds) -> Iterator[tuple[Block, Entry]]:
    """Yield the entries of blocks that hold such things, each with its block."""
    wanted = frozenset(holds)
    for block in blocks:
        for entry in entries_in(kind_with_only(block.kind.name, wanted), block.fields):
            if entry.field.holds in wanted:
                yield block, entry


def _keys(body: Stream, holds: Holds) -> set[int]:
    return {entry.value for entry in entries_of(body, holds) if isinstance(entry.value, int)}
