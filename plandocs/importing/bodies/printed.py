"""A name as it is printed: whether it is of a body or of a group, and the form it is given."""

import re

from plandocs.importing.lexicon import GROUP_NOUNS, QUANTIFIERS, is_unit, unit_words

_FOREIGN = str.maketrans("øØæÆ", "öÖäÄ")
_MISREAD_HEAD = re.compile(r"n\w{1,3}mnd(?=(?:en|er|erna)?\b)")


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


def is_half_name(word: str) -> bool:
    """Whether a lone word is the first half of a unit's name: *Kultur* och fritidsnämnden."""
    stem = word.casefold().rstrip("s")
    return any(f"{stem}{end}nämnd" in unit_words() for end in ("", "s"))


def form_of(printed: str) -> str:
    """A group begins with a small letter, a unit with a capital, anything else as printed."""
    name = _MISREAD_HEAD.sub("nämnd", tidy(printed))
    first, och, last = name.partition(" och ")
    if och and is_half_name(first) and is_unit(last):
        name = f"{first}- och {last}"
    if is_group(name):
        return name[0].lower() + name[1:]
    return name[:1].upper() + name[1:] if is_body(name) else name
