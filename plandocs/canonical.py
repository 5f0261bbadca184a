"""The canonical form of a text: the same words give the same sha256 in any database."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from plandocs.models import Organisation
from plandocs.models.revision import PlanRevisionPage


def canonical_text(page: PlanRevisionPage) -> str:
    """Return title, summary, years and body as JSON with sorted keys.

    Bodies stand by their code, not by a database key; block ids are part of the text, since
    answers, decisions and translations refer to them.
    """
    body = page.body.stream_block.get_prep_value(page.body)
    codes = organisation_codes(body)
    return json.dumps(
        {
            "title": page.title,
            "summary": page.summary,
            "valid": [page.valid_from, page.valid_to],
            "body": _with_codes(body, codes),
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
    keys = set(_organisation_keys(body))
    if not keys:
        return {}
    return dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "code"))


def _organisation_keys(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        if isinstance(value.get("organisation"), int) and "as_printed" in value:
            yield value["organisation"]
        for child in value.values():
            yield from _organisation_keys(child)
    elif isinstance(value, list):
        for child in value:
            yield from _organisation_keys(child)


def _with_codes(value: Any, codes: dict[int, str]) -> Any:
    if isinstance(value, dict):
        copy = {key: _with_codes(child, codes) for key, child in value.items()}
        if "as_printed" in value and "organisation" in value:
            copy["organisation"] = codes.get(value["organisation"])
        return copy
    if isinstance(value, list):
        return [_with_codes(child, codes) for child in value]
    return value
