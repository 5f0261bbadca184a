"""Finding headings, and mending words split at line ends, in text that has no Markdown."""

import re
from collections import Counter

from plandocs.importing.columns.pages import has_marks, read_columns
from plandocs.importing.flat import Flat, Heading, Items, Lines, Rows, line_lists
from plandocs.importing.flattened import rebuild_tables
from plandocs.importing.lines import read_lines
from plandocs.importing.mending import mended

_PAGE_START = re.compile(r"\n (?=\S)")
_AREA_ALONE = re.compile(
    r"^([ \t]*(?:fokus|insats|mål|utvecklings)omr\w{1,2}de[ \t]*(?:\d{1,2}|[IVX]{1,4})[ \t]*:)\s*\n"
    r"\s*(?=[A-ZÅÄÖ])",
    re.IGNORECASE | re.MULTILINE,
)
_BROKEN_WORD = re.compile(r"\b(\w+)-[ \t]*\n\s*(\w+)")
_BROKEN_PAIR = re.compile(r"(?<=\w)/[ \t]*\n\s*(?=\w)")
_COMPOUND = re.compile(r"\b\w+-\w+")
_BROKEN_COMPOUND = frozenset({"och", "eller", "samt", "respektive", "till"})
_NEVER_LAST = frozenset(
    {"av", "att", "den", "det", "de", "där", "eller", "en", "ett", "för", "från", "i", "inom"}
    | {"med", "och", "om", "på", "samt", "som", "till", "vid", "är"}
)
_NOTED_SENTENCE = re.compile(r"[.!?]\d{1,3}$")
_LONGEST_HEADING = 150
_REPEATED = 3
_MOST_LINES = 3
_MOST_LINES_IN_BOX = 6
_RUN_OF_BOXES = 3
_SHORT_LINE = 0.9


def has_headings(blocks: list[Flat]) -> bool:
    """Whether the text marks its headings."""
    return any(isinstance(block, Heading) for block in blocks)


def read_plain(text: str) -> list[Flat]:
    """Return the blocks of text without Markdown, with the headings that its layout shows.

    A heading is at most three short lines, begins with a capital, ends without a stop and is
    followed by text. Several such in a row are boxes in a figure, not headings.
    """
    whole = frozenset(_COMPOUND.findall(text))
    blocks: list[Flat] = []
    for block in rebuild_tables(_read(text)):
        blocks += _split_heading(block) if isinstance(block, Lines) else [block]
    for block in blocks:
        for lines in line_lists(block):
            lines[:] = mend_words("\n".join(lines), whole).split("\n")
        if isinstance(block, Rows):
            block.rows[:] = [
                tuple(" ".join(mend_words(cell, whole).split()) for cell in row)
                for row in block.rows
            ]
    return mended(_headed(blocks))


def _read(text: str) -> list[Flat]:
    text = _AREA_ALONE.sub(r"\1 ", text)
    if not has_marks(text):
        return read_lines(_PAGE_START.sub("\n\n", text))
    blocks: list[Flat] = []
    for piece in read_columns(_PAGE_START.split(text)):
        blocks += read_lines(piece) if isinstance(piece, str) else piece
    return blocks


def mend_words(text: str, whole: frozenset[str] = frozenset()) -> str:
    """Join words split at line ends, unless the hyphen belongs to the word.

    ``whole`` are words known to be written with a hyphen.
    """

    def mend(match: re.Match[str]) -> str:
        first, second = match.groups()
        if second in _BROKEN_COMPOUND or not second[0].islower():
            return match[0]
        return f"{first}-{second}" if f"{first}-{second}" in whole else f"{first}{second}"

    return _BROKEN_WORD.sub(mend, _BROKEN_PAIR.sub("/", text))


def _split_heading(block: Lines) -> list[Flat]:
    width = max(map(len, block.lines))
    for count in range(1, min(_MOST_LINES + 1, len(block.lines))):
        head, rest = block.lines[:count], block.lines[count:]
        short = len(head[-1].rstrip()) < _SHORT_LINE * width
        if short and rest[0].lstrip()[:1].isupper() and _looks_like_heading(head):
            return [Lines(head), Lines(rest)]
    return [block]


def _looks_like_heading(lines: list[str], *, most_lines: int = _MOST_LINES) -> bool:
    text = _text(Lines(lines))
    return (
        len(lines) <= most_lines
        and len(text) <= _LONGEST_HEADING
        and text[:1].isupper()
        and any(sign.islower() for sign in text)
        and text[-1] not in ".,:;!?-–”)"
        and text.rsplit(" ", 1)[-1] not in _NEVER_LAST
        and not _NOTED_SENTENCE.search(text)
        and not re.search(r"[.!?] [A-ZÅÄÖ]", text)
        and not any("  " in line.strip() for line in lines)
        and "www." not in text
    )


def _headed(blocks: list[Flat]) -> list[Flat]:
    result = list(blocks)
    texts = [_text(block) for block in blocks]
    often = {text for text, times in Counter(texts).items() if times >= _REPEATED}
    like, boxes = (
        [
            isinstance(block, Lines)
            and text not in often
            and _looks_like_heading(block.lines, most_lines=lines)
            for block, text in zip(blocks, texts, strict=True)
        ]
        for lines in (_MOST_LINES, _MOST_LINES_IN_BOX)
    )
    last = {text: place for place, text in enumerate(texts)}
    for place, block in enumerate(blocks):
        if not like[place] or not isinstance(block, Lines) or place + 1 == len(blocks):
            continue
        start, end = place, place
        while start and boxes[start - 1]:
            start -= 1
        while end + 1 < len(blocks) and boxes[end + 1]:
            end += 1
        in_figure = end - start + 1 >= _RUN_OF_BOXES and (place < end or place < last[texts[place]])
        if not in_figure and isinstance(blocks[place + 1], Lines | Items | Rows):
            result[place] = Heading(texts[place], 2)
    return result


def _text(block: Flat) -> str:
    return " ".join(" ".join(block.lines).split()).strip("*_ ") if isinstance(block, Lines) else ""
