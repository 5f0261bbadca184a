"""Building the tree of sections and focus areas from flat blocks, headings set right."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from itertools import chain, groupby

from plandocs.importing.bodies import BodyNames
from plandocs.importing.content import (
    defines_terms,
    is_measure_block,
    read_content,
    read_focus_area,
)
from plandocs.importing.flat import Flat, Heading, Items, Lines, logical_lines
from plandocs.importing.inline import read_inline
from plandocs.importing.lexicon import PLAN_WORDS
from plandocs.importing.tree import Content, Section

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)[.:]?\s+(?=[A-ZÅÄÖ”])")
_AREA = re.compile(
    r"(?:(?:fokus|insats|mål|utvecklings)omr\w{1,2}de|inriktnings{1,2}mål|prioriterat område)"
    r"\s*(?P<number>\d{1,2}|[IVX]{1,4}(?=\s*[:.]))?\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_FOR_MEASURES = frozenset({
    "insatser", "åtgärder", "aktiviteter", "insatser och åtgärder", "mål och insatser",
    "mål och åtgärder", "åtgärder och ansvar", "insatser och ansvar",
})  # fmt: skip
_DEEPEST = 3
_ALIKE = 0.9
_LONGEST_OVERVIEW = 20
_MOST_HEADINGS = 300
_LONGEST_TITLE = 250
_FRONT_HEADINGS = 3
_FEWEST_BOXES = 3
_LONGEST_BOX = 150


@dataclass(slots=True)
class Part:
    """A heading, and the blocks under it up to the next one."""

    heading: str
    level: int
    level_in_file: int
    number: str = ""
    blocks: list[Flat] = field(default_factory=list)
    is_area: bool = False

    @property
    def has_measures(self) -> bool:
        """Whether measures stand directly under the heading."""
        return any(map(is_measure_block, self.blocks))


def parted(blocks: list[Flat]) -> tuple[str, list[Part]]:
    """Return the title and the parts of a document; the first part has no heading."""
    title, rest = _take_title(blocks)
    parts = [Part("", 0, 0)]
    for block in rest:
        if isinstance(block, Heading):
            parts.append(_part(block))
        else:
            parts[-1].blocks.append(block)
    return title, parts


def _part(heading: Heading) -> Part:
    text, number = heading.text, ""
    if match := _NUMBER.match(text):
        text, number = text[match.end() :], match["number"]
    return Part(text, heading.level, heading.level, number)


def _take_title(blocks: list[Flat]) -> tuple[str, list[Flat]]:
    """The title names a kind of document, or is the first heading of the highest level."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings:
        return "", blocks
    highest = min(heading.level for heading in headings)
    top = [heading for heading in headings if heading.level == highest]
    named = (h for h in top[:_FRONT_HEADINGS] if any(map(names_a_plan, h.text.split()[:4])))
    title = next(named, top[0])
    text = title.text.rstrip(".")
    first = title is headings[0]
    repeated = [h for h in top if h is not title and h.text.rstrip(".") == text]
    gone = [*repeated, *([title] if first else [])]
    return text, [block for block in blocks if not any(block is one for one in gone)]


def names_a_plan(word: str) -> bool:
    """Whether the word is a kind of steering document: *strategi*, *biblioteksplan* …"""
    return word.casefold().strip('.,:”"()').endswith(PLAN_WORDS)


def find_overview(parts: list[Part]) -> tuple[str, ...]:
    """Return the list in which the document counts up its focus areas, if it has one."""
    titles = {_plain(part.heading) for part in parts if part.heading}
    for items in chain.from_iterable(map(_enumerations, parts)):
        named = [item for item in items if _matches(_plain(item), titles)]
        if len(named) >= max(2, len(items) / 2):
            return items
    return ()


def find_boxes(parts: list[Part]) -> tuple[str, ...]:
    """Return the goals that the boxes of a figure count up, if headings begin with them."""
    goals = {_plain(_AREA.sub("", part.heading, count=1)) for part in parts if part.heading}
    for boxes in chain.from_iterable(map(_runs_of_boxes, parts)):
        named = [place for place, box in enumerate(boxes) if _begins_one(_plain(box), goals)]
        if len(named) >= max(_FEWEST_BOXES, len(boxes) / 2):
            return boxes[named[0] :]
    return ()


