"""Sums of blocks, by which a marked change knows what it led from and to."""

import json
from collections.abc import Sequence
from hashlib import sha256

from plandocs.text.compare.formatting import formatted_at
from plandocs.text.entries import entries_in
from plandocs.text.fields import Holds
from plandocs.text.schema import kind_of
from plandocs.text.stored import Raw, copied, filled
from plandocs.text.text_blocks import TextBlock


def sum_of_block(kind: str, value: Raw) -> str:
    """Return the sha256 of all that a block says and how, whatever way its HTML is written."""
    [read] = copied([value])
    for entry in entries_in(kind_of(kind), read):
        if entry.field.holds is Holds.RICH:
            said = ((words.text, words.formatting) for words in formatted_at(entry))
            entry.write([[text, list(h.lists), sorted(h.tags), h.link] for text, h in said])
    return _sum_of([kind, filled(read)])


def sum_as_stored(blocks: Sequence[TextBlock]) -> str:
    """Return the sha256 of a text as it is stored, to the letter."""
    return _sum_of([[block.id, block.kind, block.parent, block.value] for block in blocks])


def sum_of_place(of_block: str, *, parent: str, behind: str) -> str:
    """Return the sha256 of a block that has moved: what it stands in and follows is part of it."""
    return _sum_of([of_block, parent, behind])


def _sum_of(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
