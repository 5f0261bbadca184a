"""The lists that a plan is known by: its directions, its partial goals, what each contributes."""

import re
from collections.abc import Iterator, Sequence

from plandocs.importing.projection.rich import items, lines_of, paragraphs
from plandocs.importing.projection.values import of_kind, said
from plandocs.importing.streamfield import SECTIONS
from plandocs.text.walk import Block

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
            if pattern.search(section.name) and (found := _first_list(section)):
                told.setdefault(key, found)
    return told


def contributions(blocks: Sequence[Block]) -> Iterator[tuple[str, list[str]]]:
    """Yield each body that contributes to the plan, and what it says that it does."""
    for paragraph in of_kind(blocks, "paragraph"):
        lines = lines_of(said(paragraph.fields))
        match = _CONTRIBUTES.match(" ".join(paragraphs(lines)))
        if match and (found := items(lines)):
            yield match["body"], found


def _first_list(section: Block) -> list[str]:
    texts = (said(one.fields) for one in of_kind(section.children, "paragraph"))
    return next(filter(None, (items(lines_of(html)) for html in texts)), [])
