"""Tables, and which of the goals counted up before them each stands under."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from plandocs.importing.projection.values import of_kind
from plandocs.text.walk import Block

Rows = Sequence[Sequence[str]]


def tables(blocks: Iterable[Block], goals: Sequence[str]) -> dict[str, object]:
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


def placed_tables(blocks: Iterable[Block]) -> list[tuple[str, Rows]]:
    """Return each table's rows, the head first, with the heading that it stands under."""
    return [
        (
            re.sub(r"^\w+: ", "", "".join(block.under[-1:])),
            cast(Mapping[str, Rows], block.fields["table"])["data"],
        )
        for block in of_kind(blocks, "table")
    ]


def _order(heading: str, goals: Sequence[str]) -> dict[str, object]:
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
