"""Parting a column of bodies, read from the side of a page, into the bodies of each measure."""

from dataclasses import dataclass

from plandocs.importing.bodies.misread import letters_apart

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
    ways = (_by_level, _by_blank, _by_lead, _by_repeated)
    return next((groups for way in ways if len(groups := way(cells)) == wanted), [])


def _by_level(cells: list[Cell]) -> list[list[Cell]]:
    return _split(cells, [place for place, cell in enumerate(cells) if cell.level])


def _by_blank(cells: list[Cell]) -> list[list[Cell]]:
    return _split(
        cells,
        [
            place
            for place, cell in enumerate(cells)
            if not place or (cell.after_blank and not cell.after_label)
        ],
    )


def _by_lead(cells: list[Cell]) -> list[list[Cell]]:
    """The body before *Medansvarig:* leads; a group begins there."""
    leads = [place - 1 for place, cell in enumerate(cells) if place and cell.after_label]
    return _split(cells, sorted({0, *leads}))


def _by_repeated(cells: list[Cell]) -> list[list[Cell]]:
    """No measure names a body twice: where one comes again, after a blank, a group begins."""
    starts, seen = [0], [cells[0].name]
    for place, cell in enumerate(cells[1:], 1):
        again = any(_same(cell.name, name) for name in seen)
        if again and cell.after_blank and not cell.after_label:
            starts.append(place)
            seen = []
        seen.append(cell.name)
    return _split(cells, starts)


def _same(one: str, other: str) -> bool:
    return one[:3] == other[:3] and letters_apart(one, other) <= _MISREAD_LETTERS


def _split(cells: list[Cell], starts: list[int]) -> list[list[Cell]]:
    if not starts or starts[0]:
        return []
    return [cells[start:end] for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)]
