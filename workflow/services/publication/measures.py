"""The index of measures, rebuilt from an adopted text."""

from collections.abc import Container, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Model

from plandocs.models import Measure, MeasureBody, PlanRevisionPage
from plandocs.text.canonical import organisation_codes
from plandocs.text.compare import plain
from plandocs.vocabulary import BodyRole

_ROLES = {
    "lead": BodyRole.LEAD,
    "collaborating": BodyRole.COLLABORATING,
    "co_responsible": BodyRole.CO_RESPONSIBLE,
}


@transaction.atomic
def index_measures(revision: PlanRevisionPage) -> int:
    """Replace the index rows of ``revision`` by what its text says; return how many there are."""
    revision.measures.all().delete()
    stream = revision.body.stream_block.get_prep_value(revision.body)
    found = list(_measures(stream, area=None))
    rows = Measure.objects.bulk_create(
        Measure(
            revision=revision,
            block_id=item["id"],
            position=position,
            number=_fitting(Measure, "number", item["value"]["number"]),
            title=_fitting(Measure, "title", item["value"]["title"]),
            text=plain(item["value"]["text"] or ""),
            focus_area_id=area["id"] if area else None,
            focus_area=_fitting(Measure, "focus_area", area["value"]["title"] if area else ""),
            level=_fitting(Measure, "level", item["value"]["level"]),
            deadline=_fitting(Measure, "deadline", item["value"]["deadline"]),
        )
        for position, (area, item) in enumerate(found, start=1)
    )
    registered = organisation_codes(stream)
    MeasureBody.objects.bulk_create(
        MeasureBody(
            measure=row,
            organisation_id=_if_there(body["value"]["organisation"], registered),
            as_printed=_fitting(MeasureBody, "as_printed", body["value"]["as_printed"]),
            role=role,
        )
        for row, (_area, item) in zip(rows, found, strict=True)
        for key, role in _ROLES.items()
        for body in item["value"][key]
    )
    return len(rows)


def _fitting(model: type[Model], field: str, words: str | None) -> str:
    """The index holds as much as its column does; the text itself is whole, and is the truth."""
    longest: int | None = getattr(model._meta.get_field(field), "max_length", None)
    return (words or "")[:longest]


def _if_there(key: int | None, registered: Container[int]) -> int | None:
    """A body that was taken out of the register stands in the text by its printed name."""
    return key if key in registered else None


def _measures(
    stream: list[dict[str, Any]], *, area: dict[str, Any] | None
) -> Iterator[tuple[dict[str, Any] | None, dict[str, Any]]]:
    for block in stream:
        value = block["value"]
        if block["type"] == "measures":
            yield from ((area, item) for item in value)
        elif isinstance(value, dict):
            inside = block if block["type"] == "focus_area" else area
            yield from ((inside, item) for item in value.get("measures") or [])
            yield from _measures(value.get("content") or [], area=inside)
