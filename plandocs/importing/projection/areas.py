"""Focus areas and measures, and the bodies that they print."""

from collections.abc import Iterable, Iterator

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.bodies.printed import tidy
from plandocs.importing.projection.values import Json, of_kind, said, values, words
from plandocs.text.stored import Raw
from plandocs.text.walk import Block

ROLES = {
    "responsible": "lead",
    "in_collaboration_with": "collaborating",
    "co_responsible": "co_responsible",
}


def focus_areas(blocks: Iterable[Block], names: BodyNames) -> list[Json]:
    """Return the focus areas with their measures."""
    areas = of_kind(blocks, "focus_area")
    return [_area(area, order, names) for order, area in enumerate(areas, 1)]


def loose_measures(blocks: Iterable[Block], names: BodyNames) -> list[Json]:
    """Return the measures outside every focus area."""
    loose = (one for block in of_kind(blocks, "measures") for one in block.children)
    return _measures(loose, "", names)


def words_of(measure: Raw) -> str:
    """Return a measure in words, with its title first."""
    return " ".join(filter(None, [said(measure, "title"), *words(said(measure))]))


def _area(area: Block, order: int, names: BodyNames) -> Json:
    fields = area.fields
    preconditions = words(said(fields, "preconditions"))
    return {
        "order": order,
        **_filled(fields, "title", "number"),
        "intro": "\n".join(words(said(fields, "intro"))),
        "lead_in": said(fields, "lead_in"),
        **({"preconditions": "\n".join(preconditions)} if preconditions else {}),
        "measures": _measures(area.children, f"{order}.", names),
    }


def _measures(measures: Iterable[Block], order: str, names: BodyNames) -> list[Json]:
    return [_measure(one.fields, f"{order}{n}", names) for n, one in enumerate(measures, 1)]


def _measure(measure: Raw, order: str, names: BodyNames) -> Json:
    bodies = {
        key: [names.name(said(body, "as_printed")) for body in values(measure, role)]
        for key, role in ROLES.items()
    }
    indicators = [
        {"text": said(one), "frequency": said(one, "frequency")}
        for one in values(measure, "indicators")
    ]
    return {
        "id": said(measure, "number") or order,
        "text": words_of(measure),
        "responsible_as_printed": said(measure, "responsible_as_printed"),
        **{key: found for key, found in bodies.items() if found or key != "co_responsible"},
        **_filled(measure, "title", "level", "deadline"),
        **({"indicators": indicators} if indicators else {}),
    }


def _filled(fields: Raw, *names: str) -> dict[str, str]:
    return {name: text for name in names if (text := said(fields, name))}


def body_names(blocks: Iterable[Block]) -> BodyNames:
    """Return the one name of every body that the measures print, whatever its spelling."""
    return BodyNames(
        said(body, "as_printed")
        for measure in of_kind(blocks, "measure")
        for role in ROLES.values()
        for body in values(measure.fields, role)
    )


def bodies(names: BodyNames) -> list[dict[str, object]]:
    """Return each body with all its spellings."""
    return [
        {"name": body.name, "type": body.type.value, "spellings": list(body.spellings)}
        for body in names.bodies()
    ]


def corrections(names: BodyNames) -> Iterator[dict[str, object]]:
    """Yield the bodies whose names are misspelt somewhere; capitals alone are no misspelling."""
    for body in names.bodies():
        wrong = [one for one in body.spellings if tidy(one).casefold() != body.name.casefold()]
        wrong += [one for one in body.spellings if one not in wrong and tidy(one) != one]
        if wrong:
            yield {"as_printed": wrong, "corrected": body.name}
