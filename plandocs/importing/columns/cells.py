"""Parting a column of bodies, read from the side of a page, into the bodies of each measure."""

from collections.abc import Iterator
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
        again = any(_same(cell.name, name) for name in seen)
        if again and cell.after_blank and not cell.after_label:
            starts.append(place)
            seen = []
        seen.append(cell.name)
    return starts


def _same(one: str, other: str) -> bool:
    return one[:3] == other[:3] and letters_apart(one, other) <= _MISREAD_LETTERS


def _split(cells: list[Cell], starts: list[int]) -> list[list[Cell]]:
    if not starts or starts[0]:
        return []
    return [cells[start:end] for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)]
