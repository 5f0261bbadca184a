"""Blocks that print measures: lists, paragraphs and tables that say who answers."""

from collections.abc import Iterator

from plandocs.importing.bodies import Names
from plandocs.importing.flat import HARD_BREAK, Flat, Item, Items, Lines, Rows
from plandocs.importing.labels import Label, column_label, is_goal_column, is_lead, labelled
from plandocs.importing.measures import is_measure, read_measure
from plandocs.importing.tree import Measure


def is_measure_block(block: Flat) -> bool:
    """Whether the block prints measures: items, a paragraph or table rows with a responsible."""
    if isinstance(block, Items):
        return any(map(is_measure, block.items))
    if isinstance(block, Lines):
        first, *rest = block.lines
        return labelled(first)[2] == first and any(map(is_lead, rest)) and ":" not in first
    return isinstance(block, Rows) and bool(measure_rows(block, ()))


def measures_in(block: Flat, known: Names) -> tuple[Measure, ...]:
    """Return the measures of a block, whether or not it says who answers for them."""
    if isinstance(block, Rows):
        return measure_rows(block, known)
    items = block.items if isinstance(block, Items) else []
    items = [Item(block.lines)] if isinstance(block, Lines) else items
    return tuple(read_measure(item, known) for item in items)


def measure_rows(table: Rows, known: Names) -> tuple[Measure, ...]:
    """Return the rows where columns hold measures and who answers, or goals and indicators."""
    columns = _columns(head := table.rows[0])
    if Label.TEXT not in columns:
        return ()
    items = (Item(list(_row_lines(columns, head, row))) for row in table.rows[1:] if any(row))
    return tuple(read_measure(item, known) for item in items)


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
