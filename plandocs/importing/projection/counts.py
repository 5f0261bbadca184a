"""How much there is in a text of all that is counted."""

from collections.abc import Sequence

from plandocs.importing.projection.goals import areas_followed_up
from plandocs.importing.projection.notes import footnotes
from plandocs.importing.projection.outline import contributions, lists_under_headings
from plandocs.importing.projection.tables import placed_tables
from plandocs.importing.projection.values import of_kind, values
from plandocs.text.walk import Block

Counts = dict[str, int | list[int]]


def counts_of(blocks: Sequence[Block], goals_listed: Sequence[str]) -> Counts:
    """Count the blocks, and of tables, goals and lists those that there are."""
    areas = of_kind(blocks, "focus_area")
    told = _of_some(blocks) | {"goals": len(goals_listed) or len(areas_followed_up(blocks))}
    return {
        "focus_areas": len(areas),
        "measures": len(of_kind(blocks, "measure")),
        "measures_per_area": [len(area.children) for area in areas],
        "footnotes": len(footnotes(blocks)),
        "definitions": len(of_kind(blocks, "definition")),
        **{key: count for key, count in told.items() if count},
    }


def _of_some(blocks: Sequence[Block]) -> Counts:
    goals = [area.children for area in areas_followed_up(blocks)]
    rows = [len(rows) - 1 for _heading, rows in placed_tables(blocks)]
    lists = lists_under_headings(blocks)
    contributed = [len(items) for _body, items in contributions(blocks)]
    return {
        "tables": len(rows),
        "table_rows": sum(rows),
        "rows_per_table": rows,
        "goal_rows": sum(map(len, goals)),
        "rows_per_goal": list(map(len, goals)),
        "indicator_mentions": sum(
            len(values(row.fields, "indicators")) for rows in goals for row in rows
        ),
        "sub_goals": len(lists.get("sub_goals", [])),
        "strategic_directions": len(lists.get("strategic_direction", [])),
        "contributing_bodies": len(contributed),
        "contributions": sum(contributed),
        "contributions_per_body": contributed,
    }
