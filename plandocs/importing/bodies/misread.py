"""Names of one body that differ by what a scan or a typist has misread."""

from collections import Counter
from difflib import SequenceMatcher

from plandocs.importing.lexicon import WHOLE_MUNICIPALITY, head_of, indefinite, unit_words

_RINGS_AND_DOTS = str.maketrans("åäöé", "aaoe")  # what a scan loses first
_ALIKE = 0.75
_MISREAD_LETTERS = 2
_MISREAD_LETTERS_IN_LONG_WORDS = 3
_LONG_WORD = 18
_SHORTEST_REPAIRED = 10
_MOST_COMPARED = 200


def last_word(form: str) -> str:
    """Return the word of a name that says what kind of unit it is, in small letters."""
    return form.rsplit(" ", 1)[-1].casefold()


def family_of(form: str) -> str:
    """Forms in different families never name the same body."""
    folded = form.casefold()
    if " " not in folded or not head_of(folded):
        return folded if " " in folded else indefinite(folded)
    return folded.rsplit(" ", 1)[0] + " " + head_of(folded)


def clustered(family: list[str]) -> list[list[str]]:
    """Put together the forms whose last words are alike. Two known words are never one."""
    clusters: list[list[str]] = []
    for form in family[:_MOST_COMPARED]:
        home = next((c for c in clusters if any(_same(form, other) for other in c)), None)
        if home is None:
            clusters.append([form])
        else:
            home.append(form)
    return clusters


def _same(one: str, other: str) -> bool:
    first, second = indefinite(last_word(one)), indefinite(last_word(other))
    if first == second:
        return True
    head = head_of(first)
    if not head or (first in unit_words() and second in unit_words()):
        return False
    stems = first.removesuffix(head), second.removesuffix(head)
    return SequenceMatcher(None, *stems, autojunk=False).ratio() >= _ALIKE


def repaired(ranked: list[str], times: Counter[str]) -> str:
    """Return the first of misread forms with the known unit that all must be, or nothing."""
    has_place = any(" " in form for form in ranked)
    words: Counter[str] = Counter()
    for form in ranked:
        words[last_word(form)] += times[form]
    near = {
        known
        for known in unit_words()
        for word in words
        if _is_misread(word, known) and not (has_place and known in WHOLE_MUNICIPALITY)
    }

    def distance(known: str) -> tuple[int, str]:
        return sum(letters_apart(word, known) * often for word, often in words.items()), known

    if not near:
        return ""
    name = ranked[0][: -len(last_word(ranked[0]))] + min(near, key=distance)
    return name[0].upper() + name[1:]


def _is_misread(word: str, known: str) -> bool:
    allowed = _MISREAD_LETTERS if len(word) < _LONG_WORD else _MISREAD_LETTERS_IN_LONG_WORDS
    return (
        len(word) >= _SHORTEST_REPAIRED
        and _bare(known[:3]) == _bare(word[:3])
        and abs(len(known) - len(word)) <= allowed
        and letters_apart(word, known) <= allowed
    )


def _bare(letters: str) -> str:
    return letters.translate(_RINGS_AND_DOTS)


def letters_apart(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed to make one the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, wanted in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != wanted)))
    return row[-1]
