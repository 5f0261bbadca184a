"""A measure with what is printed on its own lines, and what it gets from the columns."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from plandocs.importing.columns.cells import Cell
from plandocs.importing.flat import HARD_BREAK, Item


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
        """Whether any body is known to be this measure's."""
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
        """Return the measure as an item whose lines are labelled."""
        lines = list(self.text or [""])
        lines[-1] += HARD_BREAK
        if self.has_bodies:
            lines.append(f"Ansvar: {', '.join(self.lead)}{HARD_BREAK}")
        if self.co_responsible:
            lines.append(f"Medansvarig: {', '.join(self.co_responsible)}{HARD_BREAK}")
        if self.level:
            lines.append(f"Nivå: {self.level}")
        return Item(lines, self.number)
