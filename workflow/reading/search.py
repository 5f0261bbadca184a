"""What a reader types into the search field, as the terms that are looked for."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_

from wagtail.search.query import Phrase, PlainText, SearchQuery

LONGEST = 100
QUOTED_OR_WORD = re.compile(r'["“”](?P<phrase>[^"“”]*)["“”]|(?P<word>[^\s"“”]+)')
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Terms:
    """The words and the quoted phrases of a question. All of them are to be found.

    What holds neither a letter nor a digit is no term, and no quotation mark is left in one: the
    database's own search stumbles on it.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)

    def stand_in(self, texts: Iterable[str]) -> bool:
        """Whether every term stands in the texts, as part of a word and with or without accents."""
        haystack = " ".join(map(_folded, texts))
        terms = map(_folded, (*self.words, *self.phrases))
        return bool(self) and all(term in haystack for term in terms)

    def as_query(self) -> SearchQuery:
        """Return the question to the full-text index. There must be a term."""
        words = [PlainText(" ".join(self.words), operator="and")] if self.words else []
        return reduce(and_, [*words, *map(Phrase, self.phrases)])


def cleaned(typed: str) -> str:
    """Return what was typed in the form that is shown again and carried from page to page."""
    return UNPRINTABLE.sub(" ", typed)[:LONGEST].strip()


def terms_of(query: str) -> Terms:
    """Part a cleaned question into words and phrases."""
    found = (match["phrase"] or match["word"] or "" for match in QUOTED_OR_WORD.finditer(query))
    terms = [" ".join(term.split()) for term in found if any(map(str.isalnum, term))]
    phrases = tuple(term for term in terms if " " in term)
    return Terms(tuple(term for term in terms if " " not in term), phrases)


def _folded(text: str) -> str:
    """Return the text without case and accents, for the reader whose keyboard has no å, ä or ö."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
