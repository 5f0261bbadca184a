"""Building the tree of sections and focus areas from the parts of a text."""

from collections import deque
from collections.abc import Iterator

from plandocs.importing.bodies import Names
from plandocs.importing.content import defines_terms, read_content
from plandocs.importing.focus_area import read_focus_area
from plandocs.importing.structure.parts import AREA, Part
from plandocs.importing.tree import Content, Section

_DEEPEST = 3


def build(parts: list[Part], known: Names) -> tuple[Content | Section, ...]:
    """Return the tree, at most three sections deep. Nothing that stands in the file is left out."""
    opening = read_content("", parts[0].blocks, known)
    return *opening, *_under("", 0, deque(parts[1:]), known)


def _under(
    heading: str, level: int, parts: deque[Part], known: Names, depth: int = 0
) -> Iterator[Content | Section]:
    while parts and depth < _DEEPEST and parts[0].level > level:
        part = parts.popleft()
        if part.is_area:
            yield from _area(part, known)
            continue
        # a subsection of definitions defines terms too
        over = heading if defines_terms(heading) else part.heading
        own = read_content(over, part.blocks, known)
        inner = _under(over, part.level, parts, known, depth + 1)
        yield Section(part.heading, part.number, (*own, *inner))


def _area(part: Part, known: Names) -> Iterator[Content]:
    title, number = part.heading, part.number
    if match := AREA.match(title):
        title = title[match.end() :] or title
        number = number or match["number"] or ""
    area, after = read_focus_area(number=number, title=title, blocks=part.blocks, known=known)
    yield area
    yield from after
