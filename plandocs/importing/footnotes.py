"""Tying footnotes, wherever on the page they are printed, to the places where they are anchored."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plandocs.importing.flat import Flat, Lines, Note, line_lists, logical_lines
from plandocs.importing.inline import read_inline, tie_marks
from plandocs.importing.tree import Footnote


@dataclass(slots=True)
class _Printed:
    place: int
    number: int
    taken: bool = False


def tie_footnotes(blocks: list[Flat]) -> tuple[list[Flat], tuple[Footnote, ...]]:
    """Return the text without the notes, each mark in it tied to its note, and the notes.

    Numbering may start again on every page: a mark belongs to the first note of that number
    that is printed after it, in the last resort to the one before it. A note that nothing
    refers to stays in the text as a paragraph, so that no word is lost.
    """
    notes: dict[str, list[_Printed]] = defaultdict(list)
    footnotes: list[Footnote] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Note):
            notes[block.mark].append(_Printed(place, len(footnotes)))
            text = " ".join(read_inline(line).plain for line in logical_lines(block.lines))
            footnotes.append(Footnote(block.mark, text))
    for place, block in enumerate(blocks):
        for lines in line_lists(block):
            lines[:] = [tie_marks(line, partial(_find, notes, place)) for line in lines]
    unused = {note.place for printed in notes.values() for note in printed if not note.taken}
    return list(_in_text(blocks, unused)), tuple(footnotes)


def _find(notes: dict[str, list[_Printed]], place: int, mark: str) -> int | None:
    printed = notes.get(mark, [])
    if not printed:
        return None
    after = [note for note in printed if note.place > place]
    note = after[0] if after else printed[-1]
    note.taken = True
    return note.number


def _in_text(blocks: list[Flat], unused: set[int]) -> Iterator[Flat]:
    for place, block in enumerate(blocks):
        if not isinstance(block, Note):
            yield block
        elif place in unused:
            first, *rest = block.lines
            yield Lines([f"<sup>{block.mark}</sup> {first}", *rest])
