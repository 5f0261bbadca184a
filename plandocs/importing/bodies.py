"""One name for each body, however the document spells it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from plandocs.importing.imported import ImportedBody
from plandocs.importing.lexicon import (
    GROUP_NOUNS,
    QUANTIFIERS,
    WHOLE_MUNICIPALITY,
    guess_type,
    head_of,
    indefinite,
    is_unit,
    unit_words,
)

_FOREIGN = str.maketrans("øØæÆ", "öÖäÄ")
_RINGS_AND_DOTS = str.maketrans("åäöé", "aaoe")  # what a scan loses first
_MISREAD_HEAD = re.compile(r"n\w{1,3}mnd(?=(?:en|er|erna)?\b)")
_ALIKE = 0.75
_MISREAD_LETTERS = 2
_MISREAD_LETTERS_IN_LONG_WORDS = 3
_LONG_WORD = 18
_SHORTEST_REPAIRED = 10
_MOST_COMPARED = 200


def tidy(name: str) -> str:
    """Return a printed name with Swedish letters and without stray blanks and marks."""
    name = re.sub(r"[*_]+|<[^>]*>|\[\^[^\]]*\]", "", name).translate(_FOREIGN)
    name = " ".join(name.split()).strip(" ,;:")
    return name if name.endswith(("m.fl.", "m.m.")) else name.rstrip(". ")


def is_group(name: str) -> bool:
    """Whether the name is of a group of bodies, such as *alla förvaltningar och bolag*."""
    words = name.casefold().split()
    return bool(words) and (words[0] in QUANTIFIERS or words[0] in GROUP_NOUNS)


def is_body(name: str) -> bool:
    """Whether the name is of one body: a proper name or a unit of the municipality."""
    if not name or is_group(name):
        return False
    return name[0].isupper() or is_unit(name.split()[-1]) or is_unit(name.split()[0])


class BodyNames:
    """The one name of every body in a document.

    ``register`` maps names and aliases already known to the one name; what it says always wins.
    """

    def __init__(
        self, printed: Iterable[str] = (), register: Mapping[str, str] | None = None
    ) -> None:
        self._register: dict[str, str] = {}
        for alias, name in (register or {}).items():
            self._register |= {tidy(alias).casefold(): name, tidy(name).casefold(): name}
        self._printed = Counter(name for name in map(str.strip, printed) if tidy(name))
        self._names = self._settle()

    @property
    def known(self) -> tuple[str, ...]:
        """Names and aliases in the register, in lower case."""
        return tuple(self._register)

    def name(self, printed: str) -> str:
        """Return the body's one name."""
        form = _form(printed)
        return self._names.get(form) or self._register.get(form.casefold()) or form

    def bodies(self) -> tuple[ImportedBody, ...]:
        """Every body of the document in the order first named, with all its spellings."""
        spellings: dict[str, list[str]] = {}
        for printed in self._printed:
            spellings.setdefault(self.name(printed), []).append(printed)
        return tuple(
            ImportedBody(name, guess_type(name), tuple(printed))
            for name, printed in spellings.items()
        )

    def _settle(self) -> dict[str, str]:
        forms = Counter(dict.fromkeys(map(_form, self._register.values()), 0))
        for printed, times in self._printed.items():
            forms[_form(printed)] += times
        families: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            families[_family(form)].append(form)
        names = {}
        for family in families.values():
            for cluster in _clusters(family):
                name = self._choose(cluster, forms)
                names.update(dict.fromkeys(cluster, name))
        return names

    def _choose(self, cluster: list[str], times: Counter[str]) -> str:
        for form in cluster:
            if known := self._register.get(form.casefold()):
                return known
        ranked = sorted(cluster, key=lambda form: -times[form])
        if is_group(ranked[0]):
            return ranked[0]
        for form in ranked:
            if _last(form) in unit_words():
                return form
        if word := _repair(tuple(Counter({form: times[form] for form in ranked}).elements())):
            name = _with_last_word(ranked[0], word)
            return self._register.get(name.casefold()) or name
        return ranked[0]


def is_half_name(word: str) -> bool:
    """Whether a lone word is the first half of a unit's name: *Kultur* och fritidsnämnden."""
    stem = word.casefold().rstrip("s")
    return any(f"{stem}{end}nämnd" in unit_words() for end in ("", "s"))


def _form(printed: str) -> str:
    """A group begins with a small letter, a unit with a capital, anything else as printed."""
    name = _MISREAD_HEAD.sub("nämnd", tidy(printed))
    first, och, last = name.partition(" och ")
    if och and is_half_name(first) and is_unit(last):
        name = f"{first}- och {last}"
    if is_group(name):
        return name[0].lower() + name[1:]
    return name[:1].upper() + name[1:] if is_body(name) else name


def _last(form: str) -> str:
    return form.rsplit(" ", 1)[-1].casefold()


def _family(form: str) -> str:
    """Forms in different families never name the same body."""
    folded = form.casefold()
    if " " not in folded or not head_of(folded):
        return folded if " " in folded else indefinite(folded)
    return folded.rsplit(" ", 1)[0] + " " + head_of(folded)


def _clusters(family: list[str]) -> list[list[str]]:
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
    first, second = indefinite(_last(one)), indefinite(_last(other))
    if first == second:
        return True
    head = head_of(first)
    if not head or (first in unit_words() and second in unit_words()):
        return False
    stems = first.removesuffix(head), second.removesuffix(head)
    return SequenceMatcher(None, *stems, autojunk=False).ratio() >= _ALIKE


def _repair(forms: tuple[str, ...]) -> str:
    """Return the known unit that all these misread forms must be, or an empty string."""
    has_place = any(" " in form for form in forms)
    words = Counter(_last(form) for form in forms)
    near = {
        known
        for known in unit_words()
        for word in words
        if _is_misread(word, known) and not (has_place and known in WHOLE_MUNICIPALITY)
    }

    def distance(known: str) -> tuple[int, str]:
        return sum(letters_apart(word, known) * times for word, times in words.items()), known

    return min(near, key=distance, default="")


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


def _with_last_word(form: str, word: str) -> str:
    start = form[: len(form) - len(_last(form))]
    name = start + word
    return name[0].upper() + name[1:]


def letters_apart(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed to make one the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, wanted in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != wanted)))
    return row[-1]
