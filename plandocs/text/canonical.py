"""The canonical form of a text: the same words give the same sha256 in any database."""

import hashlib
import json

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.utils.file import hash_filelike

from plandocs.models import Organisation
from plandocs.models.revision import PlanRevisionPage
from plandocs.text.fields import Holds
from plandocs.text.later_fields import without_empty_later_fields
from plandocs.text.references import entries_of, organisation_keys
from plandocs.text.stored import Stream, copied, stream_of


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
    if not keys:
        return {}
    return dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "code"))


def _sums(keys: set[int]) -> dict[int, str]:
    if not keys:
        return {}
    pictures = get_image_model().objects.filter(pk__in=keys)
    return {picture.pk: picture.file_hash or _sum_of_file(picture) for picture in pictures}


def _sum_of_file(picture: AbstractImage) -> str:
    with picture.open_file() as file:
        return str(hash_filelike(file))
