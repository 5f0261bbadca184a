"""The pages of a text, with the measures that stand on them as blocks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plandocs.importing.columns.cells import Row
from plandocs.importing.columns.reader import BULLET, MARK, TABLE_HEAD, Reader
from plandocs.importing.flat import HARD_BREAK, Flat, Items, Lines

_AREA = re.compile(r"\s*(?:fokus|insats|mål)omr\w{1,2}de\b", re.IGNORECASE)


def has_marks(text: str) -> bool:
    """Whether measures are numbered on lines of their own."""
    return sum(bool(MARK.fullmatch(line)) for line in text.split("\n")) > 1


def read_columns(pages: list[str]) -> Iterator[str | list[Flat]]:
    """Yield the text of the pages, with the measures as blocks where they stand."""
    waiting: list[str] = []
    for page in pages:
        lines = page.split("\n")
        start = next((n for n, line in enumerate(lines) if MARK.fullmatch(line)), None)
        if start is None and waiting and BULLET.match(" " + page.strip().partition("\n")[0]):
            waiting += ["", *lines]
            continue
        yield from _region(waiting)
        waiting = []
        if start is None:
            yield page
            continue
        yield "\n".join(line for line in lines[:start] if not TABLE_HEAD.fullmatch(line))
        end = next((n for n in range(start, len(lines)) if _AREA.match(lines[n])), len(lines))
        waiting = lines[start:end]
        if end < len(lines):
            yield from _region(waiting)
            waiting = []
            yield from read_columns(["\n".join(lines[end:])])
    yield from _region(waiting)


def _region(lines: list[str]) -> Iterator[list[Flat]]:
    reader = Reader()
    for line in lines:
        reader.take(line)
    reader.settle()
    if reader.rows:
        _mend_first(reader.rows)
        left = [f"{words}{HARD_BREAK}" for words in reader.left]
        yield [Items([row.item() for row in reader.rows]), *([Lines(left)] if left else [])]


def _mend_first(rows: list[Row]) -> None:
    """A colon that was read as a one is known by the number that comes next: 111, 1:2."""
    for row, after in pairwise(rows):
        number = row.number
        if ":" not in number and after.number == f"{number[0]}:{int(number[2]) + 1}":
            row.number = f"{number[0]}:{number[2]}"
