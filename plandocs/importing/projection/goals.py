"""Goals that are followed up by indicators rather than by who answers for them."""

import re
from collections.abc import Iterable, Sequence
from typing import TypedDict

from plandocs.importing.projection.areas import words_of
from plandocs.importing.stored import Stored, of_kind

_EXAMPLES = re.compile(r"^(?P<goal>.+?)\s*\((?P<examples>(?:[^()]|\([^()]*\))*)\)\.?$")


class Row(TypedDict):
    """A goal of an area, its examples in brackets apart, and how one sees that it is reached."""

    id: str
    text: str
    examples: str | None
    indicators: list[str]
    frequency: str | None


class Goal(TypedDict):
    """An area whose goals are followed up."""

    order: int
    title: str
    rows: list[Row]


def goals_followed_up(blocks: Sequence[Stored]) -> list[Goal]:
    """Return the areas whose goals have indicators, none where measures say who answers."""
    areas = [(area, area.blocks("measures")) for area in of_kind(blocks, "focus_area")]
    followed_up = [(area, goals) for area, goals in areas if _have(goals, "indicators")]
    if any(_have(goals, "lead") for _area, goals in followed_up):
        return []
    return [
        {
            "order": order,
            "title": area.text("title"),
            "rows": [_row(goal, f"{order}.{place}") for place, goal in enumerate(goals, 1)],
        }
        for order, (area, goals) in enumerate(followed_up, 1)
    ]


def _have(goals: Iterable[Stored], field: str) -> bool:
    return any(goal.blocks(field) for goal in goals)


def _row(goal: Stored, order: str) -> Row:
    text, indicators = words_of(goal), goal.blocks("indicators")
    match = _EXAMPLES.match(text)
    return {
        "id": goal.text("number") or order,
        "text": match["goal"] if match else text,
        "examples": match["examples"] if match else None,
        "indicators": [one.text() for one in indicators],
        "frequency": next(filter(None, (one.text("frequency") for one in indicators)), None),
    }
