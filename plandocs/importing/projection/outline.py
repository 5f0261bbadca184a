"""The headings of a text in order, and the lists that a plan is known by."""

import re
from collections.abc import Iterator, Sequence

from plandocs.importing.projection.values import items, lines_of, of_kind, paragraphs, said
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


_UNDER = {
    "strategic_direction": re.compile(r"strategiska? inriktning\w*$", re.IGNORECASE),
    "sub_goals": re.compile(r"delmål(?:en)?$", re.IGNORECASE),
}
_CONTRIBUTES = re.compile(
    r"^(?P<body>.+?) (?:(?:kan|ska) )?(?:bidrar?|medverkar?) (?:genom att|med att|med)?:$",
    re.IGNORECASE,
)


def lists_under_headings(blocks: Sequence[Block]) -> dict[str, list[str]]:
    """Return the first list under the headings of directions and of partial goals."""
    told: dict[str, list[str]] = {}
    for section in of_kind(blocks, *SECTIONS):
        for key, pattern in _UNDER.items():
            texts = (said(one.fields) for one in of_kind(section.children, "paragraph"))
            lists = filter(None, (items(lines_of(html)) for html in texts))
            if pattern.search(section.name) and (found := next(lists, None)):
                told.setdefault(key, found)
    return told


def contributions(blocks: Sequence[Block]) -> Iterator[tuple[str, list[str]]]:
    """Yield each body that contributes to the plan, and what it says that it does."""
    for paragraph in of_kind(blocks, "paragraph"):
        lines = lines_of(said(paragraph.fields))
        match = _CONTRIBUTES.match(" ".join(paragraphs(lines)))
        if match and (found := items(lines)):
            yield match["body"], found
