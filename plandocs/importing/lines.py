"""Reading the lines of Markdown or plain text into flat blocks, before anything is interpreted."""

import re
from typing import TypeVar

from plandocs.importing.flat import Flat, Heading, Item, Items, Lines, Note, Quoted, Rows, Rule
from plandocs.importing.inline import mark_of, read_inline
from plandocs.importing.mending import mended

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_DASHES = "–—"
_SYMBOL_FONT = "\uf0b7\uf0a7\uf0d8\uf0fc"  # the bullets of Word, as they come out of a PDF
_BULLETS = f"-*+•▪◦‣·●○■□⌘«»➢✓{_SYMBOL_FONT}{_DASHES}"
_ITEM = re.compile(
    rf"(?P<indent>\s*)(?:(?P<bullet>[{re.escape(_BULLETS)}])"
    r"|(?P<number>\d{1,3}[.)]|[a-zåäö]\)))[ \t]+(?=\S)"
)
_NOTE = re.compile(
    r"\s{0,3}(?:\[\^(?P<caret>[^\]\s]{1,20})\]:"
    r"|<sup>\s*\[?(?P<sup>\d{1,4})\]?\s*</sup>(?=\s*\S)"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?=\s*\S))\s*"
)
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_LONGEST_HEADING = 120
_DEEPEST_LIST = 4


def read_lines(text: str) -> list[Flat]:
    """Return the blocks of the text in order, each list and paragraph whole across page breaks."""
    reader = _Reader()
    for line in text.split("\n"):
        reader.take(line)
    reader.end_block()
    return mended(reader.blocks)


_Block = TypeVar("_Block", Rows, Quoted)


class _Reader:
    """Takes one line at a time and knows only the block it is in."""

    def __init__(self) -> None:
        self.blocks: list[Flat] = []
        self.open: Flat | None = None
        self.path: list[tuple[int, Item]] = []
        self.after_blank = True

    def take(self, line: str) -> None:
        if not line.strip():
            if not isinstance(self.open, Items):
                self.end_block()
            self.after_blank = True
            return
        for read in (self._heading, self._rule, self._note, self._item, self._row, self._quote):
            if read(line):
                break
        else:
            self._text(line)
        self.after_blank = False

    def end_block(self) -> None:
        if isinstance(self.open, Rows):
            self.blocks += _table_or_text(self.open)
        elif self.open is not None:
            self.blocks.append(self.open)
        self.open = None
        self.path = []

    def _start(self, block: Flat) -> None:
        self.end_block()
        self.open = block

    def _opened(self, new: _Block) -> _Block:
        if isinstance(self.open, type(new)):
            return self.open
        self._start(new)
        return new

    def _heading(self, line: str) -> bool:
        if not (match := _HEADING.match(line)):
            return False
        text = read_inline(line[match.end() :].strip().rstrip("#")).plain
        self.end_block()
        if text:
            self.blocks.append(Heading(text, len(match[1])))
        return True

    def _rule(self, line: str) -> bool:
        signs = line.replace(" ", "").replace("\t", "")
        if len(signs) < 3 or len(set(signs)) != 1 or signs[0] not in "-*_=":
            return False
        if self._is_underlined(signs[0]):
            return True
        if signs[0] == "=":
            return False
        self._start(Rule())
        self.end_block()
        return True

    def _is_underlined(self, sign: str) -> bool:
        """Read ``Title`` over ``=====`` or ``-----`` as a heading."""
        if sign not in "=-" or not isinstance(self.open, Lines) or len(self.open.lines) != 1:
            return False
        title = self.open.lines[0].strip()
        if len(title) > _LONGEST_HEADING or (sign == "-" and title.endswith((".", ":", ","))):
            return False
        self.open = None
        self.blocks.append(Heading(read_inline(title).plain or title, 1 if sign == "=" else 2))
        return True

    def _note(self, line: str) -> bool:
        if isinstance(self.open, Lines | Items) and not self.after_blank:
            return False
        if not (match := _NOTE.match(line)):
            return False
        self._start(Note(mark_of(match), [line[match.end() :]]))
        return True

    def _item(self, line: str) -> bool:
        if not (match := _ITEM.match(line)):
            return False
        number = (match["number"] or "").rstrip(".)")
        in_list = isinstance(self.open, Items)
        if number not in ("", "1") and not in_list and not self.after_blank:
            return False  # a year or a number that happens to begin a wrapped line
        content = line[match.end() :]
        if match["bullet"] in tuple(_DASHES) and not self.after_blank and not in_list:
            return False  # a dash in running text
        if content[0] in "•⌘" and content[1:].strip():
            content = content[1:].lstrip()
        item = Item([content], number)
        self._place(item, len(match["indent"].expandtabs(4)))
        return True

    def _place(self, item: Item, indent: int) -> None:
        while self.path and self.path[-1][0] >= indent:
            self.path.pop()
        if isinstance(self.open, Items) and self.path:
            if len(self.path) >= _DEEPEST_LIST:
                self.path.pop()
            self.path[-1][1].items.append(item)
        elif isinstance(self.open, Items) and self.open.ordered == bool(item.number):
            self.open.items.append(item)
        else:
            self._start(Items([item]))
        self.path.append((indent, item))

    def _row(self, line: str) -> bool:
        if line.lstrip().startswith("|") and line.count("|") > 1:
            cells = _BETWEEN_CELLS.split(line.strip().strip("|"))
        elif "\t" in line.strip("\n") and not isinstance(self.open, Items):
            cells = line.split("\t")
        else:
            return False
        table = self._opened(Rows([]))
        if any(set(cell.strip()) - set("-:") for cell in cells):
            table.rows.append(tuple(cell.strip() for cell in cells))
        return True

    def _quote(self, line: str) -> bool:
        if not line.startswith(">"):
            return False
        self._opened(Quoted([])).lines.append(line[1:].removeprefix(" "))
        return True

    def _text(self, line: str) -> None:
        in_item = isinstance(self.open, Items) and self.path
        if in_item and (not self.after_blank or line[:2].isspace()):
            self.path[-1][1].lines.append(line)
            return
        if not isinstance(self.open, Lines | Note | Quoted) or self.after_blank:
            self._start(Lines([]))
        assert isinstance(self.open, Lines | Note | Quoted)
        self.open.lines.append(line)


def _table_or_text(table: Rows) -> list[Flat]:
    """A table has at least two rows and two filled cells in its head; all else is text."""
    rows = [row for row in table.rows if any(row)]
    if not rows:
        return []
    if len(rows) < 2 or sum(map(bool, rows[0])) < 2:
        return [Lines(["  ".join(filter(None, row))]) for row in rows]
    width = max(map(len, rows))
    return [Rows([row + ("",) * (width - len(row)) for row in rows])]
