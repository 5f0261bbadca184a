"""The index of measures, rebuilt from an adopted text."""

from collections.abc import Container, Iterator

from django.db import transaction
from django.db.models import Model

from plandocs.models import Measure, MeasureBody, PlanRevisionPage
from plandocs.text.canonical import organisation_codes
from plandocs.text.entries import Entry
from plandocs.text.fields import Holds
from plandocs.text.stored import stream_of
from plandocs.text.walk import Block, walk
from plandocs.text.words import plain
from plandocs.vocabulary import BodyRole

MEASURE, FOCUS_AREA = "measure", "focus_area"


@transaction.atomic
def index_measures(revision: PlanRevisionPage) -> int:
    """Replace the index rows of ``revision`` by what its text says; return how many there are."""
    revision.measures.all().delete()
    stream = stream_of(revision.body)
    found = [block for block in walk(stream) if block.kind.name == MEASURE]
    rows = Measure.objects.bulk_create(
        _row(measure, revision, position) for position, measure in enumerate(found, start=1)
    )
    registered = organisation_codes(stream)
    MeasureBody.objects.bulk_create(
        body
        for row, measure in zip(rows, found, strict=True)
        for body in _bodies(measure, row, registered)
    )
    return len(rows)


def _row(measure: Block, revision: PlanRevisionPage, position: int) -> Measure:
    """Return the row of a measure."""
    area = next((block for block in measure.lineage() if block.kind.name == FOCUS_AREA), None)
    columns = {column.name for column in Measure._meta.fields}
    said = {
        entry.field.name: _fitting(Measure, entry.field.name, _words(entry))
        for entry in measure.entries
        if entry.at == "" and entry.field.name in columns
    }
    return Measure(
        revision=revision,
        block_id=measure.id,
        position=position,
        focus_area_id=area.id if area else None,
        focus_area=_fitting(Measure, "focus_area", area.name if area else ""),
        **said,
    )


def _bodies(measure: Block, row: Measure, registered: Container[int]) -> Iterator[MeasureBody]:
    """Yield the bodies of a measure; one that has gone from the register stands by its name."""
    for entry in measure.entries:
        _measure, role, *_name = entry.field.path.split(".")
        if entry.field.prints and role in BodyRole.values:
            key = entry.beside(entry.field.prints)
            yield MeasureBody(
                measure=row,
                organisation_id=key if isinstance(key, int) and key in registered else None,
                as_printed=_fitting(MeasureBody, "as_printed", entry.words),
                role=role,
            )


def _words(entry: Entry) -> str:
    return plain(entry.words) if entry.field.holds is Holds.RICH else entry.words


def _fitting(model: type[Model], field: str, words: str) -> str:
    """The index holds as much as its column does; the text itself is whole, and is the truth."""
    longest: int | None = getattr(model._meta.get_field(field), "max_length", None)
    return words[:longest]
