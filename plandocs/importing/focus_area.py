"""Reading what stands under the heading of a focus area: why, what is needed, and its measures."""

import re
from dataclasses import replace

from plandocs.importing.bodies import Names
from plandocs.importing.content import read_content
from plandocs.importing.flat import HARD_BREAK, Flat, Items, Lines, logical_lines
from plandocs.importing.inline import read_inline, rich_lines, text_list
from plandocs.importing.measure_blocks import is_measure_block, measures_in
from plandocs.importing.running_text import RichText, Running, Span
from plandocs.importing.tree import Content, FocusArea, Paragraph

_PRECONDITIONS = re.compile(r"\bp\w{1,2} plats|f\w{1,2}ruts\w{1,2}ttning", re.IGNORECASE)


def read_focus_area(
    *, number: str, title: str, blocks: list[Flat], known: Names
) -> tuple[FocusArea, tuple[Content, ...]]:
    """Return a focus area, and what stands after its measures."""
    before, printed, after = _parted(blocks)
    preconditions, before = _take_preconditions(before)
    lead_in, before = _take_lead_in(before)
    opening = read_content("", before, known)
    intro = tuple(part for node in opening if isinstance(node, Paragraph) for part in node.parts)
    others = tuple(node for node in opening if not isinstance(node, Paragraph))
    area = FocusArea(
        title=title,
        number=number,
        intro=_without_slant(intro),
        lead_in=lead_in,
        preconditions=preconditions,
        measures=tuple(one for block in printed for one in measures_in(block, known)),
    )
    return area, others + read_content("", after, known)


def _parted(blocks: list[Flat]) -> tuple[list[Flat], list[Flat], list[Flat]]:
    marked = [place for place, block in enumerate(blocks) if is_measure_block(block)]
    if not marked:
        lists = [
            place
            for place, block in enumerate(blocks)
            if isinstance(block, Items) and not (place and _is_precondition(blocks[place - 1]))
        ]
        marked = lists[-1:]
    if not marked:
        return blocks, [], []
    printed = [blocks[place] for place in marked]
    rest = enumerate(blocks[marked[0] :], marked[0])
    return blocks[: marked[0]], printed, [block for place, block in rest if place not in marked]


def _is_precondition(block: Flat) -> bool:
    return (
        isinstance(block, Lines)
        and block.lines[-1].rstrip(" *_").endswith(":")
        and bool(_PRECONDITIONS.search(" ".join(block.lines)))
    )


def _take_preconditions(blocks: list[Flat]) -> tuple[Running, list[Flat]]:
    for place in range(len(blocks) - 1):
        lines, items = blocks[place], blocks[place + 1]
        if isinstance(lines, Lines) and isinstance(items, Items) and _is_precondition(lines):
            lead = rich_lines(lines.lines)
            return (*lead, text_list(items.items)), blocks[:place] + blocks[place + 2 :]
    return (), blocks


def _take_lead_in(blocks: list[Flat]) -> tuple[RichText, list[Flat]]:
    last = blocks[-1] if blocks else None
    lines = logical_lines(last.lines) if isinstance(last, Lines) else []
    if not lines or not lines[-1].rstrip(" *_").endswith(":"):
        return RichText(), blocks
    *rest, line = lines
    kept: list[Flat] = [Lines([f"{words}{HARD_BREAK}" for words in rest])] if rest else []
    return read_inline(line), blocks[:-1] + kept


def _without_slant(parts: Running) -> Running:
    """An introduction set wholly in italics is an ingress: how it looks is for the page."""
    return tuple(
        RichText(tuple(replace(p, italic=False) if isinstance(p, Span) else p for p in line.parts))
        if isinstance(line, RichText) and line.is_slanted
        else line
        for line in parts
    )
