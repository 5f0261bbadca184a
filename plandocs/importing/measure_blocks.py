"""Blocks that print measures: lists, paragraphs and tables that say who answers."""

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.flat import Flat, Item, Items, Lines, Rows
from plandocs.importing.labels import is_lead, labelled
from plandocs.importing.measure_tables import measure_rows
from plandocs.importing.measures import is_measure, read_measure
from plandocs.importing.tree import Measure


def is_measure_block(block: Flat) -> bool:
    """Whether the block prints measures: items, a paragraph or table rows with a responsible."""
    if isinstance(block, Items):
        return any(map(is_measure, block.items))
    if isinstance(block, Lines):
        first, *rest = block.lines
        return labelled(first)[2] == first and any(map(is_lead, rest)) and ":" not in first
    return isinstance(block, Rows) and bool(measure_rows(block, BodyNames()))


def measures_in(block: Flat, names: BodyNames) -> tuple[Measure, ...]:
    """Return the measures of a block, whether or not it says who answers for them."""
    if isinstance(block, Rows):
        return measure_rows(block, names)
    items = block.items if isinstance(block, Items) else []
    if isinstance(block, Lines):
        items = [Item(block.lines)]
    return tuple(read_measure(item, names) for item in items)
