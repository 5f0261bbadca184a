"""From a text to the neutral tree: the way through the readers, in order."""

from collections.abc import Mapping

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.facts import read_facts
from plandocs.importing.flat import Flat, line_lists, logical_lines
from plandocs.importing.footnotes import tie_footnotes
from plandocs.importing.identity import find_kind, find_period
from plandocs.importing.imported import ImportedDocument, shortened
from plandocs.importing.inline import read_inline
from plandocs.importing.lines import read_lines
from plandocs.importing.memo.parting import split_memo
from plandocs.importing.memo.reading import read_memo
from plandocs.importing.plain import has_headings, read_plain
from plandocs.importing.source import clean, without_html
from plandocs.importing.structure.areas import mark_areas
from plandocs.importing.structure.building import build
from plandocs.importing.structure.overview import find_boxes, find_overview
from plandocs.importing.structure.parts import parted
from plandocs.importing.tree import FocusArea, Measures, Section, walk

_LONGEST_TITLE = 200
_MOST_READ = 2000


def parse_document(text: str, *, register: Mapping[str, str] | None = None) -> ImportedDocument:
    """Read a steering document, and the memo before it, from Markdown or plain text.

    ``register`` maps the names and aliases of bodies already known to their one name; without
    it the names are settled from the document alone.

    Raises UnreadableDocument when the text holds no letter or digit.
    """
    text = clean(without_html(text))
    blocks = read_lines(text)
    if not has_headings(blocks):
        blocks = read_plain(text)
    memo, plan = split_memo(blocks)
    letter = read_memo(memo)
    plan, footnotes = tie_footnotes(plan)
    title, parts = parted(plan)
    overview = find_overview(parts)
    boxes = () if overview else find_boxes(parts)
    parts = mark_areas(parts, overview)
    title = title or (letter.subject if letter else "") or _first_line(plan)
    children = build(parts, BodyNames(register=register).known)
    measures = (
        one
        for node in walk(children)
        if isinstance(node, FocusArea | Measures)
        for one in node.measures
    )
    names = BodyNames((body for one in measures for body in one.bodies), register)
    if len(parts) == 1 and children:
        children = (Section(title, children=children),)
    kind, kind_as_printed = find_kind(title)
    return ImportedDocument(
        title=title,
        kind=kind,
        kind_as_printed=kind_as_printed,
        period=find_period(title, text),
        children=children,
        footnotes=footnotes,
        bodies=names.bodies(),
        overview=overview or boxes,
        area_levels=tuple(part.level_in_file for part in parts if part.is_area),
        facts=read_facts(children, text, names),
        cover_letter=letter,
    )


def _first_line(blocks: list[Flat]) -> str:
    """Text without any heading is called by its first line."""
    for block in blocks:
        for lines in line_lists(block):
            if line := next(filter(None, logical_lines(lines)), ""):
                return shortened(read_inline(line[:_MOST_READ]).plain, _LONGEST_TITLE)
    return ""
