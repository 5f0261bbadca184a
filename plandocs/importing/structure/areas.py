"""Which headings are focus areas, and the level that each heading ought to have."""

from collections import Counter

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
        if part.is_area and not part.has_measures and _holds_areas(parts, place):
            part.is_area = False
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
