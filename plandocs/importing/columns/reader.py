"""Reading the lines of a page that has measures, and giving each measure what is its own."""

import re

from plandocs.importing.columns.cells import Cell, Row, parted
from plandocs.importing.labels import Label, labelled
from plandocs.importing.lexicon import is_unit

MARK = re.compile(
    r"\s*(?:[ÅA]tg\w{1,3}rd|Insats|Aktivitet)\s*"
    r"(?:(?P<area>\d{1,2})\s*[:.]\s*(?P<place>\d{1,2})|(?P<misread>\d1\d))\s*",
    re.IGNORECASE,
)
"""A line that is nothing but the number of a measure."""
TABLE_HEAD = re.compile(r"\s*[ÅA]tg\w?\W?\s?(?:ä)?rd(?:er)?\s*", re.IGNORECASE)
BULLET = re.compile(r"(?:^|\s+)[«»•+●*]\s+(?=[A-ZÅÄÖ])")
"""What a body in the column begins with; what stands before it on the line is the measure's."""
_LEVELS = r"(?:Universell|Selektiv|Indikerad|Indikativ|Primär|Sekundär|Tertiär)"
_LEVEL = re.compile(rf"(?:^|\s+)(?P<level>{_LEVELS}(?:\s+{_LEVELS})*)\s*$")
_MISREAD_UNIT = re.compile(r"\w*n\w{1,3}mnd(?:en|erna)?|\w+r\wdet", re.IGNORECASE)
_LONGEST_NAME = 6


class Reader:
    """Takes the lines of a page from its first mark on."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.cells: list[Cell] = []
        self.levels: list[str] = []
        self.left: list[str] = []  # what no measure got
        self.settled = 0  # how many measures have got what there is for them
        self.inline = False  # bodies stand on the lines of the measure itself
        self.shares = False
        self.broken = False  # the last name ended in a hyphen
        self.after_blank = False

    def take(self, line: str) -> None:
        if not line.strip():
            self.after_blank = True
            return
        if mark := MARK.fullmatch(line):
            self._begin(mark)
        elif not TABLE_HEAD.fullmatch(line):
            self._words(line.strip())
        self.after_blank = False

    def _begin(self, mark: re.Match[str]) -> None:
        if self.cells:
            self.settle()
        if self.rows and not self.rows[-1].text and not self.rows[-1].has_bodies:
            self.rows.pop()  # a running head, which repeats the first number of the area
        number = f"{mark['area']}:{mark['place']}" if mark["area"] else mark["misread"]
        self.rows.append(Row(number))
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
        if bullets := list(BULLET.finditer(line)):
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
        row = self.rows[-1]
        names = row.co_responsible if self.shares else row.lead
        if self.inline and names:
            names[-1] = names[-1].removesuffix("-") + last
        elif self.cells:
            self.cells[-1].name = self.cells[-1].name.removesuffix("-") + last
        else:
            self._body(last, "")

    def _body(self, name: str, level: str) -> None:
        name = name.strip()
        self.broken = name.endswith("-")
        if self.inline:
            self.rows[-1].add(name, level, shares=self.shares)
        else:
            self.cells.append(Cell(name, self.shares, self.after_blank, level))
            self.shares = False

    def settle(self) -> None:
        rows = self.rows[self.settled :]
        bare = [row for row in rows if not row.has_bodies]
        if groups := parted(self.cells, len(bare)):
            for row, group in zip(bare, groups, strict=True):
                row.give(group)
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


def _unit(word: str) -> bool:
    word = word.strip(",.;")
    return is_unit(word) or bool(_MISREAD_UNIT.fullmatch(word))
