"""Turning the flat blocks under one heading into paragraphs, definitions, tables and measures."""

import re
from collections.abc import Iterable

from plandocs.importing.bodies import BodyNames
from plandocs.importing.flat import (
    HARD_BREAK,
    Flat,
    Item,
    Items,
    Lines,
    Quoted,
    Rows,
    logical_lines,
)
from plandocs.importing.inline import read_inline
from plandocs.importing.labels import is_lead, labelled
from plandocs.importing.measures import (
    is_measure,
    measure_rows,
    read_measure,
    rich_lines,
    text_list,
)
from plandocs.importing.tree import (
    Content,
    Definition,
    FocusArea,
    Goal,
    Measure,
    Measures,
    NoteMark,
    Paragraph,
    Quote,
    RichText,
    Span,
    Table,
    TextList,
    marks_in,
)

_DEFINES = re.compile(r"definition|begrepp|ordlista|ordförklaring|terminologi", re.IGNORECASE)
_PRECONDITIONS = re.compile(r"\bp\w{1,2} plats|f\w{1,2}ruts\w{1,2}ttning", re.IGNORECASE)
_GOALS = {
    "vision": "vision",
    "huvudmål": "main_goal",
    "övergripande mål": "main_goal",
    "det övergripande målet": "main_goal",
}


def defines_terms(heading: str) -> bool:
    """Whether the terms of the document are defined under such a heading."""
    return bool(_DEFINES.search(heading))


def is_measure_block(block: Flat) -> bool:
    """Whether the block prints measures: items, a paragraph or table rows with a responsible."""
    if isinstance(block, Items):
        return any(map(is_measure, block.items))
    if isinstance(block, Lines):
        return _is_measure_paragraph(block)
    return isinstance(block, Rows) and bool(measure_rows(block, BodyNames()))


def _is_measure_paragraph(block: Lines) -> bool:
    first, *rest = block.lines
    return labelled(first)[2] == first and any(map(is_lead, rest)) and ":" not in first


def read_content(heading: str, blocks: Iterable[Flat], names: BodyNames) -> tuple[Content, ...]:
    """Return what stands under a heading that is no focus area."""
    content: list[Content] = []
    for block in blocks:
        if isinstance(block, Items):
            _add_list(content, block, names)
        elif isinstance(block, Lines):
            content += _paragraph(block, defines_terms(heading), names)
        elif isinstance(block, Quoted):
            lines = rich_lines(block.lines)
            content.append(Quote(" ".join(line.plain for line in lines), marks_in(lines)))
        elif isinstance(block, Rows):
            measures = measure_rows(block, names)
            content.append(Measures(measures) if measures else _table(block))
    return tuple(_as_goal(heading, _with_measures_joined(content)))


def _paragraph(block: Lines, defines: bool, names: BodyNames) -> list[Content]:
    """Return what a paragraph is; nothing where it is only a line break."""
    if _is_measure_paragraph(block):
        return [Measures((read_measure(Item(block.lines), names),))]
    lines = rich_lines(block.lines)
    if not lines:
        return []
    return [(_definition(lines) if defines else None) or Paragraph(lines)]


def _definition(lines: tuple[RichText, ...]) -> Definition | None:
    """Read ``**Term** means …``; marks right after the term belong to the term."""
    if not isinstance(term := lines[0].parts[0], Span) or not term.bold:
        return None
    rest = list(lines[0].parts[1:])
    marks: list[NoteMark] = []
    while rest and isinstance(mark := rest[0], NoteMark):
        marks.append(mark)
        rest.pop(0)
    if rest and isinstance(first := rest[0], Span):
        rest[0] = Span(first.text.lstrip(" :–-"), first.bold, first.italic, first.href)
    meaning = (RichText(tuple(rest)), *lines[1:]) if rest else lines[1:]
    if not any(line.plain for line in meaning):
        return None
    return Definition(term.text.strip(" :–-."), meaning, tuple(marks))


def _add_list(content: list[Content], block: Items, names: BodyNames) -> None:
    """A list belongs to the paragraph or definition that leads into it with a colon."""
    if is_measure_block(block):
        content.append(Measures(tuple(read_measure(item, names) for item in block.items)))
        return
    before = content[-1] if content else None
    printed = text_list(block.items)
    if isinstance(before, Paragraph) and before.plain.endswith(":"):
        content[-1] = Paragraph((*before.parts, printed))
    elif isinstance(before, Definition) and _leads_on(before):
        content[-1] = Definition(before.term, (*before.meaning, printed), before.term_marks)
    else:
        content.append(Paragraph((printed,)))


