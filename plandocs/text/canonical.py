"""The canonical form of a text: the same words give the same sha256 in any database."""

import hashlib
import json
from typing import Any

from wagtail.images import get_image_model
from wagtail.utils.file import hash_filelike

from plandocs.models import Organisation
from plandocs.models.revision import PlanRevisionPage
from plandocs.text.references import is_body, is_picture, organisation_keys, picture_keys


def canonical_text(page: PlanRevisionPage) -> str:
    """Return title, summary, years and body as JSON with sorted keys.

    Bodies stand by their code and pictures by the sum of their file, not by a database key; block
    ids are part of the text, since answers, decisions and translations refer to them.
    """
    body = page.body.stream_block.get_prep_value(page.body)
    codes, sums = organisation_codes(body), _picture_sums(body)
    return json.dumps(
        {
            "title": page.title,
            "summary": page.summary,
            "valid": [page.valid_from, page.valid_to],
            "body": _without_keys(body, codes, sums),
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def text_sha256(page: PlanRevisionPage) -> str:
    """Return the sha256 of the canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_text(page).encode()).hexdigest()


def organisation_codes(body: list[dict[str, Any]]) -> dict[int, str]:
    """Return the codes of every organisation the body refers to, by key, in one query."""
    keys = organisation_keys(body)
    if not keys:
        return {}
    return dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "code"))


def _picture_sums(body: list[dict[str, Any]]) -> dict[int, str]:
    keys = picture_keys(body)
    if not keys:
        return {}
    pictures = get_image_model().objects.filter(pk__in=keys)
    return {picture.pk: picture.file_hash or _sum_of_file(picture) for picture in pictures}


def _sum_of_file(picture: Any) -> str:
    with picture.open_file() as file:
        return str(hash_filelike(file))


def _without_keys(value: Any, codes: dict[int, str], sums: dict[int, str]) -> Any:
    if isinstance(value, dict):
        copy = {key: _without_keys(child, codes, sums) for key, child in value.items()}
        if is_body(value):
            copy["organisation"] = codes.get(value["organisation"])
        elif is_picture(value):
            copy["image"] = sums.get(value["image"])
        return copy
    if isinstance(value, list):
        return [_without_keys(child, codes, sums) for child in value]
    return value
