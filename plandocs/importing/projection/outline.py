"""The headings of a text in order, with what stands before the first."""

from collections.abc import Iterator, Sequence

from plandocs.importing.projection.rich import items, lines_of
from plandocs.importing.projection.values import of_kind, said
from plandocs.importing.streamfield import SECTIONS
from plandocs.text.walk import Block


def outline(blocks: Sequence[Block], opening: str, overview: Sequence[str]) -> Iterator[str]:
    """Yield the headings of the sections; ``opening`` is what text before any section is called.

    The section that begins with ``overview``, the list of the focus areas, is marked as a list.
    """
    if blocks and blocks[0].kind.name not in (*SECTIONS, "focus_area"):
        yield f"{opening} (inledning)"
    for section in of_kind(blocks, *SECTIONS):
        is_list = overview and _opening_list(section) == overview
        yield f"{section.name} (lista)" if is_list else section.name


def _opening_list(section: Block) -> list[str]:
    for first in section.children[:1]:
        lines = lines_of(said(first.fields))
        if lines and lines[0].depth:
            return [item.rstrip(".") for item in items(lines)]
    return []
