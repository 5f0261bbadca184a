"""What each block said on a day, as a fingerprint that is stored and held against a later text."""

import hashlib
import json

from plandocs.text.fields import Holds
from plandocs.text.later_fields import without_empty_later_fields
from plandocs.text.stored import Raw, Stream, copied, writable
from plandocs.text.walk import walk


def fingerprints(text: Stream) -> dict[str, str]:
    """Return a sha256 of each block and list item by its id, all that stands in it included.

    An id is a block's place, and which body a name stands for is the register's: neither is what
    the text says. All else is, the key of a picture too, though ``words`` passes over that.
    """
    stored: list[tuple[str, Raw]] = []
    for block in walk(copied(without_empty_later_fields(text))):
        stored.append((block.id, block.raw))
        for entry in block.entries:
            if entry.item:
                stored.append((str(entry.item.get("id") or ""), entry.item))
            if entry.field.holds is Holds.BODY:
                entry.write(None) if entry.item else entry.leave_out()
    for _id, raw in stored:
        writable(raw).pop("id", None)
    return {block_id: _sum_of(raw["value"]) for block_id, raw in stored if block_id}


def _sum_of(value: object) -> str:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
