"""The words of a block with what is done to them: links, emphasis, lists, where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import groupby
from operator import attrgetter

from plandocs.text.entries import Entry
from plandocs.text.fields import Holds
from plandocs.text.stored import Raw
from plandocs.text.words import said_in

_SAME = {"strong": "b", "em": "i"}
_LISTS = ("ul", "ol")
_LINES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_ADDRESS = ("href", "linktype", "id")
_ALONE = ("br", "hr", "img", "embed")
_MADE_BY_THE_EDITOR = "data-block-key"


@dataclass(frozen=True, slots=True)
class Formatting:
    """What is done to a row of words.

    ``field`` and ``cell`` say where in the block it stands, ``lists`` in which lists (``ul``,
    ``ol``, the outermost first), ``tags`` how it is set, ``link`` where it leads.
    """

    field: str
    cell: tuple[int, ...] = ()
    lists: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    link: str = ""


@dataclass(frozen=True, slots=True)
class FormattedWords:
    """Words to which the same is done."""

    text: str
    formatting: Formatting


def read_html(html: str, field: str) -> list[FormattedWords]:
    """Return the words of a rich text. How its HTML is written is no matter, nor empty ends."""
    reader = _Reader(Formatting(field))
    reader.feed(html)
    reader.close()
    words = reader.words
    while words and words[-1].text == "\n":
        words.pop()
    while words and words[0].text == "\n":
        words.pop(0)
    return list(_joined(words))


def _joined(words: list[FormattedWords]) -> Iterator[FormattedWords]:
    for formatting, alike in groupby(words, key=attrgetter("formatting")):
        yield FormattedWords("".join(one.text for one in alike), formatting)


class _Reader(HTMLParser):
    """Reads rich text as Wagtail stores it."""

    def __init__(self, formatting: Formatting) -> None:
        super().__init__()
        self.words: list[FormattedWords] = []
        self.open: list[tuple[str, Formatting]] = [("", formatting)]

    @property
    def formatting(self) -> Formatting:
        return self.open[-1][1]

    def handle_data(self, data: str) -> None:
        self.words.append(FormattedWords(data, self.formatting))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALONE:
            self._stand_alone(tag, attrs)
            return
        if tag in _LISTS and self.words and not self.words[-1].text.endswith("\n"):
            self._break()
        self.open.append((tag, _under(self.formatting, tag, dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._stand_alone(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self._break()
        if any(name == tag for name, _formatting in self.open):
            while self.open.pop()[0] != tag:
                pass

    def _stand_alone(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break()
        else:
            formatting = _under(self.formatting, _written(tag, dict(attrs)), {})
            self.words.append(FormattedWords("", formatting))

    def _break(self) -> None:
        self.words.append(FormattedWords("\n", replace(self.formatting, tags=frozenset(), link="")))


def _under(formatting: Formatting, tag: str, attrs: dict[str, str | None]) -> Formatting:
    attrs = {name: text for name, text in attrs.items() if name != _MADE_BY_THE_EDITOR}
    if tag in _LISTS:
        return replace(formatting, lists=(*formatting.lists, tag))
    if tag == "a":
        formatting = replace(formatting, link=_address(attrs))
        attrs = {name: text for name, text in attrs.items() if name not in _ADDRESS}
    if tag in ("p", "li", "a") and not attrs:
        return formatting
    return replace(formatting, tags=formatting.tags | {_written(_SAME.get(tag, tag), attrs)})


def _address(attrs: dict[str, str | None]) -> str:
    """Return where a link leads: an address, or “page:12” for a page of the site itself."""
    if attrs.get("linktype"):
        return f"{attrs['linktype']}:{attrs.get('id') or ''}"
    return attrs.get("href") or "#"


def _written(tag: str, attrs: dict[str, str | None]) -> str:
    return " ".join([tag, *(f'{name}="{text or ""}"' for name, text in sorted(attrs.items()))])


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
