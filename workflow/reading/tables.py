"""Read the JSON of a table block into rows of cells with their headers and spans."""

from collections.abc import Callable
from dataclasses import dataclass

from plandocs.blocks import StoredTable, address_of_cell


@dataclass(slots=True)
class Cell:
    """One cell; ``scope`` is ``col`` or ``row`` for a header and empty for a plain cell."""

    words: object
    scope: str = ""
    rowspan: int = 1
    colspan: int = 1


def table_rows(table: StoredTable, make: Callable[[str, str], object]) -> list[list[Cell]]:
    """Return the rows. ``make`` is given a cell's text and its place, such as ``r0c2``."""
    spans, hidden = _merged(table)
    row_header = bool(table.get("first_row_is_table_header"))
    column_header = bool(table.get("first_col_is_header"))
    rows = []
    for r, texts in enumerate(table.get("data") or []):
        row = []
        for c, text in enumerate(texts):
            if (r, c) in hidden:
                continue
            rowspan, colspan = spans.get((r, c), (1, 1))
            scope = "col" if row_header and r == 0 else "row" if column_header and c == 0 else ""
            row.append(Cell(make(str(text or ""), address_of_cell(r, c)), scope, rowspan, colspan))
        rows.append(row)
    return rows


def _merged(
    table: StoredTable,
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the size of each merged cell, and the cells that such a cell covers."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    hidden: set[tuple[int, int]] = set()
    for merge in table.get("mergeCells") or []:
        row, column = int(merge["row"]), int(merge["col"])
        height, width = int(merge["rowspan"]), int(merge["colspan"])
        spans[row, column] = (height, width)
        covered = {(row + r, column + c) for r in range(height) for c in range(width)}
        hidden |= covered - {(row, column)}
    return spans, hidden
