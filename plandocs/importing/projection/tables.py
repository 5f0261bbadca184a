"""Tables, and which of the goals counted up before them each stands under."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from plandocs.importing.stored import SECTIONS, Stored, of_kind

Rows = Sequence[Sequence[str]]


def tables(blocks: Sequence[Stored], goals: Sequence[str]) -> dict[str, object]:
    """Return the tables; their columns are told once where all have the same."""
    found = placed_tables(blocks)
    columns = [list(rows[0]) for _heading, rows in found]
    alike = len(found) > 1 and all(heads == columns[0] for heads in columns)
    told = [
        {"goal_heading": heading}
        | ({} if alike else {"columns": heads})
        | {"rows": list(_rows(rows))}
        | _order(heading, goals)
        for (heading, rows), heads in zip(found, columns, strict=True)
    ]
    return {"tables": told, **({"table_columns": columns[0]} if alike else {})}


def placed_tables(blocks: Sequence[Stored]) -> list[tuple[str, Rows]]:
    """Return each table's rows, the head first, with the heading that it stands under."""
    under = [("", blocks)]
    for section in of_kind(blocks, *SECTIONS):
        heading = re.sub(r"^\w+: ", "", section.text("heading"))
        under.append((heading, section.blocks("content")))
    return [
        (heading, cast(Mapping[str, Rows], block.value("table"))["data"])
        for heading, inside in under
        for block in inside
        if block.kind == "table"
    ]


def _order(heading: str, goals: Sequence[str]) -> dict[str, object]:
    """Which goal, counted from one, the table is about."""
    places = [place for place, goal in enumerate(goals, 1) if heading.startswith(goal)]
    return {"goal_order_in_plan": places[0]} if places else {}


def _rows(rows: Rows) -> Iterator[dict[str, str | None]]:
    keys = [_key(name, place) for place, name in enumerate(rows[0], 1)]
    for row in rows[1:]:
        yield {key: cell or None for key, cell in zip(keys, row, strict=True)}


def _key(column: str, place: int) -> str:
    """Return a column's head as a name: *Pågående arbete* → ``pagaende_arbete``."""
    plain = column.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"\W+", "_", plain).strip("_") or f"column_{place}"
