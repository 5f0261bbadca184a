"""Turning the flat blocks under one heading into paragraphs, definitions, tables and measures."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from plandocs.importing import tree
from plandocs.importing.bodies import Names
from plandocs.importing.flat import Flat, Items, Lines, Quoted, Rows
from plandocs.importing.inline import read_inline, rich_lines, text_list
from plandocs.importing.measure_blocks import is_measure_block, measures_in
from plandocs.importing.running_text import (
    NoteMark,
    RichText,
    Span,
    TextList,
    marks_in,
    without_start,
)

_DEFINES = re.compile(r"definition|begrepp|ordlista|ordförklaring|terminologi", re.IGNORECASE)
_GOALS = {
    "vision": "vision",
    "huvudmål": "main_goal",
    "övergripande mål": "main_goal",
    "det övergripande målet": "main_goal",
}


def defines_terms(heading: str) -> bool:
    """Whether the terms of the document are defined under such a heading."""
    return bool(_DEFINES.search(heading))


def read_content(heading: str, blocks: Iterable[Flat], known: Names) -> tuple[tree.Content, ...]:
    """Return what stands under a heading that is no focus area."""
    content: list[tree.Content] = []
    for block in blocks:
        if is_measure_block(block):
            measures = measures_in(block, known)
            if content and isinstance(last := content[-1], tree.Measures):
                measures = last.measures + measures  # those that stand in a row are one list
                content.pop()
            content.append(tree.Measures(measures))
        elif isinstance(block, Items):
            _add_list(content, text_list(block.items))
        elif isinstance(block, Lines):
            if lines := rich_lines(block.lines):
                definition = _definition(lines) if defines_terms(heading) else None
                content.append(definition or tree.Paragraph(lines))
        elif isinstance(block, Quoted):
            lines = rich_lines(block.lines)
            content.append(tree.Quote(" ".join(line.plain for line in lines), marks_in(lines)))
        elif isinstance(block, Rows):
            rows = (tuple(read_inline(cell).plain for cell in row) for row in block.rows)
            content.append(tree.Table(tuple(rows)))
    return tuple(_as_goal(heading, content))


def _add_list(content: list[tree.Content], printed: TextList) -> None:
    """A list belongs to the paragraph or definition that leads into it with a colon."""
    before = content[-1] if content else None
    if isinstance(before, tree.Paragraph) and before.plain.endswith(":"):
        content[-1] = tree.Paragraph((*before.parts, printed))
    elif isinstance(before, tree.Definition) and _leads_on(before.meaning[-1]):
        content[-1] = replace(before, meaning=(*before.meaning, printed))
    else:
        content.append(tree.Paragraph((printed,)))


def _leads_on(last: RichText | TextList) -> bool:
    return isinstance(last, RichText) and last.plain.endswith(":")


def _definition(lines: tuple[RichText, ...]) -> tree.Definition | None:
    """Read ``**Term** means …``; marks right after the term belong to the term."""
    term, *parts = lines[0].parts
    if not isinstance(term, Span) or not term.bold:
        return None
    marks = list(takewhile(lambda part: isinstance(part, NoteMark), parts))
    rest = without_start(parts[len(marks) :], " :–-")
    meaning = (RichText(rest), *lines[1:]) if rest else lines[1:]
    if not any(line.plain for line in meaning):
        return None
    return tree.Definition(term.text.strip(" :–-."), meaning, RichText(tuple(marks)).marks)


def _as_goal(heading: str, content: list[tree.Content]) -> list[tree.Content]:
    """A vision or main goal alone under its own heading is that, not just a paragraph."""
    kind = _GOALS.get(heading.casefold())
    if not kind or len(content) != 1 or not isinstance(only := content[0], tree.Paragraph):
        return content
    if len(only.parts) != 1 or not isinstance(line := only.parts[0], RichText) or line.marks:
        return content
    return [tree.Goal(kind, line.plain)]
