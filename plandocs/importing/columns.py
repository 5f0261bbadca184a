"""Measures numbered as *Åtgärd 1:2*, whose bodies and levels stand in columns beside or below.

Text read from a PDF or a scan has lost the columns: bodies come at the end of the lines of the
measure, or all together after the measures of the page. They are given to measures only where
there is one way to do it; what is left over stays in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from plandocs.importing.column_of_bodies import Cell, parted
from plandocs.importing.flat import HARD_BREAK, Flat, Item, Items, Lines
from plandocs.importing.labels import Label, labelled
from plandocs.importing.lexicon import is_unit

_MARK = re.compile(
    r"\s*(?:[ÅA]tg\w{1,3}rd|Insats|Aktivitet)\s*"
    r"(?:(?P<area>\d{1,2})\s*[:.]\s*(?P<place>\d{1,2})|(?P<misread>\d1\d))\s*",
    re.IGNORECASE,
)
_TABLE_HEAD = re.compile(r"\s*[ÅA]tg\w?\W?\s?(?:ä)?rd(?:er)?\s*", re.IGNORECASE)
_AREA = re.compile(r"\s*(?:fokus|insats|mål)omr\w{1,2}de\b", re.IGNORECASE)
_LEVELS = r"(?:Universell|Selektiv|Indikerad|Indikativ|Primär|Sekundär|Tertiär)"
_LEVEL = re.compile(rf"(?:^|\s+)(?P<level>{_LEVELS}(?:\s+{_LEVELS})*)\s*$")
_BULLET = re.compile(r"(?:^|\s+)[«»•+●*]\s+(?=[A-ZÅÄÖ])")
_MISREAD_UNIT = re.compile(r"\w*n\w{1,3}mnd(?:en|erna)?|\w+r\wdet", re.IGNORECASE)
_LONGEST_NAME = 6


@dataclass(slots=True)
class _Row:
    """A measure with what is printed on its own lines."""

    number: str
    text: list[str] = field(default_factory=list)
    bodies: "_Bodies | None" = None
    level: str = ""


@dataclass(slots=True)
class _Bodies:
    """The bodies of one measure, as printed."""

    lead: list[str] = field(default_factory=list)
    co_responsible: list[str] = field(default_factory=list)

    def add(self, name: str, *, shares: bool) -> None:
        (self.co_responsible if shares else self.lead).append(name)


def has_marks(text: str) -> bool:
    """Whether measures are numbered on lines of their own."""
    return sum(bool(_MARK.fullmatch(line)) for line in text.split("\n")) > 1


def read_columns(pages: list[str]) -> Iterator[str | list[Flat]]:
    """Yield the text of the pages, with the measures as blocks where they stand."""
    waiting: list[str] = []
    for page in pages:
        lines = page.split("\n")
        start = next((n for n, line in enumerate(lines) if _MARK.fullmatch(line)), None)
        if start is None and waiting and _goes_on(lines):
            waiting += ["", *lines]
            continue
        yield from _region(waiting)
        waiting = []
        if start is None:
            yield page
            continue
        yield "\n".join(line for line in lines[:start] if not _TABLE_HEAD.fullmatch(line))
        end = next((n for n in range(start, len(lines)) if _AREA.match(lines[n])), len(lines))
        waiting = lines[start:end]
        if end < len(lines):
            yield from _region(waiting)
            waiting = []
            yield from read_columns(["\n".join(lines[end:])])
    yield from _region(waiting)


def _goes_on(lines: list[str]) -> bool:
    """Whether a page begins in the column of bodies of the page before it."""
    first = next((line for line in lines if line.strip()), "")
    return bool(_BULLET.match(f" {first.strip()}"))


def _region(lines: list[str]) -> Iterator[list[Flat]]:
    if not lines:
        return
    reader = _Reader()
    for line in lines:
        reader.take(line)
    reader.settle()
    if rows := reader.rows:
        _mend_first(rows)
        left = [f"{words}{HARD_BREAK}" for words in reader.left]
        yield [Items([_item(row) for row in rows]), *([Lines(left)] if left else [])]


def _mend_first(rows: list[_Row]) -> None:
    """A colon that was read as a one is known by the number that comes next: 111, 1:2."""
    for row, after in pairwise(rows):
        number = row.number
        if ":" not in number and after.number == f"{number[0]}:{int(number[2]) + 1}":
            row.number = f"{number[0]}:{number[2]}"


def _item(row: _Row) -> Item:
    lines = list(row.text or [""])
    lines[-1] += HARD_BREAK
    if row.bodies:
        lines.append(f"Ansvar: {', '.join(row.bodies.lead)}{HARD_BREAK}")
        if row.bodies.co_responsible:
            lines.append(f"Medansvarig: {', '.join(row.bodies.co_responsible)}{HARD_BREAK}")
    if row.level:
        lines.append(f"Nivå: {row.level}")
    return Item(lines, row.number)


class _Reader:
    """Takes the lines of a page from its first mark on."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []
        self.cells: list[Cell] = []
        self.levels: list[str] = []
        self.left: list[str] = []  # what no measure got
        self.settled = 0  # how many measures have got what there is for them
        self.inline = False  # bodies stand on the lines of the measure itself
        self.shares = False
        self.broken = False  # the last name ended in a hyphen
        self.after_blank = False

    def take(self, line: str) -> None:
        """Read the next line."""
        if not line.strip():
            self.after_blank = True
            return
        if mark := _MARK.fullmatch(line):
            self._begin(mark)
        elif not _TABLE_HEAD.fullmatch(line):
            self._words(line.strip())
        self.after_blank = False

    def _begin(self, mark: re.Match[str]) -> None:
        if self.cells:
            self.settle()
        if self.rows and not self.rows[-1].text and not self.rows[-1].bodies:
            self.rows.pop()  # a running head, which repeats the first number of the area
        number = f"{mark['area']}:{mark['place']}" if mark["area"] else mark["misread"]
        self.rows.append(_Row(number))
        self.inline = self.shares = self.broken = False

    def _words(self, line: str) -> None:
        label, _words, rest = labelled(line)
        if label in (Label.LEAD, Label.CO_RESPONSIBLE):
            self.shares = label is Label.CO_RESPONSIBLE
            if rest.strip():
                self._body(rest, "")
            return
        if label is not Label.TEXT:
            self.rows[-1].text.append(line)
            return
        level = match["level"] if (match := _LEVEL.search(line)) else ""
        line = line[: match.start()].rstrip() if match else line
        if not line:
            self.levels.append(level)
            return
        if bullets := list(_BULLET.finditer(line)):
            bullet = bullets[-1]
            self._beside(line[: bullet.start()].strip())
            self._body(line[bullet.end() :], level)
        elif self.broken:
            self._rest_of_name(line)
        elif self._is_name(line, level):
            self._body(line, level)
        else:
            self.rows[-1].text.append(f"{line} {level}".rstrip())

    def _beside(self, text: str) -> None:
        if text:
            self.rows[-1].text.append(text)
            self.inline = True

    def _is_name(self, line: str, level: str) -> bool:
        """Whether a line without a bullet is a body: a unit, or a name among bodies."""
        words = line.rstrip("-").split()
        if not words or not words[0][:1].isupper() or len(words) > _LONGEST_NAME:
            return False
        if any(map(_unit, words)):
            return bool(level) or _unit(words[-1])
        among = bool(self.cells) and not self.inline
        return among and not line.endswith((".", ":")) and (line.endswith("-") or len(words) <= 2)

    def _rest_of_name(self, line: str) -> None:
        """A name broken at the end of its column goes on in the last word of the next line."""
        *before, last = line.split()
        self._beside(" ".join(before))
        self.broken = last.endswith("-")
        name = self.cells[-1].name.removesuffix("-") if self.cells else ""
        if self.inline and self.rows[-1].bodies:
            column = self.rows[-1].bodies
            names = column.co_responsible if self.shares else column.lead
            names[-1] = names[-1].removesuffix("-") + last
        else:
            self.cells[-1].name = name + last

    def _body(self, name: str, level: str) -> None:
        name = name.strip()
        self.broken = name.endswith("-")
        row = self.rows[-1]
        if not self.inline:
            self.cells.append(Cell(name, self.shares, self.after_blank, level))
            self.shares = False
            return
        row.bodies = row.bodies or _Bodies()
        row.bodies.add(name, shares=self.shares)
        row.level = row.level or level

    def settle(self) -> None:
        """Give the columns to the measures before them."""
        rows = self.rows[self.settled :]
        bare = [row for row in rows if row.bodies is None]
        if groups := parted(self.cells, len(bare)):
            for row, group in zip(bare, groups, strict=True):
                _give(row, group)
        else:
            self.left += [cell.name for cell in self.cells]
        without = [row for row in rows if not row.level]
        if len(without) == 1:
            without[0].level = " ".join(self.levels)
        elif len(without) == len(self.levels):
            for row, level in zip(without, self.levels, strict=True):
                row.level = level
        else:
            self.left += self.levels
        self.cells, self.levels, self.settled = [], [], len(self.rows)


def _give(row: _Row, cells: list[Cell]) -> None:
    row.bodies = _Bodies()
    shares = False
    for cell in cells:
        shares = shares or cell.after_label
        row.bodies.add(cell.name, shares=shares)
        row.level = row.level or cell.level


def _unit(word: str) -> bool:
    word = word.strip(",.;")
    return is_unit(word) or bool(_MISREAD_UNIT.fullmatch(word))
