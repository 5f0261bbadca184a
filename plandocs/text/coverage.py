"""What a translation or an easy-to-read text holds of the decided text, as stored with the page.

A translation stores ``fields``: the paths of the fields that are wholly translated. An easy-to-read
text stores ``covers``: the blocks it retells, each with a fingerprint of what it said at that time,
so that it can be held against a later text without asking the database.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict, cast

from wagtail.models import Page

from plandocs.text.canonical import fingerprints
from plandocs.text.fields import Holds
from plandocs.text.parts import Part, parts_of
from plandocs.text.references import entries_of
from plandocs.text.stored import Stream
from plandocs.text.walk import walk


class Coverage(TypedDict):
    """How much of which edition of a text is held; what is counted depends on the language."""

    translated: int
    total: int
    source_sha256: str
    revision_number: int


class TranslationCoverage(Coverage):
    """``translated`` of ``total`` fields that have words, and the paths of those translated."""

    fields: list[str]


class EasyReadCoverage(Coverage):
    """``translated`` of ``total`` parts, and the fingerprint of each block that is retold."""

    covers: dict[str, str]


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
        return not self.changed and not self.gone


def translation_coverage(
    *, fields: Collection[str], total: int, source_sha256: str, number: int
) -> TranslationCoverage:
    """Return what to store with a translation. ``total`` counts the fields that have words."""
    return {
        "fields": sorted(fields),
        "translated": len(fields),
        "total": total,
        "source_sha256": source_sha256,
        "revision_number": number,
    }


def easy_read_coverage(
    easy: Stream, *, source: Stream, source_sha256: str, number: int
) -> EasyReadCoverage:
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


def freshness_of(coverage: Mapping[str, object], text: Stream) -> Freshness:
    """Hold an easy-to-read text, by its stored coverage, against ``text``. Asks no database."""
    text = list(text)
    covers = cast(Mapping[str, str], coverage.get("covers") or {})
    prints = fingerprints(text)
    return Freshness(
        changed=tuple(key for key in covers if key in prints and prints[key] != covers[key]),
        gone=tuple(key for key in covers if key not in prints),
        not_covered=tuple(_not_covered(parts_of(text), covers, text)),
    )


def fields_in_swedish(page: Page, original: Page, names: Collection[str]) -> frozenset[str]:
    """Return which plain fields of a page still read as the original does.

    For the pages above a translation, which store no coverage: what is the same in both languages
    may be marked as Swedish without harm.
    """
    if page.locale_id == original.locale_id:
        return frozenset()
    return frozenset(name for name in names if getattr(page, name) == getattr(original, name))


def covered_ids(easy: Stream) -> list[str]:
    """Return the ids of the blocks that the easy-to-read sections say they retell, in order."""
    ids = (entry.value for entry in entries_of(easy, Holds.POINTER))
    return list(dict.fromkeys(str(block_id).strip() for block_id in ids))


def _not_covered(parts: Iterable[Part], covers: Collection[str], text: Stream) -> list[Part]:
    """Return the parts that are not covered: they, what they stand in, or anything in them."""
    covered, reached = set(covers), set[str]()
    for block in walk(text):
        line = [one.id for one in block.lineage()]
        items = (str(entry.item.get("id")) for entry in block.entries if entry.item)
        if not covered.isdisjoint([block.id, *items]):
            reached.update(line)
        elif not covered.isdisjoint(line):
            reached.add(block.id)
    return [part for part in parts if not reached.intersection(part.ids)]
