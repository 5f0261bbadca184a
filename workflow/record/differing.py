"""What differs between two wordings of one place in the text."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile

_LAST_MARKS = re.compile(r"[.,;:!?”\"]+\d{0,2}$")  # the figure is a footnote's
_WIDEST = 12


def differing(before: str, after: str) -> tuple[str, str]:
    """Return the words that differ between two wordings, without what they share around them.

    What is changed in the same way in several places is given once. Words within quotation marks
    or brackets are kept whole.
    """
    old, new = before.split(), after.split()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    parts = [code[1:] for code in codes if code[0] != "equal"]
    phrases = {_phrases(old, new, part) for part in parts}
    if len(phrases) == 1:
        return phrases.pop()
    if not parts:
        return "", ""
    return _phrases(old, new, (parts[0][0], parts[-1][1], parts[0][2], parts[-1][3]))


def differing_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return what differs line by line, as in the cells of a table; each pair once.

    Empty where the two have not the same lines to lay side by side.
    """
    old, new = before.split("\n"), after.split("\n")
    if len(old) != len(new):
        return []
    return list(
        dict.fromkeys(differing(*pair) for pair in zip(old, new, strict=True) if pair[0] != pair[1])
    )


def _phrases(old: list[str], new: list[str], part: tuple[int, int, int, int]) -> tuple[str, str]:
    """Return the words of one part, with as many shared words around it as make it whole."""
    old_start, old_end, new_start, new_end = part
    before = _shared(reversed(old[:old_start]), reversed(new[:new_start]))
    after = _shared(old[old_end:], new[new_end:])
    for left, right in _widenings(before, after):
        phrases = (
            " ".join(old[old_start - left : old_end + right]),
            " ".join(new[new_start - left : new_end + right]),
        )
        if all(map(_balanced, phrases)):
            return _bared(*phrases)
    return _bared(" ".join(old[old_start:old_end]), " ".join(new[new_start:new_end]))


def _shared(old: Iterable[str], new: Iterable[str]) -> int:
    """Count the words that two lists begin with alike."""
    pairs = zip(old, new, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _widenings(before: int, after: int) -> list[tuple[int, int]]:
    """Return how many shared words to take in before and after, the fewest first."""
    reach = range(_WIDEST + 1)
    pairs = [
        (left, right) for left in reach for right in reach if left <= before and right <= after
    ]
    return sorted(pairs, key=lambda pair: (sum(pair), pair))


def _bared(old: str, new: str) -> tuple[str, str]:
    """Take off the marks that both phrases begin and end with."""
    ends = _LAST_MARKS.search(old), _LAST_MARKS.search(new)
    if ends[0] and ends[1] and ends[0][0] == ends[1][0]:
        old, new = old[: ends[0].start()], new[: ends[1].start()]
    while old and new and old[0] == new[0] and old[0] in '”"':
        old, new = old[1:], new[1:]
    return old.strip(), new.strip()


def _balanced(phrase: str) -> bool:
    return (
        phrase.count("”") % 2 == 0
        and phrase.count('"') % 2 == 0
        and phrase.count("(") == phrase.count(")")
    )
