"""The words of one block with everything that is done to them: links, emphasis, lists, places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from plandocs.text.words import Part, parts

_SAME = {"strong": "b", "em": "i"}
_LISTS = ("ul", "ol")
_LINES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_ALONE = ("br", "hr", "img", "embed")
_MADE_BY_THE_EDITOR = "data-block-key"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is done to a run of words.

    ``field`` and ``cell`` say where in the block it stands, ``lists`` in which lists (``ul``,
    ``ol``, the outermost first), ``tags`` how it is set, ``link`` where it leads.
    """

    field: str
    cell: tuple[int, ...] = ()
    lists: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share the same marks."""

    text: str
    marks: Marks


def runs_of(kind: str, value: Any) -> list[Run]:
    """Return a block's own words with their marks; what ends a line is a line break."""
    runs: list[Run] = []
    for part in parts(kind, value):
        found = rich_runs(part) if part.is_rich else _plain_runs(part)
        if found:
            runs += [*found, Run("\n", Marks(part.field))]
    return runs[:-1]


def text_of(runs: Iterable[Run]) -> str:
    """Return what the runs say."""
    return "".join(run.text for run in runs)


def rich_runs(part: Part) -> list[Run]:
    """Return the runs of a rich text. How its HTML is written is no matter, nor empty ends."""
    reader = _Reader(Marks(part.field))
    reader.feed(part.text)
    reader.close()
    runs = reader.runs
    while runs and runs[-1].text == "\n":
        runs.pop()
    while runs and runs[0].text == "\n":
        runs.pop(0)
    return list(_joined(runs))


def _plain_runs(part: Part) -> list[Run]:
    return [Run(part.text, Marks(part.field, part.cell))] if part.text else []


def _joined(runs: list[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in runs:
        if held is not None and held.marks == run.marks:
            held = replace(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


class _Reader(HTMLParser):
    """Reads rich text as Wagtail stores it."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self.open: list[tuple[str, Marks]] = [("", marks)]

    @property
    def marks(self) -> Marks:
        return self.open[-1][1]

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, self.marks))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALONE:
            self._stand_alone(tag, attrs)
            return
        if tag in _LISTS and self.runs and not self.runs[-1].text.endswith("\n"):
            self._break()
        self.open.append((tag, _under(self.marks, tag, dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._stand_alone(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self._break()
        if any(name == tag for name, _marks in self.open):
            while self.open.pop()[0] != tag:
                pass

    def _stand_alone(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break()
        else:
            self.runs.append(Run("", _under(self.marks, _written(tag, dict(attrs)), {})))

    def _break(self) -> None:
        self.runs.append(Run("\n", replace(self.marks, tags=frozenset(), link="")))


def _under(marks: Marks, tag: str, attrs: dict[str, str | None]) -> Marks:
    """Return the marks of what stands inside a tag."""
    attrs = {name: text for name, text in attrs.items() if name != _MADE_BY_THE_EDITOR}
    if tag in _LISTS:
        return replace(marks, lists=(*marks.lists, tag))
    if tag == "a":
        address = _address(attrs)
        rest = {
            name: text for name, text in attrs.items() if name not in ("href", "linktype", "id")
        }
        marks = replace(marks, link=address)
        return replace(marks, tags=marks.tags | {_written(tag, rest)}) if rest else marks
    if tag in ("p", "li") and not attrs:
        return marks
    return replace(marks, tags=marks.tags | {_written(_SAME.get(tag, tag), attrs)})


def _address(attrs: dict[str, str | None]) -> str:
    """Return where a link leads: an address, or “page:12” for a page of the site itself."""
    if attrs.get("linktype"):
        return f"{attrs['linktype']}:{attrs.get('id') or ''}"
    return attrs.get("href") or "#"


def _written(tag: str, attrs: dict[str, str | None]) -> str:
    return " ".join([tag, *(f'{name}="{text or ""}"' for name, text in sorted(attrs.items()))])
