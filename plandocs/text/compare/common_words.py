"""What two wordings of a block have in common, with its formatting in each."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from plandocs.text.compare.formatting import text_of
from plandocs.text.compare.html_reading import FormattedWords, Formatting

Common = tuple[str, Formatting, Formatting]
"""A piece of text, its formatting before and its formatting after."""

_WORDS = re.compile(r"\s+|\S+")


def common_words(old: Sequence[FormattedWords], new: Sequence[FormattedWords]) -> Iterator[Common]:
    """Yield what stands in both, piece by piece, with its formatting in each.

    An empty piece stands where something differs: what is on either side of it is not one phrase.
    """
    was, now = text_of(old), text_of(new)
    was_set, now_set = _by_character(old), _by_character(new)
    for start, other, length in _matches(was, now):
        for step in range(length):
            yield was[start + step], was_set[start + step], now_set[other + step]
        yield "", Formatting(""), Formatting("")


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


def _by_character(words: Sequence[FormattedWords]) -> list[Formatting]:
    return [one.formatting for one in words for _character in one.text]
