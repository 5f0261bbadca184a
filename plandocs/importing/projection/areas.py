"""Focus areas and measures."""

from collections.abc import Iterable, Sequence

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.projection.rich import words
from plandocs.importing.stored import HOLDERS, Stored, of_kind

Json = dict[str, object]
ROLES = {
    "responsible": "lead",
    "in_collaboration_with": "collaborating",
    "co_responsible": "co_responsible",
}


def measures_in(blocks: Sequence[Stored], *kinds: str) -> list[Stored]:
    """Return the measures of every block of the kinds, or of all that hold measures."""
    holders = of_kind(blocks, *(kinds or HOLDERS))
    return [measure for holder in holders for measure in holder.blocks("measures")]


def focus_areas(blocks: Sequence[Stored], names: BodyNames) -> list[Json]:
    """Return the focus areas with their measures."""
    areas = of_kind(blocks, "focus_area")
    return [_area(area, order, names) for order, area in enumerate(areas, 1)]


def loose_measures(blocks: Sequence[Stored], names: BodyNames) -> list[Json]:
    """Return the measures outside every focus area."""
    return _measures(measures_in(blocks, "measures"), "", names)


def _area(area: Stored, order: int, names: BodyNames) -> Json:
    preconditions = words(area.text("preconditions"))
    return {
        "order": order,
        **_said(area, "title", "number"),
        "intro": "\n".join(words(area.text("intro"))),
        "lead_in": area.text("lead_in"),
        **({"preconditions": "\n".join(preconditions)} if preconditions else {}),
        "measures": _measures(area.blocks("measures"), f"{order}.", names),
    }


def _measures(measures: Iterable[Stored], order: str, names: BodyNames) -> list[Json]:
    return [_measure(one, f"{order}{place}", names) for place, one in enumerate(measures, 1)]


def _measure(measure: Stored, order: str, names: BodyNames) -> Json:
    bodies = {
        key: [names.name(body.text("as_printed")) for body in measure.blocks(role)]
        for key, role in ROLES.items()
    }
    indicators = [
        {"text": one.text(), "frequency": one.text("frequency")}
        for one in measure.blocks("indicators")
    ]
    return {
        "id": measure.text("number") or order,
        "text": words_of(measure),
        "responsible_as_printed": measure.text("responsible_as_printed"),
        **{key: found for key, found in bodies.items() if found or key != "co_responsible"},
        **_said(measure, "title", "level", "deadline"),
        **({"indicators": indicators} if indicators else {}),
    }


def words_of(measure: Stored) -> str:
    """Return a measure in words, with its title first."""
    return " ".join(filter(None, [measure.text("title"), *words(measure.text())]))


def _said(block: Stored, *fields: str) -> dict[str, str]:
    return {field: text for field in fields if (text := block.text(field))}
