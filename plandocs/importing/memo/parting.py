"""Finding the memo (tjänsteskrivelse) before a document, and where the document begins."""

import re

from plandocs.importing.flat import Flat, Heading, Lines
from plandocs.importing.inline import read_inline
from plandocs.importing.memo.foot import attachment_line, printed_lines
from plandocs.importing.memo.letterhead import as_letterhead
from plandocs.importing.structure.parts import resembles

_KINDS = re.compile(r"(tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande)\b", re.IGNORECASE)
_HEAD_BLOCKS = 12
_LONGEST_AFTER_KIND = 20
_STANDARD = re.compile(
    r"(?:förslag till|ärendet\b|sammanfattning|bakgrund|bedömning|beslutsunderlag|skäl|yttrande"
    r"|ekonomi|konsekvens|barn|jämställd|beredning|uppföljning|remiss|bilag|beskrivning|beslutet"
    r"|expedier|sändlista|delges|motivering|alternativ)",
    re.IGNORECASE,
)


def split_memo(blocks: list[Flat]) -> tuple[list[Flat], list[Flat]]:
    """Part the memo, if one lies first in the file, from the document it carries."""
    start, _kind = kind_place(blocks)
    if start is None:
        return [], blocks
    blocks = [*map(as_letterhead, blocks[:_HEAD_BLOCKS]), *blocks[_HEAD_BLOCKS:]]
    end = _after_attachments(blocks, start)
    if end is None:
        end = _second_title(blocks, subject_place(blocks, start))
    return blocks[:end], blocks[end:]


def kind_place(blocks: list[Flat]) -> tuple[int | None, str]:
    """Return where the memo says what it is, and what that is; None where it says nothing."""
    for place, block in enumerate(blocks[:_HEAD_BLOCKS]):
        text = first_line(block)
        match = _KINDS.match(text)
        if match and len(text) <= len(match[0]) + _LONGEST_AFTER_KIND:
            return place, match[1].casefold()
    return None, ""


def subject_place(blocks: list[Flat], start: int) -> int | None:
    """Return the place of the heading that says what the memo is about, if it has one."""
    for place, block in enumerate(blocks[start + 1 :], start + 1):
        if isinstance(block, Heading):
            return place if _is_own(block) else None
    return None


def first_line(block: Flat) -> str:
    """Return the words of a heading, or of the first line of a paragraph."""
    if isinstance(block, Heading):
        return block.text
    return read_inline(block.lines[0]).plain if isinstance(block, Lines) else ""


def _is_own(block: Flat) -> bool:
    return isinstance(block, Heading) and not _STANDARD.match(block.text)


def _after_attachments(blocks: list[Flat], start: int) -> int | None:
    """At the first heading of the document's own after the attachments, or right after them."""
    for place, block in enumerate(blocks[start:], start):
        if attachment_line(block) is not None:
            later = (n for n, one in enumerate(blocks) if n > place and _is_own(one))
            end = place + 1 if len(printed_lines(block)) > 1 else place + 2
            return next(later, min(end, len(blocks)))
    return None


def _second_title(blocks: list[Flat], subject: int | None) -> int:
    """The document begins where the subject is printed again, or a heading as high."""
    if subject is None or not isinstance(first := blocks[subject], Heading):
        return len(blocks)
    for place, block in enumerate(blocks[subject + 1 :], subject + 1):
        if not isinstance(block, Heading) or not _is_own(block):
            continue
        if resembles(block.text, first.text) or block.level <= first.level:
            return place
    return len(blocks)
