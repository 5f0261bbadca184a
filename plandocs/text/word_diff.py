"""What differs between two wordings, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s]+")
_LONGEST = 4000  # in words; what is longer is shown whole, before and after


class Piece(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words that share the same fate."""

    piece: Piece
    text: str


def word_diff(before: str, after: str) -> list[Words]:
    """Return the two wordings woven together, in reading order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _LONGEST:
        return [Words(Piece.REMOVED, before), Words(Piece.ADDED, after)]
    found: list[Words] = []
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(Words(Piece.SAME, "".join(old[i1:i2])))
            continue
        if i2 > i1:
            found.append(Words(Piece.REMOVED, "".join(old[i1:i2])))
        if j2 > j1:
            found.append(Words(Piece.ADDED, "".join(new[j1:j2])))
    return found
