"""The bodies in a column on the side of a page, parted among the measures they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plandocs.importing.bodies.misread import letters_apart
from plandocs.importing.flat import HARD_BREAK, Item

_MISREAD_LETTERS = 2


@dataclass(slots=True)
class Cell:
    """A body in the column of bodies, and what is seen around it."""

    name: str
    after_label: bool  # the first after "Medansvarig:"
    after_blank: bool
    level: str


def parted(cells: list[Cell], wanted: int) -> list[list[Cell]]:
    """Part the column of bodies into as many groups as there are measures, or return none."""
    if not cells or not wanted:
        return []
    ways = (_split(cells, starts) for starts in _starts(cells))
    return next((groups for groups in ways if len(groups) == wanted), [])


def _starts(cells: list[Cell]) -> Iterator[list[int]]:
    """Yield the places where the groups may begin, the surest way of telling first."""
    yield [place for place, cell in enumerate(cells) if cell.level]
    yield [
        n for n, cell in enumerate(cells) if not n or (cell.after_blank and not cell.after_label)
    ]
    # the body before "Medansvarig:" leads
    yield sorted({0, *(n - 1 for n, cell in enumerate(cells) if n and cell.after_label)})
    yield _repeated(cells)


def _repeated(cells: list[Cell]) -> list[int]:
    """No measure names a body twice: where one comes again, after a blank, a group begins."""
    starts, seen = [0], [cells[0].name]
    for place, cell in enumerate(cells[1:], 1):
        again = any(
            cell.name[:3] == name[:3] and letters_apart(cell.name, name) <= _MISREAD_LETTERS
            for name in seen
        )
        if again and cell.after_blank and not cell.after_label:
            starts.append(place)
            seen = []
        seen.append(cell.name)
    return starts


def _split(cells: list[Cell], starts: list[int]) -> list[list[Cell]]:
    if not starts or starts[0]:
        return []
    return [cells[start:end] for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)]


@dataclass(slots=True)
class Row:
    """A measure and its bodies, as printed."""

    number: str
    text: list[str] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    co_responsible: list[str] = field(default_factory=list)
    level: str = ""

    @property
    def has_bodies(self) -> bool:
        return bool(self.lead or self.co_responsible)

    def add(self, name: str, level: str, *, shares: bool) -> None:
        """Give the measure a body, which leads or shares, and its level if it has none."""
        (self.co_responsible if shares else self.lead).append(name)
        self.level = self.level or level

    def give(self, cells: Iterable[Cell]) -> None:
        """Give the measure its part of the column: after *Medansvarig:* all share."""
        shares = False
        for cell in cells:
            shares = shares or cell.after_label
            self.add(cell.name, cell.level, shares=shares)

    def item(self) -> Item:
        lines = list(self.text or [""])
        lines[-1] += HARD_BREAK
        if self.has_bodies:
            lines.append(f"Ansvar: {', '.join(self.lead)}{HARD_BREAK}")
        if self.co_responsible:
            lines.append(f"Medansvarig: {', '.join(self.co_responsible)}{HARD_BREAK}")
        if self.level:
            lines.append(f"Nivå: {self.level}")
        return Item(lines, self.number)
