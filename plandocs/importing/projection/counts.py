"""How much there is in a text of all that is counted."""

from collections.abc import Sequence

from plandocs.importing.projection.areas import measures_in
from plandocs.importing.projection.goals import goals_followed_up
from plandocs.importing.projection.lists import contributions, lists_under_headings
from plandocs.importing.projection.notes import footnotes
from plandocs.importing.projection.tables import placed_tables
from plandocs.importing.stored import Stored, of_kind

Counts = dict[str, int | list[int]]
_LISTS = {"sub_goals": "sub_goals", "strategic_direction": "strategic_directions"}


def counts_of(blocks: Sequence[Stored], goals_listed: Sequence[str]) -> Counts:
    """Count the blocks and what is told of them; tables, goals and lists only if there are any."""
    areas = of_kind(blocks, "focus_area")
    lists = lists_under_headings(blocks)
    return {
        "focus_areas": len(areas),
        "measures": len(measures_in(blocks)),
        "measures_per_area": [len(area.blocks("measures")) for area in areas],
        "footnotes": len(footnotes(blocks)),
        "definitions": len(of_kind(blocks, "definition")),
        **_tables([len(rows) - 1 for _heading, rows in placed_tables(blocks)]),
        **_goals(blocks),
        **({"goals": len(goals_listed)} if goals_listed else {}),
        **{_LISTS[key]: len(items) for key, items in lists.items()},
        **_contributions([len(items) for _body, items in contributions(blocks)]),
    }


def _tables(rows: list[int]) -> Counts:
    return {"tables": len(rows), "table_rows": sum(rows), "rows_per_table": rows} if rows else {}


def _goals(blocks: Sequence[Stored]) -> Counts:
    goals = [goal["rows"] for goal in goals_followed_up(blocks)]
    if not goals:
        return {}
    return {
        "goals": len(goals),
        "goal_rows": sum(map(len, goals)),
        "rows_per_goal": list(map(len, goals)),
        "indicator_mentions": sum(len(row["indicators"]) for rows in goals for row in rows),
    }


def _contributions(items: list[int]) -> Counts:
    if not items:
        return {}
    return {
        "contributing_bodies": len(items),
        "contributions": sum(items),
        "contributions_per_body": items,
    }
