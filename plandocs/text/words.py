"""The words of one block, part by part, as they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from plandocs.text.schema import in_reading_order, is_rich

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(?:p|li|h\d)>|<(?:ul|ol)\b[^>]*>|<br\s*/?>")
_NESTED = {"content", "measures"}
_SILENT = {
    "organisation",
    "image",
    "covers",
    "responsible_as_printed",
    "table_header_choice",
    "cell",
    "mergeCells",
    "kind",
    "id",
    "type",
}
_ROLES = ("lead", "collaborating", "co_responsible")


@dataclass(frozen=True, slots=True)
class Part:
    """One string of a block: ``field`` is where it stands in it, ``cell`` which cell of a table."""

    field: str
    text: str
    is_rich: bool = False
    cell: tuple[int, ...] = ()


def words_of(kind: str, value: Any) -> str:
    """Return the block's own words, without those of the blocks inside it."""
    said = (plain(part.text) if part.is_rich else lines(part.text) for part in parts(kind, value))
    return "\n".join(filter(None, said))


def parts(kind: str, value: Any) -> Iterator[Part]:
    """Yield the strings of a block's own words in reading order."""
    yield from _parts(kind, value, ())
    if kind == "measure" and (line := printed_line(value)):
        yield Part("responsible_as_printed", line)


def printed_line(measure: dict[str, Any]) -> str:
    """Return the printed line of those responsible, where it says more than their names."""
    names = [body["value"]["as_printed"] for role in _ROLES for body in measure.get(role) or []]
    line: str = measure.get("responsible_as_printed") or ""
    return "" if line == ", ".join(names) else line


def plain(html: str) -> str:
    """Return rich text as plain words, one line a paragraph or list item."""
    return lines(unescape(_TAG.sub("", _BREAK.sub("\n", html))))


def lines(text: str) -> str:
    """Return the lines of a text that say something."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _parts(kind: str, value: Any, path: tuple[str | int, ...]) -> Iterator[Part]:
    if isinstance(value, str):
        field = ".".join(step for step in path if isinstance(step, str))
        cell = tuple(step for step in path if isinstance(step, int)) if "data" in path else ()
        yield Part(field, value, is_rich(kind, field), cell)
    elif isinstance(value, list):
        for number, child in enumerate(value):
            inner = child["value"] if isinstance(child, dict) and "value" in child else child
            yield from _parts(kind, inner, (*path, number))
    elif isinstance(value, dict):
        for key in in_reading_order(value):
            child = value[key]
            if key not in _SILENT and not (key in _NESTED and isinstance(child, list)):
                yield from _parts(kind, child, (*path, key))
