"""Goals that are followed up by indicators rather than by who answers for them."""

import re
from collections.abc import Sequence

from plandocs.importing.projection.areas import words_of
from plandocs.importing.stored import Stored, of_kind

_EXAMPLES = re.compile(r"^(?P<goal>.+?)\s*\((?P<examples>(?:[^()]|\([^()]*\))*)\)\.?$")


def goals_followed_up(blocks: Sequence[Stored]) -> list[dict[str, object]]:
    """Return the areas whose goals have indicators, row by row, examples in brackets apart."""
    return [
        {
            "order": order,
            "title": area.text("title"),
            "rows": [
                _row(goal, f"{order}.{place}")
                for place, goal in enumerate(area.blocks("measures"), 1)
            ],
        }
        for order, area in enumerate(areas_followed_up(blocks), 1)
    ]


def areas_followed_up(blocks: Sequence[Stored]) -> list[Stored]:
    """Return the areas whose goals have indicators, none where measures say who answers."""
    areas = [area for area in of_kind(blocks, "focus_area") if _have(area, "indicators")]
    return [] if any(_have(area, "lead") for area in areas) else areas


def _have(area: Stored, field: str) -> bool:
    return any(goal.blocks(field) for goal in area.blocks("measures"))


def _row(goal: Stored, order: str) -> dict[str, object]:
    text, indicators = words_of(goal), goal.blocks("indicators")
    match = _EXAMPLES.match(text)
    return {
        "id": goal.text("number") or order,
        "text": match["goal"] if match else text,
        "examples": match["examples"] if match else None,
        "indicators": [one.text() for one in indicators],
        "frequency": next(filter(None, (one.text("frequency") for one in indicators)), None),
    }
