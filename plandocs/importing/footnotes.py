"""Tying footnotes, wherever on the page they are printed, to the places where they are anchored."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import partial
from itertools import count

from plandocs.importing.flat import Flat, Lines, Note, line_lists
from plandocs.importing.imported import Footnote
from plandocs.importing.inline import rich_lines, tie_marks

_LONGEST_MARK = 5


def tie_footnotes(blocks: list[Flat]) -> tuple[list[Flat], tuple[Footnote, ...]]:
    """Return the text without the notes, each mark in it tied to its note, and the notes.

    Numbering may start again on every page: a mark belongs to the first note of that number
    that is printed after it, in the last resort to the one before it. A note that nothing
    refers to stays in the text as a paragraph, so that no word is lost.
    """
    printed = [(place, block) for place, block in enumerate(blocks) if isinstance(block, Note)]
    marks = _short({note.mark: None for _place, note in printed})
    notes: list[Footnote] = []
    loose = {}
    called: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, note in printed:
        called[note.mark].append((place, len(notes)))
        loose[place] = marks[note.mark]
        notes.append(Footnote(loose[place], " ".join(one.plain for one in rich_lines(note.lines))))

    def find(at: int, mark: str) -> tuple[str, int] | None:
        if mark not in called:
            return None
        place, number = next((one for one in called[mark] if one[0] > at), called[mark][-1])
        loose.pop(place, None)
        return notes[number].mark, number

    for place, block in enumerate(blocks):
        for lines in line_lists(block):
            lines[:] = [tie_marks(line, partial(find, place)) for line in lines]
    return list(_in_text(blocks, loose)), tuple(notes)


def _short(marks: Collection[str]) -> dict[str, str]:
    """A note that goes by a name too long to stand raised gets the first number that is free."""
    free = (str(number) for number in count(1) if str(number) not in marks)
    return {mark: mark if len(mark) <= _LONGEST_MARK else next(free) for mark in marks}


def _in_text(blocks: list[Flat], loose: dict[int, str]) -> Iterator[Flat]:
    for place, block in enumerate(blocks):
        if not isinstance(block, Note):
            yield block
        elif place in loose:
            first, *rest = block.lines
            yield Lines([f"[^{loose[place]}] {first}", *rest])