def _enumerations(part: Part) -> Iterator[tuple[str, ...]]:
    for block in part.blocks:
        if isinstance(block, Items) and 2 <= len(block.items) <= _LONGEST_OVERVIEW:
            items = [read_inline(" ".join(item.lines)).plain.rstrip(".") for item in block.items]
            if not is_measure_block(block):
                yield tuple(items)


def _runs_of_boxes(part: Part) -> Iterator[tuple[str, ...]]:
    """Yield the short paragraphs without a stop that stand in a row, as boxes in a figure do."""
    for is_box, run in groupby(part.blocks, key=_is_box):
        boxes = [_words(block) for block in run] if is_box else []
        if _FEWEST_BOXES <= len(boxes) <= _LONGEST_OVERVIEW:
            yield tuple(boxes)


def _is_box(block: Flat) -> bool:
    return (
        isinstance(block, Lines)
        and 0 < len(words := _words(block)) <= _LONGEST_BOX
        and (words[-1].isalpha())
    )


def _words(block: Flat) -> str:
    return (
        read_inline(" ".join(logical_lines(block.lines))).plain if isinstance(block, Lines) else ""
    )


def _begins_one(box: str, goals: set[str]) -> bool:
    return len(goals) <= _MOST_HEADINGS and any(goal.startswith(box) for goal in goals)


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" .:").split())


def _matches(item: str, titles: set[str]) -> bool:
    if item in titles or len(titles) > _MOST_HEADINGS or len(item) > _LONGEST_TITLE:
        return item in titles
    return bool(get_close_matches(item, titles, n=1, cutoff=_ALIKE))


def mark_areas(parts: list[Part], overview: tuple[str, ...]) -> list[Part]:
    """Decide which headings are focus areas, and give those at a wrong level the right one."""
    parts = _with_measures_raised(parts)
    listed = {_plain(item) for item in overview}
    for part in parts[1:]:
        numbered = bool((match := _AREA.match(part.heading)) and match["number"])
        listed_here = bool(part.heading) and _matches(_plain(part.heading), listed)
        generic = _plain(part.heading) in _FOR_MEASURES
        part.is_area = (part.has_measures and not generic) or listed_here or numbered
    for place, part in enumerate(parts):
        if part.is_area and not part.has_measures and _holds_areas(parts, place):
            part.is_area = False
    _level(parts)
    return parts


def _with_measures_raised(parts: list[Part]) -> list[Part]:
    """Measures under a mere "Insatser" belong to the heading above it."""
    kept: list[Part] = []
    for part in parts:
        above = next((p for p in reversed(kept) if p.level < part.level and p.heading), None)
        if above and _plain(part.heading) in _FOR_MEASURES and part.has_measures:
            above.blocks += part.blocks
        else:
            kept.append(part)
    return kept


def _holds_areas(parts: list[Part], place: int) -> bool:
    for later in parts[place + 1 :]:
        if later.level <= parts[place].level:
            return False
        if later.is_area:
            return True
    return False


def _level(parts: list[Part]) -> None:
    """Focus areas are siblings, and so are headings whose printed numbers are as long."""
    levels = Counter(part.level for part in parts if part.is_area)
    if levels:
        usual = max(levels, key=lambda level: (levels[level], level))
        before = False
        for part in parts:
            if part.is_area and (before or part.level > usual):
                part.level = usual
            before = before or part.is_area
    depths: dict[int, Counter[int]] = {}
    for part in parts:
        if part.number and not part.is_area:
            depths.setdefault(part.number.count("."), Counter())[part.level] += 1
    for part in parts:
        if part.number and not part.is_area:
            part.level = depths[part.number.count(".")].most_common(1)[0][0]


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
    if match := _AREA.match(title):
        if rest := title[match.end() :]:
            title = rest
        number = number or match["number"] or ""
    area, after = read_focus_area(number=number, title=title, blocks=part.blocks, names=names)
    yield area
    yield from after


def resembles(one: str, other: str) -> bool:
    """Whether two titles are the same but for punctuation and a misread letter."""
    first, second = _plain(one), _plain(other)
    if max(len(first), len(second)) > _LONGEST_TITLE:
        return first == second
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
