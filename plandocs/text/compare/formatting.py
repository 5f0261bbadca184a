"""The words of one block with what is done to them: links, emphasis, lists, where they stand."""

from collections.abc import Iterable

from plandocs.text.compare.html_reading import FormattedWords, Formatting, read_html
from plandocs.text.fields import Holds
from plandocs.text.walk import Place, Raw
from plandocs.text.words import said_in


def formatted_words(kind: str, own: Raw) -> list[FormattedWords]:
    """Return a block's own words with their formatting; what ends a line is a line break."""
    found: list[FormattedWords] = []
    for place in said_in(kind, own):
        if here := formatted_at(place):
            found += [*here, FormattedWords("\n", Formatting(place.field.path))]
    return found[:-1]


def formatted_at(place: Place) -> list[FormattedWords]:
    """Return the words of one place. How its HTML is written is no matter, nor empty ends."""
    if place.field.holds is Holds.RICH:
        return read_html(place.words, place.field.path)
    formatting = Formatting(place.field.path, place.cell)
    return [FormattedWords(place.words, formatting)] if place.words else []


def text_of(words: Iterable[FormattedWords]) -> str:
    """Return what the words say."""
    return "".join(one.text for one in words)
