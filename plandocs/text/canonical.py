"""The canonical form of a text and its parts: the same words give the same sum in any database.

A field that was declared after the first texts were adopted stands in it only where it says
something: so a text has the same sum before and after.
"""

import hashlib
import json
from functools import partial

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.utils.file import hash_filelike

from plandocs.models import Organisation
from plandocs.models.revision import PlanRevisionPage
from plandocs.text.fields import Holds
from plandocs.text.references import entries_of, organisation_keys
from plandocs.text.schema import has_later_fields
from plandocs.text.stored import Raw, Stream, copied, items_of, stream_of, writable
from plandocs.text.walk import walk


def canonical_text(page: PlanRevisionPage) -> str:
    """Return title, summary, years and body as JSON with sorted keys.

    Bodies stand by their code and pictures by the sum of their file, not by a database key; block
    ids are part of the text, since answers, decisions and translations refer to them.
    """
    return json.dumps(
        {
            "title": page.title,
            "summary": page.summary,
            "valid": [page.valid_from, page.valid_to],
            "body": _without_keys(without_empty_later_fields(stream_of(page.body))),
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def text_sha256(page: PlanRevisionPage) -> str:
    """Return the sha256 of the canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_text(page).encode()).hexdigest()


def organisation_codes(body: Stream) -> dict[int, str]:
    """Return the codes of every organisation the body refers to, by key, in one query."""
    return _codes(organisation_keys(body))


def _without_keys(stream: Stream) -> list[dict[str, object]]:
    body = copied(stream)
    found = [
        (entry, entry.value)
        for entry in entries_of(body, Holds.BODY, Holds.PICTURE)
        if isinstance(entry.value, int)
    ]
    known = {
        holds: names({key for entry, key in found if entry.field.holds is holds})
        for holds, names in ((Holds.BODY, _codes), (Holds.PICTURE, _sums))
    }
    for entry, key in found:
        entry.write(known[entry.field.holds].get(key))
    return body


def _codes(keys: set[int]) -> dict[int, str]:
    return dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "code"))


def _sums(keys: set[int]) -> dict[int, str]:
    pictures = get_image_model().objects.filter(pk__in=keys)
    return {picture.pk: picture.file_hash or _sum_of_file(picture) for picture in pictures}


def _sum_of_file(picture: AbstractImage) -> str:
    with picture.open_file() as file:
        return str(hash_filelike(file))


def without_empty_later_fields(stream: Stream) -> list[Raw]:
    """Return a stream in which a field that came later stands only where it says something.

    So a text says the same before and after a field is declared, and has the same sum.
    """
    if not has_later_fields():
        return list(stream)
    new = copied(stream)
    for block in walk(new):
        for entry in block.entries:
            if entry.field.is_later and not _says_something(entry.value):
                entry.leave_out()
    return list(new)


def _says_something(value: object) -> bool:
    """Whether there is anything but empty fields in a value; of items, in their own values."""
    if isinstance(value, dict):
        return any(map(_says_something, value.values()))
    if isinstance(value, list):
        return any(_says_something(item) for _id, item in items_of(value))
    return value not in (None, "", False)


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
    written = partial(json.dumps, ensure_ascii=False, sort_keys=True)
    return {
        block_id: hashlib.sha256(written(raw["value"]).encode()).hexdigest()
        for block_id, raw in stored
        if block_id
    }
