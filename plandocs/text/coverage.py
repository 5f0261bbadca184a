"""What a translation or an easy-to-read text holds of the decided text, as stored with the page.

A translation stores ``fields``: the paths of the fields that are wholly translated. An easy-to-read
text stores ``covers``: the blocks it retells, each with a fingerprint of what it said at that time,
so that it can be held against a later text without asking the database.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Raw = Iterable[Mapping[str, Any]]

CONTAINERS = {"section", "subsection", "subsubsection"}
HEADED = CONTAINERS | {"focus_area"}
# An id is a block's place, and which body a name stands for is the register's: neither is words.
NOT_THE_WORDS = {"id", "organisation"}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text that a reader would call one: a chapter, a focus area.

    ``ids`` are the blocks it is made of: its own, or those that stand directly under the heading
    of a chapter which has further headings below.
    """

    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How an easy-to-read text stands to a decided text, perhaps a later one than it retells.

    ``changed`` and ``gone`` are block ids; ``not_covered`` are the parts it says nothing of.
    """

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    not_covered: tuple[Part, ...]

    @property
    def is_fresh(self) -> bool:
        """Whether what it retells still reads as it did."""
        return not self.changed and not self.gone


def translation_coverage(
    *, fields: Collection[str], total: int, source_sha256: str, number: int
) -> dict[str, Any]:
    """Return what to store with a translation. ``total`` counts the fields that have words."""
    return {
        "fields": sorted(fields),
        "translated": len(fields),
        "total": total,
        "source_sha256": source_sha256,
        "revision_number": number,
    }


def easy_read_coverage(
    easy: Raw, *, source: Raw, source_sha256: str, number: int
) -> dict[str, Any]:
    """Return what to store with an easy-to-read text. It counts parts of the decided text."""
    source = list(source)
    prints = fingerprints(source)
    covers = {block_id: prints[block_id] for block_id in covered_ids(easy) if block_id in prints}
    parts = parts_of(source)
    missing = _not_covered(parts, covers, source)
    return {
        "covers": covers,
        "translated": len(parts) - len(missing),
        "total": len(parts),
        "source_sha256": source_sha256,
        "revision_number": number,
    }


def freshness_of(coverage: Mapping[str, Any], text: Raw) -> Freshness:
    """Hold an easy-to-read text, by its stored coverage, against ``text``. Asks no database."""
    text = list(text)
    covers: Mapping[str, str] = coverage.get("covers") or {}
    prints = fingerprints(text)
    return Freshness(
        changed=tuple(key for key in covers if key in prints and prints[key] != covers[key]),
        gone=tuple(key for key in covers if key not in prints),
        not_covered=tuple(_not_covered(parts_of(text), covers, text)),
    )


def fields_in_swedish(page: Any, original: Any, names: Collection[str]) -> frozenset[str]:
    """Return which plain fields of a page still read as the original does.

    For the pages above a translation, which store no coverage: what is the same in both languages
    may be marked as Swedish without harm.
    """
    if page.locale_id == original.locale_id:
        return frozenset()
    return frozenset(name for name in names if getattr(page, name) == getattr(original, name))


def covered_ids(easy: Raw) -> list[str]:
    """Return the ids of the blocks that the easy-to-read sections say they retell, in order."""
    found: dict[str, None] = {}
    for block in easy:
        if block["type"] == "easy_read":
            for item in block["value"].get("covers") or []:
                value = item["value"] if isinstance(item, Mapping) else item
                found[str(value).strip()] = None
    return list(found)


def parts_of(text: Raw) -> list[Part]:
    """Divide a text into its parts, in reading order. A heading alone is none."""
    return list(_parts("", text))


def fingerprints(text: Raw) -> dict[str, str]:
    """Return a sha256 of the words of each block and list item, all that stands in it included."""
    return {
        block_id: hashlib.sha256(
            json.dumps(_words(value), ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()
        for block_id, value in _identified(text)
    }


def _parts(label: str, text: Raw) -> Iterator[Part]:
    loose: list[str] = []
    for block in text:
        if block["type"] not in HEADED:
            loose.append(str(block["id"]))
            continue
        if loose:
            yield Part(label, tuple(loose))
            loose = []
        yield from _parts_of_headed(block)
    if loose:
        yield Part(label, tuple(loose))


def _parts_of_headed(block: Mapping[str, Any]) -> Iterator[Part]:
    value = block["value"]
    name = value.get("heading") or value.get("title") or ""
    label = f"{value.get('number') or ''} {name}".strip()
    content = value.get("content") or []
    if any(child["type"] in HEADED for child in content):
        yield from _parts(label, content)
    else:
        yield Part(label, (str(block["id"]),))


def _not_covered(parts: Iterable[Part], covers: Collection[str], text: Raw) -> list[Part]:
    """Return the parts that are not covered: they, what they stand in, or anything in them."""
    reached = set(covers)
    for block_id, value in _identified(text):
        inside = {inner for inner, _value in _identified(value)}
        if block_id in covers:
            reached |= inside
        elif inside & set(covers):
            reached.add(block_id)
    return [part for part in parts if not reached.intersection(part.ids)]


def _identified(value: Any) -> Iterator[tuple[str, Any]]:
    """Return every block and list item in ``value``, at any depth, with its id."""
    if isinstance(value, Mapping):
        if "id" in value and "value" in value:
            yield str(value["id"]), value["value"]
        for child in value.values():
            yield from _identified(child)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for child in value:
            yield from _identified(child)


def _words(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _words(child) for key, child in value.items() if key not in NOT_THE_WORDS}
    if isinstance(value, list | tuple):
        return [_words(child) for child in value]
    return value
