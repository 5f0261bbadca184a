"""Reading the rows of a table as measures."""

from collections.abc import Iterator

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.flat import HARD_BREAK, Item, Rows
from plandocs.importing.labels import Label, column_label, is_goal_column
from plandocs.importing.measures import read_measure
from plandocs.importing.tree import Measure


def measure_rows(table: Rows, names: BodyNames) -> tuple[Measure, ...]:
    """Return a table's rows as measures, none if its columns are not those of measures.

    Those are a measure and who answers for it, or a goal and how one sees that it is reached.
    """
    columns = _columns(table.rows[0])
    if Label.TEXT not in columns:
        return ()
    items = (
        Item(list(_row_lines(columns, table.rows[0], row))) for row in table.rows[1:] if any(row)
    )
    return tuple(read_measure(item, names) for item in items)


def _columns(head: tuple[str, ...]) -> list[Label | None]:
    columns = [column_label(cell) for cell in head]
    if Label.LEAD in columns:
        return columns
    if Label.INDICATOR not in columns or Label.TEXT in columns:
        return []
    return [Label.TEXT if is_goal_column(cell) else column_label(cell) for cell in head]


def _row_lines(
    columns: list[Label | None], head: tuple[str, ...], row: tuple[str, ...]
) -> Iterator[str]:
    """Yield the measure, what stands in columns of no known kind, and the labelled lines."""
    cells = [told for told in zip(columns, head, row, strict=True) if told[-1]]
    yield " ".join(cell for label, _name, cell in cells if label is Label.TEXT) + HARD_BREAK
    for label, name, cell in cells:
        if label is None:
            yield f"{name}: {cell}{HARD_BREAK}" if name else f"{cell}{HARD_BREAK}"
    for label, name, cell in cells:
        if label not in (None, Label.TEXT):
            yield f"  {name}: {cell}"
