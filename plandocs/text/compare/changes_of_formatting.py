"""How words that stand in both wordings of a block are set in another way."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from plandocs.text.compare.common_words import Common, common_words
from plandocs.text.compare.form import Form, FormChange
from plandocs.text.compare.html_reading import FormattedWords, Formatting

_SET = {"b": Form.BOLD, "i": Form.ITALIC, "sup": Form.RAISED}


def changes_of_formatting(
    old: Sequence[FormattedWords], new: Sequence[FormattedWords]
) -> Iterator[FormChange]:
    """Yield how words that stand in both have another link, setting, list or field than before."""
    both = list(common_words(old, new))
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
