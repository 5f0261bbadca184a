"""Goals with their indicators, and the lists that a plan is known by, as plain JSON."""

import re
from collections.abc import Iterator
from typing import Any

from plandocs.importing.tree import (
    Content,
    FocusArea,
    ImportedDocument,
    Measure,
    Paragraph,
    Section,
    TextList,
)

Json = dict[str, Any]

_EXAMPLES = re.compile(r"^(?P<goal>.+?)\s*\((?P<examples>(?:[^()]|\([^()]*\))*)\)\.?$")
_UNDER = {
    "strategic_direction": re.compile(r"strategiska? inriktning\w*$", re.IGNORECASE),
    "sub_goals": re.compile(r"delmål(?:en)?$", re.IGNORECASE),
}
_CONTRIBUTES = re.compile(
    r"^(?P<body>.+?) (?:(?:kan|ska) )?(?:bidrar?|medverkar?) (?:genom att|med att|med)?:$",
    re.IGNORECASE,
)


def goals_followed_up(document: ImportedDocument) -> Json:
    """Return the areas whose goals have indicators, row by row; nothing where none has."""
    areas = [
        area for area in document.focus_areas if any(goal.indicators for goal in area.measures)
    ]
    if not areas or any(goal.lead for area in areas for goal in area.measures):
        return {}
    return {"goals": [_goal(area, order) for order, area in enumerate(areas, 1)]}


def _goal(area: FocusArea, order: int) -> Json:
    rows = [_row(goal, f"{order}.{place}") for place, goal in enumerate(area.measures, 1)]
    return {"order": order, "title": area.title, "rows": rows}


def _row(goal: Measure, order: str) -> Json:
    match = _EXAMPLES.match(goal.plain)
    return {
        "id": goal.number or order,
        "text": match["goal"] if match else goal.plain,
        "examples": match["examples"] if match else None,
        "indicators": [text for text, _often in goal.indicators if text],
        "frequency": next((often for _text, often in goal.indicators if often), None),
    }


def lists_under_headings(document: ImportedDocument) -> Json:
    """Return the lists of directions, of partial goals and of what each body contributes."""
    told: Json = {}
    for key, heading in _UNDER.items():
        for section in document.sections:
            if heading.search(section.heading) and (items := _first_list(section)):
                told[key] = items
                break
    if contributions := list(_contributions(document.walk())):
        told["contributions"] = contributions
    return told


def _first_list(section: Section) -> list[str]:
    for child in section.children:
        if isinstance(child, Paragraph) and (items := _items(child)):
            return items
    return []


def _items(paragraph: Paragraph) -> list[str]:
    return [
        item.text.plain
        for part in paragraph.parts
        if isinstance(part, TextList)
        for item in part.items
    ]


def _contributions(nodes: Iterator[Content | Section]) -> Iterator[Json]:
    for node in nodes:
        if not isinstance(node, Paragraph):
            continue
        match = _CONTRIBUTES.match(node.plain)
        if match and (items := _items(node)):
            yield {"body": match["body"], "items": items}


def counts_of_lists(told: Json) -> Json:
    """Return how much there is of each."""
    counts: Json = {}
    if goals := told.get("goals"):
        rows = [row for goal in goals for row in goal["rows"]]
        counts |= {
            "goals": len(goals),
            "goal_rows": len(rows),
            "rows_per_goal": [len(goal["rows"]) for goal in goals],
            "indicator_mentions": sum(len(row["indicators"]) for row in rows),
        }
    if goals_listed := told.get("goals_listed"):
        counts["goals"] = len(goals_listed)
    if sub_goals := told.get("sub_goals"):
        counts["sub_goals"] = len(sub_goals)
    if directions := told.get("strategic_direction"):
        counts["strategic_directions"] = len(directions)
    if contributions := told.get("contributions"):
        counts |= {
            "contributing_bodies": len(contributions),
            "contributions": sum(len(one["items"]) for one in contributions),
            "contributions_per_body": [len(one["items"]) for one in contributions],
        }
    return counts
