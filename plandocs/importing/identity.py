"""What a document is called and whose it is: its kind, its years, its municipality."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import dropwhile

from plandocs.importing.lexicon import KINDS_OF_PLAN
from plandocs.vocabulary import PlanKind

_PLACE = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,2})"
    r" (?P<sort>kommun|[Ss]tad)(?:s|koncern\w*)?\b"
)
_LINK_WORDS = frozenset(
    {"I", "För", "Enligt", "Inom", "Hos", "Av", "Med", "Till", "På", "Att", "Hela", "Där", "När"}
    | {"Om", "Som", "Vid", "Denna", "Från", "Genom", "Mot", "Vi", "Både", "Alla"}
)
_PERIOD = re.compile(r"\b((?:19|20)\d{2})\s*[–—-]\s*((?:19|20)\d{2})\b")
_LETTERS_OF_FRONT_PAGE = 600
_PERIOD_IN_TEXT = re.compile(
    r"(?:period|giltighet|gäller)\w{0,20}[^.]{0,40}?\b((?:19|20)\d{2})\s*[–—-]\s*((?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset({"regional", "lokal", "kommunal", "nationell", "kommunövergripande"})


def find_kind(title: str) -> tuple[PlanKind | None, str]:
    """Return the kind of document that the title names, and the words it uses for it."""
    words = [word.strip('.,:;”"()') for word in title.casefold().split()]
    for place, word in enumerate(words):
        for kind, endings in KINDS_OF_PLAN.items():
            if word.endswith(endings):
                adjective = words[place - 1] if place else ""
                return kind, f"{adjective} {word}" if adjective in _ADJECTIVES else word
    return None, ""


def find_period(title: str, text: str) -> tuple[int, int] | None:
    """Return the first and the last year the document is meant for."""
    match = (
        _PERIOD.search(title)
        or _PERIOD_IN_TEXT.search(text)
        or _PERIOD.search(text[:_LETTERS_OF_FRONT_PAGE])
    )
    if not match or int(match[1]) > int(match[2]):
        return None
    return int(match[1]), int(match[2])


def municipality(text: str) -> str:
    """Return the municipality named most often, as *X kommun* or *X stad*."""
    places = ((match["name"].split(), match["sort"].lower()) for match in _PLACE.finditer(text))
    named = ((list(dropwhile(_LINK_WORDS.__contains__, words)), sort) for words, sort in places)
    return most_common(" ".join([*words, sort]) for words, sort in named if words)


def most_common(found: Iterable[str]) -> str:
    """Return what is found most often, or an empty string."""
    return next((name for name, _times in Counter(found).most_common(1)), "")
