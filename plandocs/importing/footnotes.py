"""Tying footnotes, wherever on the page they are printed, to the places where they are anchored."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count

from plandocs.importing.flat import Flat, Lines, Note, line_lists, logical_lines
from plandocs.importing.imported import Footnote
from plandocs.importing.inline import read_inline, tie_marks

_LONGEST_MARK = 5


@dataclass(slots=True)
class _Printed:
    place: int
    mark: str
    number: int
    taken: bool = False


def tie_footnotes(blocks: list[Flat]) -> tuple[list[Flat], tuple[Footnote, ...]]:
    """Return the text without the notes, each mark in it tied to its note, and the notes.

    Numbering may start again on every page: a mark belongs to the first note of that number
    that is printed after it, in the last resort to the one before it. A note that nothing
    refers to stays in the text as a paragraph, so that no word is lost.
    """
    printed = [(place, block) for place, block in enumerate(blocks) if isinstance(block, Note)]
    marks = _short({note.mark: None for _place, note in printed})
    notes: dict[str, list[_Printed]] = defaultdict(list)
    footnotes: list[Footnote] = []
    for place, note in printed:
        mark = marks[note.mark]
        notes[note.mark].append(_Printed(place, mark, len(footnotes)))
        text = " ".join(read_inline(line).plain for line in logical_lines(note.lines))
        footnotes.append(Footnote(mark, text))
    for place, block in enumerate(blocks):
        for lines in line_lists(block):
            lines[:] = [tie_marks(line, partial(_find, notes, place)) for line in lines]
    loose = {one.place: one.mark for same in notes.values() for one in same if not one.taken}
    return list(_in_text(blocks, loose)), tuple(footnotes)


def _short(marks: Collection[str]) -> dict[str, str]:
    """A note that goes by a name too long to stand raised gets the first number that is free."""
    free = (str(number) for number in count(1) if str(number) not in marks)
    return {mark: mark if len(mark) <= _LONGEST_MARK else next(free) for mark in marks}


def _find(notes: dict[str, list[_Printed]], place: int, mark: str) -> tuple[str, int] | None:
    printed = notes.get(mark, [])
    if not printed:
        return None
    note = next((note for note in printed if note.place > place), printed[-1])
    note.taken = True
    return note.mark, note.number


def _in_text(blocks: list[Flat], loose: dict[int, str]) -> Iterator[Flat]:
    for place, block in enumerate(blocks):
        if not isinstance(block, Note):
            yield block
        elif place in loose:
            first, *rest = block.lines
            yield Lines([f"[^{loose[place]}] {first}", *rest])
