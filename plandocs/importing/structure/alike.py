"""Whether two headings are the same, but for punctuation and what a scan has misread."""

from difflib import SequenceMatcher, get_close_matches

_ALIKE = 0.9
MOST_HEADINGS = 300
"""With more headings than this, none is compared letter by letter."""
_LONGEST_TITLE = 250


def plain(text: str) -> str:
    """Return a heading in small letters, without what stands around it."""
    return " ".join(text.casefold().strip(" .:").split())


def is_among(item: str, titles: set[str]) -> bool:
    """Whether a plain heading is one of others, misread or not."""
    if item in titles or len(titles) > MOST_HEADINGS or len(item) > _LONGEST_TITLE:
        return item in titles
    return bool(get_close_matches(item, titles, n=1, cutoff=_ALIKE))


def resembles(one: str, other: str) -> bool:
    """Whether two titles are the same but for punctuation and a misread letter."""
    first, second = plain(one), plain(other)
    if max(len(first), len(second)) > _LONGEST_TITLE:
        return first == second
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