def _leads_on(definition: Definition) -> bool:
    last = definition.meaning[-1]
    return isinstance(last, RichText) and last.plain.endswith(":")


def _table(block: Rows) -> Table:
    return Table(tuple(tuple(read_inline(cell).plain for cell in row) for row in block.rows))


def _with_measures_joined(content: list[Content]) -> list[Content]:
    joined: list[Content] = []
    for node in content:
        last = joined[-1] if joined else None
        if isinstance(node, Measures) and isinstance(last, Measures):
            joined[-1] = Measures(last.measures + node.measures)
        else:
            joined.append(node)
    return joined


def _as_goal(heading: str, content: list[Content]) -> list[Content]:
    """A vision or main goal alone under its own heading is that, not just a paragraph."""
    kind = _GOALS.get(heading.casefold())
    if not kind or len(content) != 1 or not isinstance(only := content[0], Paragraph):
        return content
    if len(only.parts) != 1 or not isinstance(line := only.parts[0], RichText) or line.marks:
        return content
    return [Goal(kind, line.plain)]


def read_focus_area(
    *, number: str, title: str, blocks: list[Flat], names: BodyNames
) -> tuple[FocusArea, tuple[Content, ...]]:
    """Return a focus area, and what stands after its measures."""
    before, printed, after = _parted(blocks)
    preconditions, before = _take_preconditions(before)
    lead_in, before = _take_lead_in(before)
    opening = read_content("", before, names)
    intro = tuple(part for node in opening if isinstance(node, Paragraph) for part in node.parts)
    others = tuple(node for node in opening if not isinstance(node, Paragraph))
    area = FocusArea(
        title=title,
        number=number,
        intro=_without_slant(intro),
        lead_in=lead_in,
        preconditions=preconditions,
        measures=tuple(_measures(printed, names)),
    )
    return area, others + read_content("", after, names)


def _measures(blocks: Iterable[Flat], names: BodyNames) -> Iterable[Measure]:
    for block in blocks:
        if isinstance(block, Items):
            yield from (read_measure(item, names) for item in block.items)
        elif isinstance(block, Lines):
            yield read_measure(Item(block.lines), names)
        elif isinstance(block, Rows):
            yield from measure_rows(block, names)


def _parted(blocks: list[Flat]) -> tuple[list[Flat], list[Flat], list[Flat]]:
    """Part what stands before the measures, the measures, and what stands after."""
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


def _take_preconditions(blocks: list[Flat]) -> tuple[tuple[RichText | TextList, ...], list[Flat]]:
    for place in range(len(blocks) - 1):
        lines, items = blocks[place], blocks[place + 1]
        if isinstance(lines, Lines) and isinstance(items, Items) and _is_precondition(lines):
            lead = rich_lines(lines.lines)
            return (*lead, text_list(items.items)), blocks[:place] + blocks[place + 2 :]
    return (), blocks


def _take_lead_in(blocks: list[Flat]) -> tuple[RichText, list[Flat]]:
    last = blocks[-1] if blocks else None
    if not isinstance(last, Lines):
        return RichText(), blocks
    *rest, line = logical_lines(last.lines)
    if not line.rstrip(" *_").endswith(":"):
        return RichText(), blocks
    kept: list[Flat] = [Lines([f"{words}{HARD_BREAK}" for words in rest])] if rest else []
    return read_inline(line), blocks[:-1] + kept


def _without_slant(parts: tuple[RichText | TextList, ...]) -> tuple[RichText | TextList, ...]:
    """An introduction set wholly in italics is an ingress: how it looks is for the page."""
    return tuple(
        RichText(tuple(_upright(part) for part in line.parts))
        if isinstance(line, RichText) and _is_slanted(line)
        else line
        for line in parts
    )


def _is_slanted(line: RichText) -> bool:
    return all(part.italic for part in line.parts if isinstance(part, Span) and part.text.strip())


def _upright(part: Span | NoteMark) -> Span | NoteMark:
    return Span(part.text, part.bold, False, part.href) if isinstance(part, Span) else part
