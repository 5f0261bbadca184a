"""The blocks of a text in reading order, each with its own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from plandocs.models.revision import PlanRevisionPage
from plandocs.text.words import plain, words_of

MEASURES = "measures"
_BELOW = " › "
_INSIDE = ("content", MEASURES)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One piece of text that can be discussed by itself: a paragraph, a heading, a measure …

    ``value`` is the block's own raw value, without the blocks inside it; ``parent`` is the id of
    the block it stands in. A list of measures is a block too, with no words of its own.
    """

    id: str
    kind: str
    place: str
    text: str
    value: dict[str, Any] = field(default_factory=dict, repr=False)
    parent: str = ""

    @property
    def heading(self) -> str:
        """The headings that the block stands under."""
        if self.kind != "measure" and not _name(self.value):
            return self.place
        return self.place.rpartition(_BELOW)[0]


def blocks_of(page: PlanRevisionPage) -> list[TextBlock]:
    """Return the blocks in reading order, each with its own words, not its children's."""
    return blocks_of_stream(page.body.stream_block.get_prep_value(page.body))


def blocks_of_stream(stream: list[dict[str, Any]]) -> list[TextBlock]:
    """Return the blocks of a raw stream (a list of ``{type, value, id}``)."""
    return list(_blocks(stream, under=(), parent=""))


def find_block(blocks: Iterable[TextBlock], phrase: str) -> TextBlock | None:
    """Return the first block whose words hold ``phrase``, whatever the white space."""
    wanted = _squeeze(phrase)
    return next((block for block in blocks if wanted in _squeeze(block.text)), None)


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _blocks(
    stream: list[dict[str, Any]], *, under: tuple[str, ...], parent: str
) -> Iterator[TextBlock]:
    for block in stream:
        kind, value, block_id = block["type"], block["value"], str(block.get("id") or "")
        if kind == MEASURES:
            yield TextBlock(block_id, kind, _BELOW.join(under), "", parent=parent)
            yield from _measures(value, under=under, parent=block_id)
            continue
        name = _name(value)
        inside = (*under, name) if name else under
        own = {key: child for key, child in value.items() if key not in _INSIDE}
        yield TextBlock(block_id, kind, _BELOW.join(inside), words_of(kind, own), own, parent)
        yield from _blocks(value.get("content") or [], under=inside, parent=block_id)
        yield from _measures(value.get(MEASURES) or [], under=inside, parent=block_id)


def _measures(
    items: list[dict[str, Any]], *, under: tuple[str, ...], parent: str
) -> Iterator[TextBlock]:
    for item in items:
        value = item["value"]
        name = value.get("number") or value.get("title") or plain(value.get("text") or "")[:60]
        place = _BELOW.join([*under, name])
        words = words_of("measure", value)
        yield TextBlock(str(item.get("id") or ""), "measure", place, words, value, parent)


def _name(value: dict[str, Any]) -> str:
    """Return the heading by which people would call the block, if it has one."""
    return str(value.get("heading") or value.get("title") or value.get("term") or "")
