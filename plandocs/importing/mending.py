"""Joining what a page break, or notes at the foot of a page, have split."""

from plandocs.importing.flat import Flat, Heading, Items, Lines, Note, Rule, enumerated
from plandocs.importing.labels import awaits_list, is_responsibility

_ADDRESSES = ("www.", "http://", "https://")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")


def mended(blocks: list[Flat]) -> list[Flat]:
    """Return the blocks, each whole across page breaks and without rules."""
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
            lines.append(enumerated(block.items))
            return True
        return isinstance(before, Items) and _lists_join(before, block)
    lines = _last_lines(before) if isinstance(block, Lines) else None
    if not lines or not isinstance(block, Lines):
        return False
    words = block.lines[0].lstrip(" *_")
    in_mid_sentence = words[:1].islower() and not words.startswith(_ADDRESSES)
    is_open = not lines[-1].rstrip(" *_").endswith(_SENTENCE_ENDS)
    if not (in_mid_sentence and is_open) and not is_responsibility(block.lines[0]):
        return False
    lines.extend(block.lines)
    return True


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
