"""What a text refers to by a key of the database: the bodies of its measures, and its pictures."""

from collections.abc import Iterable, Iterator

from plandocs.text.fields import Holds
from plandocs.text.schema import kind_with_only
from plandocs.text.walk import Block, Place, Stream, places_in, walk


def organisation_keys(body: Stream) -> set[int]:
    """Return the keys of every organisation that the body refers to."""
    return _keys(body, Holds.BODY)


def picture_keys(body: Stream) -> set[int]:
    """Return the keys of every picture in the body."""
    return _keys(body, Holds.PICTURE)


def places_of(body: Stream, *holds: Holds) -> Iterator[Place]:
    """Yield the places of a body that hold such things."""
    return (place for _block, place in found_in(walk(body), *holds))


def found_in(blocks: Iterable[Block], *holds: Holds) -> Iterator[tuple[Block, Place]]:
    """Yield the places of blocks that hold such things, each with its block."""
    wanted = frozenset(holds)
    for block in blocks:
        for place in places_in(kind_with_only(block.kind.name, wanted), block.fields):
            if place.field.holds in wanted:
                yield block, place


def _keys(body: Stream, holds: Holds) -> set[int]:
    return {place.value for place in places_of(body, holds) if isinstance(place.value, int)}
