"""Reading the lines of Markdown or plain text into flat blocks, before anything is interpreted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plandocs.importing.inline import read_inline
from plandocs.importing.labels import awaits_list, is_responsibility

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
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")
_LONGEST_HEADING = 120
_DEEPEST_LIST = 4


@dataclass(slots=True)
class Heading:
    """A heading and the level its marks give it."""

    text: str
    level: int


@dataclass(slots=True)
class Lines:
    """A paragraph as its lines stand in the file."""

    lines: list[str]


@dataclass(slots=True)
class Item:
    """An item of a list. ``number`` is the printed ordinal, or empty."""

    lines: list[str]
    number: str = ""
    items: list["Item"] = field(default_factory=list)


@dataclass(slots=True)
class Items:
    """A list."""

    items: list[Item]

    @property
    def ordered(self) -> bool:
        """Whether the items are numbered."""
        return bool(self.items[0].number)


@dataclass(slots=True)
class Note:
    """A footnote's own text."""

    mark: str
    lines: list[str]


@dataclass(slots=True)
class Rows:
    """A table, row by row."""

    rows: list[tuple[str, ...]]


@dataclass(slots=True)
class Quoted:
    """Lines set out as a quotation."""

    lines: list[str]


@dataclass(slots=True)
class Rule:
    """A line across the page."""


Flat = Heading | Lines | Items | Note | Rows | Quoted | Rule


def logical_lines(lines: list[str]) -> list[str]:
    """Join lines that were only wrapped. A line that ends in two blanks or ``\\`` stays a line."""
    joined: list[list[str]] = [[]]
    for line in lines:
        hard = line.endswith(("  ", "\\"))
        joined[-1].append(line.strip().removesuffix("\\"))
        if hard:
            joined.append([])
    return [" ".join(words) for words in joined if any(words)]


def read_lines(text: str) -> list[Flat]:
    """Return the blocks of the text in order, each list and paragraph whole across page breaks."""
    reader = _Reader()
    for line in text.split("\n"):
        reader.take(line)
    reader.end_block()
    return mended(reader.blocks)


def mended(blocks: list[Flat]) -> list[Flat]:
    """Join what a page break, or notes at the foot of a page, have split. Rules are taken away."""
    result: list[Flat] = []
    waiting: list[Flat] = []
    for block in blocks:
        if isinstance(block, Rule):
            continue
        if isinstance(block, Note):
            waiting.append(block)
        elif not (result and _continues(result[-1], block)):
            result += [*waiting, block]
            waiting = []
    return result + waiting


class _Reader:
    """Takes one line at a time and knows only the block it is in."""

    def __init__(self) -> None:
        self.blocks: list[Flat] = []
        self.open: Flat | None = None
        self.path: list[tuple[int, Item]] = []
        self.after_blank = True

    def take(self, line: str) -> None:
        """Read the next line."""
        if not line.strip():
            self._blank()
            return
        for read in (self._heading, self._rule, self._note, self._item, self._row, self._quote):
            if read(line):
                break
        else:
            self._text(line)
        self.after_blank = False

    def end_block(self) -> None:
        """Close the block that is open."""
        if isinstance(self.open, Rows):
            self.blocks += _table_or_text(self.open)
        elif self.open is not None:
            self.blocks.append(self.open)
        self.open = None
        self.path = []

    def _blank(self) -> None:
        if not isinstance(self.open, Items):
            self.end_block()
        self.after_blank = True

    def _start(self, block: Flat) -> None:
        self.end_block()
        self.open = block

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
        mark = match["caret"] or match["sup"] or match["raised"].translate(_SUPERSCRIPTS)
        self._start(Note(mark, [line[match.end() :]]))
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
            cells = line.strip().strip("|").split("|")
        elif "\t" in line.strip("\n") and not isinstance(self.open, Items):
            cells = line.split("\t")
        else:
            return False
        if not isinstance(self.open, Rows):
            self._start(Rows([]))
        assert isinstance(self.open, Rows)
        if any(set(cell.strip()) - set("-:") for cell in cells):
            self.open.rows.append(tuple(cell.strip() for cell in cells))
        return True

    def _quote(self, line: str) -> bool:
        if not line.startswith(">"):
            return False
        if not isinstance(self.open, Quoted):
            self._start(Quoted([]))
        assert isinstance(self.open, Quoted)
        self.open.lines.append(line[1:].removeprefix(" "))
        return True

    def _text(self, line: str) -> None:
        if isinstance(self.open, Items) and self.path:
            indented = line[:2].isspace()
            if not self.after_blank or indented:
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


def _continues(before: Flat, block: Flat) -> bool:
    """Join ``block`` to the one before it if it only goes on where that one stopped."""
    if isinstance(before, Heading) and isinstance(block, Heading):
        if before.level != block.level or not block.text[:1].islower():
            return False
        before.text = f"{before.text} {block.text}"
        return True
    if isinstance(block, Items):
        lines = _last_lines(before)
        if lines and awaits_list(lines[-1]):
            lines.append(", ".join(" ".join(item.lines) for item in block.items))
            return True
        return isinstance(before, Items) and _lists_join(before, block)
    if isinstance(block, Lines) and _starts_in_mid_sentence(block.lines[0]):
        lines = _last_lines(before)
        if lines and not lines[-1].rstrip(" *_").endswith(_SENTENCE_ENDS):
            lines.extend(block.lines)
            return True
    if isinstance(block, Lines) and is_responsibility(block.lines[0]):
        if lines := _last_lines(before):
            lines.extend(block.lines)
        return bool(lines)
    return False


def _starts_in_mid_sentence(line: str) -> bool:
    words = line.lstrip(" *_")
    return words[:1].islower() and not words.startswith(("www.", "http://", "https://"))


def _last_lines(block: Flat) -> list[str] | None:
    if isinstance(block, Lines):
        return block.lines
    if isinstance(block, Items):
        item = block.items[-1]
        while item.items:
            item = item.items[-1]
        return item.lines
    return None


def _lists_join(before: Items, block: Items) -> bool:
    if before.ordered != block.ordered:
        return False
    first, last = block.items[0].number, before.items[-1].number
    if first and not (first.isdigit() and last.isdigit() and int(first) == int(last) + 1):
        return False
    before.items.extend(block.items)
    return True


def line_lists(block: Flat) -> Iterator[list[str]]:
    """Yield every list of lines in a block, so that they may be rewritten in place."""
    if isinstance(block, Lines | Quoted):
        yield block.lines
    if isinstance(block, Items):
        for item in block.items:
            yield from _item_lines(item)


def _item_lines(item: Item) -> Iterator[list[str]]:
    yield item.lines
    for inner in item.items:
        yield from _item_lines(inner)
