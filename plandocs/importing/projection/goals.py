"""Goals that are followed up by indicators rather than by who answers for them."""

import re
from collections.abc import Iterable

from plandocs.importing.projection.areas import words_of
from plandocs.importing.projection.values import of_kind, said, values
from plandocs.text.stored import Raw
from plandocs.text.walk import Block

_EXAMPLES = re.compile(r"^(?P<goal>.+?)\s*\((?P<examples>(?:[^()]|\([^()]*\))*)\)\.?$")


def goals_followed_up(blocks: Iterable[Block]) -> list[dict[str, object]]:
    """Return the areas whose goals have indicators, row by row, examples in brackets apart."""
    return [
        {
            "order": order,
            "title": said(area.fields, "title"),
            "rows": [
                _row(goal.fields, f"{order}.{place}") for place, goal in enumerate(area.children, 1)
            ],
        }
        for order, area in enumerate(areas_followed_up(blocks), 1)
    ]


def areas_followed_up(blocks: Iterable[Block]) -> list[Block]:
    """Return the areas whose goals have indicators, none where measures say who answers."""
    areas = [area for area in of_kind(blocks, "focus_area") if _have(area, "indicators")]
    return [] if any(_have(area, "lead") for area in areas) else areas


def _have(area: Block, field: str) -> bool:
    return any(goal.fields.get(field) for goal in area.children)


def _row(goal: Raw, order: str) -> dict[str, object]:
    text, indicators = words_of(goal), values(goal, "indicators")
    match = _EXAMPLES.match(text)
    return {
        "id": said(goal, "number") or order,
        "text": match["goal"] if match else text,
        "examples": match["examples"] if match else None,
        "indicators": [said(one) for one in indicators],
        "frequency": next(filter(None, (said(one, "frequency") for one in indicators)), None),
    }
