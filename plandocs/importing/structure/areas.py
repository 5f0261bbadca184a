"""Which headings are focus areas, and the level that each heading ought to have."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from plandocs.importing.structure.parts import AREA, Part, is_among, plain

_FOR_MEASURES = frozenset({
    "insatser", "åtgärder", "aktiviteter", "insatser och åtgärder", "mål och insatser",
    "mål och åtgärder", "åtgärder och ansvar", "insatser och ansvar",
})  # fmt: skip


def mark_areas(parts: list[Part], overview: tuple[str, ...]) -> list[Part]:
    """Decide which headings are focus areas, and give those at a wrong level the right one."""
    parts = _with_measures_raised(parts)
    listed = {plain(item) for item in overview}
    for part in parts[1:]:
        numbered = bool((match := AREA.match(part.heading)) and match["number"])
        listed_here = bool(part.heading) and is_among(plain(part.heading), listed)
        generic = plain(part.heading) in _FOR_MEASURES
        part.is_area = (part.has_measures and not generic) or listed_here or numbered
    for place, part in enumerate(parts):
        if part.is_area and not part.has_measures:
            part.is_area = not any(below.is_area for below in _below(parts, place))
    _level(parts)
    return parts


def _with_measures_raised(parts: list[Part]) -> list[Part]:
    """Measures under a mere "Insatser" belong to the heading above it."""
    kept: list[Part] = []
    for part in parts:
        above = next((p for p in reversed(kept) if p.level < part.level and p.heading), None)
        if above and plain(part.heading) in _FOR_MEASURES and part.has_measures:
            above.blocks += part.blocks
        else:
            kept.append(part)
    return kept


def _below(parts: list[Part], place: int) -> Iterator[Part]:
    return takewhile(lambda later: later.level > parts[place].level, parts[place + 1 :])


def _level(parts: list[Part]) -> None:
    """Focus areas are siblings, and so are headings whose printed numbers are as long."""
    areas = [part for part in parts if part.is_area]
    levels = Counter(part.level for part in areas)
    usual = max(levels, key=lambda level: (levels[level], level), default=0)
    for place, part in enumerate(areas):
        if place or part.level > usual:
            part.level = usual
    depths: dict[int, Counter[int]] = {}
    numbered = [part for part in parts if part.number and not part.is_area]
    for part in numbered:
        depths.setdefault(part.number.count("."), Counter())[part.level] += 1
    for part in numbered:
        part.level = depths[part.number.count(".")].most_common(1)[0][0]
