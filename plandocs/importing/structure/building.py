"""Building the tree of sections and focus areas from the parts of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.content import defines_terms, read_content
from plandocs.importing.focus_area import read_focus_area
from plandocs.importing.structure.parts import AREA, Part
from plandocs.importing.tree import Content, Section

_DEEPEST = 3


@dataclass(slots=True)
class _Open:
    """A section that more may yet be put in."""

    part: Part
    children: "list[Content | _Open]" = field(default_factory=list)

    def closed(self) -> Section:
        part = self.part
        return Section(part.heading, part.number, closed(self.children))


def closed(children: "list[Content | _Open]") -> tuple[Content | Section, ...]:
    """Return the children with every section finished."""
    return tuple(child.closed() if isinstance(child, _Open) else child for child in children)


def build(parts: list[Part], names: BodyNames) -> tuple[Content | Section, ...]:
    """Return the tree, at most three sections deep. Nothing that stands in the file is left out."""
    root: list[Content | _Open] = list(read_content("", parts[0].blocks, names))
    stack: list[_Open] = []
    for part in parts[1:]:
        while stack and (stack[-1].part.level >= part.level or len(stack) >= _DEEPEST):
            stack.pop()
        home = stack[-1].children if stack else root
        if part.is_area:
            home.extend(_area(part, names))
            continue
        section = _Open(part)
        section.children += read_content(_context(stack, part), part.blocks, names)
        home.append(section)
        stack.append(section)
    return closed(root)


def _context(stack: list[_Open], part: Part) -> str:
    """The heading that says what stands here: a subsection of definitions defines terms too."""
    return next(
        (open_.part.heading for open_ in stack if defines_terms(open_.part.heading)), part.heading
    )


def _area(part: Part, names: BodyNames) -> Iterator[Content]:
    title, number = part.heading, part.number
    if match := AREA.match(title):
        if rest := title[match.end() :]:
            title = rest
        number = number or match["number"] or ""
    area, after = read_focus_area(number=number, title=title, blocks=part.blocks, names=names)
    yield area
    yield from after
