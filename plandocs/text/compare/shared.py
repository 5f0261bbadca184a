"""What two wordings of a block have in common, with how it is marked in each."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from plandocs.text.compare.runs import Marks, Run, text_of

Shared = tuple[str, Marks, Marks]
"""A piece of text, its marks before and its marks after."""

_WORDS = re.compile(r"\s+|\S+")


def shared(old: Sequence[Run], new: Sequence[Run]) -> Iterator[Shared]:
    """Yield what stands in both, piece by piece, with its marks in each.

    An empty piece stands where something differs: what is on either side of it is not one phrase.
    """
    was, now = text_of(old), text_of(new)
    was_marks, now_marks = _marks_by_place(old), _marks_by_place(new)
    for start, other, length in _matches(was, now):
        for step in range(length):
            yield was[start + step], was_marks[start + step], now_marks[other + step]
        yield "", Marks(""), Marks("")


def _matches(was: str, now: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the same whole words stand in two texts: the two places, and how far."""
    if was == now:
        yield 0, 0, len(was)
        return
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    old_places, new_places = _places(old), _places(new)
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        length = old_places[match.a + match.size] - old_places[match.a]
        yield old_places[match.a], new_places[match.b], length


def _places(words: Sequence[str]) -> list[int]:
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    return places


def _marks_by_place(runs: Sequence[Run]) -> list[Marks]:
    return [run.marks for run in runs for _character in run.text]
