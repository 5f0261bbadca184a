"""The headings of a text in order, with what stands before the first."""

from collections.abc import Iterator, Sequence

from plandocs.importing.projection.rich import items, lines_of
from plandocs.importing.stored import SECTIONS, Stored, of_kind


def outline(blocks: Sequence[Stored], opening: str, overview: Sequence[str]) -> Iterator[str]:
    """Yield the headings of the sections; ``opening`` is what text before any section is called.

    The section that begins with ``overview``, the list of the focus areas, is marked as a list.
    """
    if blocks and blocks[0].kind not in (*SECTIONS, "focus_area"):
        yield f"{opening} (inledning)"
    for section in of_kind(blocks, *SECTIONS):
        is_list = overview and _opening_list(section) == overview
        yield f"{section.text('heading')} (lista)" if is_list else section.text("heading")


def _opening_list(section: Stored) -> list[str]:
    for first in section.blocks("content")[:1]:
        lines = lines_of(first.text())
        if lines and lines[0].depth:
            return [item.rstrip(".") for item in items(lines)]
    return []
