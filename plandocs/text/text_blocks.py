"""The blocks of a text in reading order, each with its own words and its place in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plandocs.models.revision import PlanRevisionPage
from plandocs.text.canonical import without_empty_later_fields
from plandocs.text.fields import Holds
from plandocs.text.schema import kind_of
from plandocs.text.stored import Stream, stream_of
from plandocs.text.walk import Block, walk
from plandocs.text.words import plain, words_of

_BELOW = " › "
_LONGEST_NAME = 60  # characters of the words that an item without a name goes by


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One piece of text that can be discussed by itself: a paragraph, a heading, a measure …

    ``place`` is the headings it stands under, then its own name; ``value`` is its own raw value,
    without the blocks inside it; ``parent`` is the id of the block it stands in. A list of measures
    is a block too, with no words of its own.
    """

    id: str
    kind: str
    place: str
    text: str
    value: Mapping[str, object] = field(default_factory=dict, repr=False)
    parent: str = ""
    heading: str = ""
    name: str = ""

    @property
    def is_of_a_named_kind(self) -> bool:
        """Whether blocks of its kind go by a name: a heading, a term, a measure's title."""
        return bool(kind_of(self.kind).called_by)


def blocks_of(page: PlanRevisionPage) -> list[TextBlock]:
    """Return the blocks in reading order, each with its own words, not its children's."""
    return blocks_of_stream(stream_of(page.body))


def blocks_of_stream(stream: Stream) -> list[TextBlock]:
    """Return the blocks of a raw stream (a list of ``{type, value, id}``)."""
    return list(map(_text_block, walk(without_empty_later_fields(stream))))


def find_block(blocks: Iterable[TextBlock], phrase: str) -> TextBlock | None:
    """Return the first block whose words hold ``phrase``, whatever the white space."""
    wanted = _squeeze(phrase)
    return next((block for block in blocks if wanted in _squeeze(block.text)), None)


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _text_block(block: Block) -> TextBlock:
    name = _name_of_item(block) if block.kind.is_item else block.name
    place = (*block.under, name) if name or block.kind.is_item else block.under
    return TextBlock(
        id=block.id,
        kind=block.kind.name,
        place=_BELOW.join(place),
        text=words_of(block.kind.name, block.own),
        value=block.own,
        parent=block.parent.id if block.parent else "",
        heading=_BELOW.join(block.under),
        name=name,
    )


def _name_of_item(block: Block) -> str:
    """Return what an item of a list goes by: its number, else its name, else its first words."""
    if name := str(block.fields.get(block.kind.number) or "") or block.name:
        return name
    rich = (plain(entry.words) for entry in block.entries if entry.field.holds is Holds.RICH)
    return next(rich, "")[:_LONGEST_NAME]
