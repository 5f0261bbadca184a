"""What differs between two wordings of a block besides the words themselves."""

from collections.abc import Iterator, Sequence

from plandocs.text.compare.changes_of_formatting import changes_of_formatting
from plandocs.text.compare.changes_of_values import changes_of_values
from plandocs.text.compare.form import Form, FormChange
from plandocs.text.compare.formatting import formatted_words, text_of
from plandocs.text.compare.html_reading import FormattedWords
from plandocs.text.stored import Raw


def form_changes(kind: str, before: Raw, after: Raw) -> list[FormChange]:
    """Return how a block's form differs; never empty where only the form does."""
    old, new = formatted_words(kind, before), formatted_words(kind, after)
    was, now = text_of(old), text_of(new)
    same_words = was.split() == now.split()
    found = [
        *changes_of_formatting(old, new),
        *(_cells(old, new) if same_words else ()),
        *changes_of_values(kind, before, after),
    ]
    if same_words and was != now:
        found.append(FormChange(Form.SPACES))
    if same_words and not found:
        found.append(FormChange(Form.UNSEEN))
    return found


def _cells(old: Sequence[FormattedWords], new: Sequence[FormattedWords]) -> Iterator[FormChange]:
    """Yield that words stand in other cells, where the table has no other words than before."""
    if _cells_of(old) != _cells_of(new):
        yield FormChange(Form.CELL)


def _cells_of(words: Sequence[FormattedWords]) -> list[tuple[int, ...]]:
    return [one.formatting.cell for one in words for sign in one.text if not sign.isspace()]
