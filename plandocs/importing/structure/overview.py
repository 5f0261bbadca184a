"""The list, or the boxes of a figure, in which a document counts up its focus areas."""

from collections.abc import Iterator
from itertools import chain, groupby

from plandocs.importing.flat import Flat, Items, Lines, logical_lines
from plandocs.importing.inline import read_inline
from plandocs.importing.measure_blocks import is_measure_block
from plandocs.importing.structure.parts import AREA, MOST_HEADINGS, Part, is_among, plain

_LONGEST_OVERVIEW = 20
_FEWEST_BOXES = 3
_LONGEST_BOX = 150


def find_overview(parts: list[Part]) -> tuple[str, ...]:
    """Return the list in which the document counts up its focus areas, if it has one."""
    titles = {plain(part.heading) for part in parts if part.heading}
    for items in chain.from_iterable(map(_enumerations, parts)):
        named = [item for item in items if is_among(plain(item), titles)]
        if len(named) >= max(2, len(items) / 2):
            return items
    return ()


def find_boxes(parts: list[Part]) -> tuple[str, ...]:
    """Return the goals that the boxes of a figure count up, if headings begin with them."""
    goals = {plain(AREA.sub("", part.heading, count=1)) for part in parts if part.heading}
    if len(goals) > MOST_HEADINGS:
        return ()
    for boxes in chain.from_iterable(map(_runs_of_boxes, parts)):
        plain_boxes = enumerate(map(plain, boxes))
        named = [n for n, box in plain_boxes if any(goal.startswith(box) for goal in goals)]
        if len(named) >= max(_FEWEST_BOXES, len(boxes) / 2):
            return boxes[named[0] :]
    return ()


def _enumerations(part: Part) -> Iterator[tuple[str, ...]]:
    for block in part.blocks:
        items = block.items if isinstance(block, Items) else []
        if 2 <= len(items) <= _LONGEST_OVERVIEW and not is_measure_block(block):
            yield tuple(read_inline(" ".join(one.lines)).plain.rstrip(".") for one in items)


def _runs_of_boxes(part: Part) -> Iterator[tuple[str, ...]]:
    """Yield the short paragraphs without a stop that stand in a row, as boxes in a figure do."""
    for is_box, run in groupby(map(_words, part.blocks), key=_is_box):
        boxes = tuple(run)
        if is_box and _FEWEST_BOXES <= len(boxes) <= _LONGEST_OVERVIEW:
            yield boxes


def _is_box(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_BOX and words[-1].isalpha()


def _words(block: Flat) -> str:
    lines = logical_lines(block.lines) if isinstance(block, Lines) else []
    return read_inline(" ".join(lines)).plain
