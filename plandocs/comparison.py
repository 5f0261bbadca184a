"""Two texts, block by block: what stands where, and what has changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from plandocs.models.revision import PlanRevisionPage

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(?:p|li|h\d)>|<br/?>")
_NESTED = {"content", "measures"}
_SILENT = {
    "organisation",
    "image",
    "covers",
    "responsible_as_printed",
    "table_header_choice",
    "kind",
    "id",
    "type",
}
_ROLES = ("lead", "collaborating", "co_responsible")


_READING_ORDER = [
    *("number", "heading", "term", "title", "mark", "intro", "lead_in", "preconditions", "text"),
    *("alt", "caption", "table", "data", "lead", "collaborating", "co_responsible", "as_printed"),
    *("level", "indicators", "frequency", "deadline", "footnotes", "source"),
]
"""The order of a block's fields as they are read: PostgreSQL keeps no order of keys in JSON."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One piece of text that can be discussed by itself: a paragraph, a heading, a measure …"""

    id: str
    kind: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What one block said before and says after; an empty side means that it was not there."""

    id: str
    kind: str
    place: str
    before: str
    after: str


def blocks_of(page: PlanRevisionPage) -> list[TextBlock]:
    """Return the blocks in reading order, each with its own words, not its children's."""
    return blocks_of_stream(page.body.stream_block.get_prep_value(page.body))


def blocks_of_stream(stream: list[dict[str, Any]]) -> list[TextBlock]:
    """Return the blocks of a raw stream (a list of ``{type, value, id}``)."""
    return list(_blocks(stream, under=()))


def compare(before: PlanRevisionPage, after: PlanRevisionPage) -> list[BlockChange]:
    """Return the blocks that differ, in the order of ``after``; removed ones come last."""
    return compare_blocks(blocks_of(before), blocks_of(after))


def compare_blocks(before: list[TextBlock], after: list[TextBlock]) -> list[BlockChange]:
    """Return the blocks that differ between two lists of blocks."""
    old = {block.id: block for block in before}
    new = {block.id: block for block in after}
    changed = [
        BlockChange(block.id, block.kind, block.place, _text(old.get(block.id)), block.text)
        for block in after
        if _text(old.get(block.id)) != block.text
    ]
    removed = [
        BlockChange(block.id, block.kind, block.place, block.text, "")
        for block in before
        if block.id not in new and block.text
    ]
    return changed + removed


def find_block(blocks: Iterable[TextBlock], phrase: str) -> TextBlock | None:
    """Return the first block whose words hold ``phrase``, whatever the white space."""
    wanted = _squeeze(phrase)
    return next((block for block in blocks if wanted in _squeeze(block.text)), None)


def plain(html: str) -> str:
    """Return rich text as plain words, one line a paragraph or list item."""
    return "\n".join(
        line.strip()
        for line in unescape(_TAG.sub("", _BREAK.sub("\n", html))).split("\n")
        if line.strip()
    )


def _text(block: TextBlock | None) -> str:
    return block.text if block else ""


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _blocks(stream: list[dict[str, Any]], *, under: tuple[str, ...]) -> Iterator[TextBlock]:
    for block in stream:
        kind, value, block_id = block["type"], block["value"], str(block.get("id") or "")
        if kind == "measures":
            yield from _measures(value, under=under)
            continue
        name = _name(value)
        place = " › ".join([*under, name] if name else under)
        yield TextBlock(block_id, kind, place, _own_text(value))
        if isinstance(value, dict):
            inside = (*under, name) if name else under
            yield from _blocks(value.get("content") or [], under=inside)
            yield from _measures(value.get("measures") or [], under=inside)


def _measures(items: list[dict[str, Any]], *, under: tuple[str, ...]) -> Iterator[TextBlock]:
    for item in items:
        value = item["value"]
        name = value.get("number") or value.get("title") or plain(value.get("text") or "")[:60]
        place = " › ".join([*under, name])
        yield TextBlock(str(item.get("id") or ""), "measure", place, _measure_text(value))


def _name(value: Any) -> str:
    """Return the heading by which people would call the block, if it has one."""
    if not isinstance(value, dict):
        return ""
    return str(value.get("heading") or value.get("title") or value.get("term") or "")


def words_of(kind: str, value: Any) -> str:
    """Return the block's own words, without those of the blocks inside it."""
    return _measure_text(value) if kind == "measure" else _own_text(value)


def _own_text(value: Any) -> str:
    return "\n".join(part for part in _strings(value) if part)


def _measure_text(value: dict[str, Any]) -> str:
    """The printed line of those responsible is there too, where it says more than their names."""
    words = _own_text(value)
    names = [body["value"]["as_printed"] for role in _ROLES for body in value.get(role) or []]
    line = value.get("responsible_as_printed") or ""
    return words if line in ("", ", ".join(names)) else f"{words}\n{line}"


def _place_of_key(key: str) -> tuple[int, str]:
    known = key in _READING_ORDER
    return (_READING_ORDER.index(key) if known else len(_READING_ORDER)), key


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict):
        for key in sorted(value, key=_place_of_key):
            child = value[key]
            if key not in _SILENT and not (key in _NESTED and isinstance(child, list)):
                yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)
