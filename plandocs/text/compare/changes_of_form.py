"""What differs between two wordings of a block besides the words themselves."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import accumulate

from plandocs.text.compare.changes_of_values import changes_of_values
from plandocs.text.compare.form import Form, FormChange
from plandocs.text.compare.formatting import FormattedWords, Formatting, formatted_words, text_of
from plandocs.text.stored import Raw

Common = tuple[str, Formatting, Formatting]
"""A piece of text, its formatting before and its formatting after."""
_WORDS = re.compile(r"\s+|\S+")
_SET = {"b": Form.BOLD, "i": Form.ITALIC, "sup": Form.RAISED}


def form_changes(kind: str, before: Raw, after: Raw) -> list[FormChange]:
    """Return how a block's form differs; never empty where only the form does."""
    old, new = formatted_words(kind, before), formatted_words(kind, after)
    was, now = text_of(old), text_of(new)
    same_words = was.split() == now.split()
    found = [
        *_changes_of_formatting(old, new),
        *([FormChange(Form.CELL)] if same_words and _cells(old) != _cells(new) else []),
        *changes_of_values(kind, before, after),
    ]
    if same_words and was != now:
        found.append(FormChange(Form.SPACES))
    if same_words and not found:
        found.append(FormChange(Form.UNSEEN))
    return found


def _cells(words: Sequence[FormattedWords]) -> list[tuple[int, ...]]:
    return [one.formatting.cell for one in words for sign in one.text if not sign.isspace()]


def _changes_of_formatting(
    old: Sequence[FormattedWords], new: Sequence[FormattedWords]
) -> Iterator[FormChange]:
    """Yield how words that stand in both have another link, setting, list or field than before."""
    both = list(_common_words(old, new))
    yield from _told(Form.LINK, both, lambda how: how.link)
    for tag in sorted({tag for words in (*old, *new) for tag in words.formatting.tags}):
        yield from _told(_SET.get(tag, Form.SETTING), both, partial(_tag_in, tag))
    yield from _told(Form.LIST, both, lambda how: " ".join(how.lists))
    yield from _told(Form.FIELD, both, lambda how: how.field)


def _tag_in(tag: str, how: Formatting) -> str:
    return tag if tag in how.tags else ""


def _told(
    what: Form, both: Sequence[Common], of: Callable[[Formatting], str]
) -> Iterator[FormChange]:
    """Yield a change for each unbroken row of words in which ``of`` changed alike."""
    held, change = "", ("", "")
    for text, old, new in [*both, ("", Formatting(""), Formatting(""))]:
        now = (of(old), of(new)) if text else ("", "")
        if now != change or not text:
            if change[0] != change[1] and held.strip():
                yield FormChange(what, " ".join(held.split()), *change)
            held, change = "", now
        held += text


def _common_words(old: Sequence[FormattedWords], new: Sequence[FormattedWords]) -> Iterator[Common]:
    """Yield what stands in both, piece by piece, with its formatting in each.

    An empty piece stands where something differs: what is on either side of it is not one phrase.
    """
    was, now = text_of(old), text_of(new)
    was_set, now_set = (
        [one.formatting for one in words for _sign in one.text] for words in (old, new)
    )
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
    old_places, new_places = (list(accumulate(map(len, words), initial=0)) for words in (old, new))
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        length = old_places[match.a + match.size] - old_places[match.a]
        yield old_places[match.a], new_places[match.b], length
