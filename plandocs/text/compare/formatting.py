"""The words of one block with what is done to them: links, emphasis, lists, where they stand."""

from collections.abc import Iterable

from plandocs.text.compare.html_reading import FormattedWords, Formatting, read_html
from plandocs.text.entries import Entry
from plandocs.text.fields import Holds
from plandocs.text.stored import Raw
from plandocs.text.words import said_in


def formatted_words(kind: str, own: Raw) -> list[FormattedWords]:
    """Return a block's own words with their formatting; what ends a line is a line break."""
    found: list[FormattedWords] = []
    for entry in said_in(kind, own):
        if here := formatted_at(entry):
            found += [*here, FormattedWords("\n", Formatting(entry.field.path))]
    return found[:-1]


def formatted_at(entry: Entry) -> list[FormattedWords]:
    """Return the words of one entry. How its HTML is written is no matter, nor empty ends."""
    if entry.field.holds is Holds.RICH:
        return read_html(entry.words, entry.field.path)
    formatting = Formatting(entry.field.path, entry.cell)
    return [FormattedWords(entry.words, formatting)] if entry.words else []


def text_of(words: Iterable[FormattedWords]) -> str:
    """Return what the words say."""
    return "".join(one.text for one in words)
