"""The one walk over a text as it is stored: its blocks in reading order, with all that is in each.

Words, sums, references, comparison and whatever else is asked of a text are short functions on it.
Nothing is copied here, so what is written in an entry is written in the stream itself: walk a copy
(``stored.copied``) to write.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plandocs.text.entries import Entry, entries_in
from plandocs.text.fields import Holds, Kind
from plandocs.text.schema import kind_of
from plandocs.text.stored import VALUE, Raw, Stream, list_in, writable


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A block in a text: a paragraph, a section, one measure of a list.

    ``fields`` are what its fields hold, by name, as stored: the value of a struct, else the stored
    block itself, which holds no more than its ``value``. ``path`` is wagtail-localize's, from the
    stream; ``under`` are the headings above the block, the outermost first; ``children`` are the
    blocks that stand in it, in reading order.
    """

    kind: Kind
    raw: Raw
    fields: Raw
    path: str
    parent: "Block | None" = None
    under: tuple[str, ...] = ()
    children: list["Block"] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The block's id; empty where it has none yet."""
        return str(self.raw.get("id") or "")

    @property
    def own(self) -> dict[str, object]:
        """What its fields hold, without the blocks that stand in it."""
        if not self.kind.is_struct:
            return {} if self.kind.is_list else {VALUE: self.raw[VALUE]}
        own = dict(self.fields)
        if self.kind.holds_blocks:
            for one in self.kind.fields:
                if one.holds is Holds.BLOCKS:
                    own.pop(one.name, None)
        return own

    @property
    def name(self) -> str:
        """The heading, title or term by which people call it; empty where it has none."""
        return str(self.fields.get(self.kind.called_by) or "")

    @property
    def entries(self) -> list[Entry]:
        return entries_in(self.kind, self.fields)

    def take_id(self, block_id: str) -> None:
        writable(self.raw)["id"] = block_id

    def lineage(self) -> Iterator["Block"]:
        block: Block | None = self
        while block is not None:
            yield block
            block = block.parent


def tree(stream: Stream) -> list[Block]:
    """Return the blocks of the outermost level, each with those that stand in it."""
    return [_block(raw, str(raw["type"]), "", None, ()) for raw in stream]


def walk(stream: Stream) -> Iterator[Block]:
    """Yield every block in reading order, each before those that stand in it."""
    return depth_first(tree(stream))


def depth_first(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block of a tree in reading order."""
    for block in blocks:
        yield block
        yield from depth_first(block.children)


def _block(raw: Raw, name: str, path: str, parent: Block | None, under: tuple[str, ...]) -> Block:
    kind = kind_of(name)
    value = raw[VALUE] if kind.is_struct else raw
    fields = value if isinstance(value, dict) else {}
    block = Block(kind, raw, fields, f"{path}{raw.get('id') or ''}", parent, under)
    if kind.holds_blocks:
        inside = (*under, block.name) if block.name else under
        for one in kind.fields:
            if one.holds is Holds.BLOCKS:
                at = f"{block.path}.{one.name}." if one.name else f"{block.path}."
                block.children.extend(
                    _block(child, one.items or str(child["type"]), at, block, inside)
                    for child in list_in(fields.get(one.name or VALUE))
                )
    return block
