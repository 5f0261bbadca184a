"""Tables, and which of the goals counted up before them each stands under, as plain JSON."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from plandocs.importing.tree import Content, ImportedDocument, Section, Table

Json = dict[str, Any]


def tables_under_goals(document: ImportedDocument) -> Json:
    """Return the tables; their columns are told once where all have the same."""
    goals = [] if document.focus_areas else list(document.overview)
    found = list(_tables(document.children, ""))
    columns = [list(table.rows[0]) for _heading, table in found]
    alike = len(found) > 1 and all(heads == columns[0] for heads in columns)
    told: Json = {
        "tables": [
            {"goal_heading": heading}
            | ({} if alike else {"columns": heads})
            | {"rows": list(_rows(table))}
            | _order(heading, goals)
            for (heading, table), heads in zip(found, columns, strict=True)
        ]
    }
    if alike:
        told["table_columns"] = columns[0]
    return told | ({"goals_listed": goals} if goals else {})


def _tables(children: Iterable[Content | Section], heading: str) -> Iterator[tuple[str, Table]]:
    for child in children:
        if isinstance(child, Section):
            yield from _tables(child.children, child.heading)
        elif isinstance(child, Table):
            yield re.sub(r"^\w+: ", "", heading), child


def _order(heading: str, goals: list[str]) -> Json:
    """Which goal, counted from one, the table is about."""
    places = [place for place, goal in enumerate(goals, 1) if heading.startswith(goal)]
    return {"goal_order_in_plan": places[0]} if places else {}


def _rows(table: Table) -> Iterator[Json]:
    keys = [_key(name, place) for place, name in enumerate(table.rows[0], 1)]
    for row in table.rows[1:]:
        yield {key: cell or None for key, cell in zip(keys, row, strict=True)}


def _key(column: str, place: int) -> str:
    """Return a column's head as a name: *Pågående arbete* → ``pagaende_arbete``."""
    plain = column.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"\W+", "_", plain).strip("_") or f"column_{place}"
