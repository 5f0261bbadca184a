"""The one walk over a text as it is stored: its blocks in reading order, and all that is in each.

Words, sums, references, comparison and whatever else is asked of a text are short functions on it.
A stream is what a StreamField stores: a list of ``{type, value, id}``. Nothing is copied here, so
what is written in a place is written in the stream itself: walk a copy (``copied``) to write.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.blocks import StreamValue

from plandocs.blocks import address_of_cell
from plandocs.text.fields import Field, Holds, Kind
from plandocs.text.schema import kind_of

Raw = Mapping[str, object]
"""A stored block, an item of a list, or the fields of either."""
Stream = Iterable[Raw]

VALUE = "value"
"""The key of what a stored block or item holds."""


class Place(NamedTuple):
    """A field in a block, or an item of a list in it, with what it holds.

    ``at`` is the address of what holds it, ``cell`` its row and column in a table, from 0.
    """

    field: Field
    holder: object
    key: str | int
    value: object
    at: str
    cell: tuple[int, ...] = ()

    @property
    def address(self) -> str:
        """What wagtail-localize adds to the path of the block, to name the place."""
        name = address_of_cell(*self.cell) if self.cell else self.field.name
        return f"{self.at}.{name}" if name else self.at

    @property
    def words(self) -> str:
        """What it says to a reader, as stored; empty where it holds something else."""
        return self.value if isinstance(self.value, str) and self.field.holds.is_said else ""

    @property
    def item(self) -> Raw | None:
        """The stored item, with its id, where this is one."""
        return cast(Raw, self.holder) if not self.field.name and self.at else None

    def beside(self, name: str) -> object:
        """Return what the field of this name holds in the same struct."""
        return self.holder.get(name) if isinstance(self.holder, dict) else None

    def write_beside(self, name: str, value: object) -> None:
        """Put another value in the field of this name in the same struct."""
        writable(self.holder)[name] = value

    def write(self, value: object) -> None:
        """Put another value in its place."""
        writable(self.holder)[self.key] = value

    def leave_out(self) -> None:
        """Take the field away, if it is there."""
        writable(self.holder).pop(self.key, None)


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
    def places(self) -> list[Place]:
        """All that is in it, in reading order, but the blocks that stand in it."""
        return places_in(self.kind, self.fields)

    def take_id(self, block_id: str) -> None:
        """Give it the id of another block."""
        writable(self.raw)["id"] = block_id

    def lineage(self) -> Iterator["Block"]:
        """The block, and those it stands in, the innermost first."""
        block: Block | None = self
        while block is not None:
            yield block
            block = block.parent


def writable(stored: object) -> MutableMapping[str | int, object]:
    """Return a stored value as one that may be written in: of a copy, never of a page's own."""
    return cast(MutableMapping[str | int, object], stored)


def stream_of(text: StreamValue) -> list[dict[str, object]]:
    """Return a text as it is stored."""
    stream: list[dict[str, object]] = text.stream_block.get_prep_value(text)
    return stream


def copied(stream: Stream) -> list[dict[str, object]]:
    """Return a copy of a stream, to write in."""
    copy: list[dict[str, object]] = json.loads(json.dumps(list(stream), cls=DjangoJSONEncoder))
    return copy


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


def places_in(kind: Kind, fields: Raw) -> list[Place]:
    """Return all that is in a block of this kind with these fields, blocks inside left out."""
    found: list[Place] = []
    if kind.is_struct:
        _fill(found, kind.fields, fields, "")
        return found
    for one in kind.fields:
        _enter(found, one, fields, VALUE, fields.get(VALUE), "")
    return found


def items_of(value: object) -> Iterator[tuple[str, object]]:
    """Yield the id and the value of each item of a stored list."""
    for item in _list(value):
        if _has_id(item):
            yield str(item.get("id") or ""), item[VALUE]
        else:
            yield "", item


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
                    for child in _list(fields.get(one.name or VALUE))
                )
    return block


def _fill(found: list[Place], fields: Iterable[Field], holder: Raw, at: str) -> None:
    """Add the fields of a struct, and all that is in them."""
    for one in fields:
        value = holder.get(one.name)
        found.append(Place(one, holder, one.name, value, at))
        if value and one.fields:
            _descend(found, one, value, f"{at}.{one.name}")


def _enter(
    found: list[Place], one: Field, holder: object, key: str | int, value: object, at: str
) -> None:
    """Add what has no name of its own, such as an item of a list, and all that is in it."""
    found.append(Place(one, holder, key, value, at))
    if value and one.fields:
        _descend(found, one, value, at)


def _descend(found: list[Place], one: Field, value: object, at: str) -> None:
    match one.holds:
        case Holds.STRUCT if isinstance(value, dict):
            _fill(found, one.fields, value, at)
        case Holds.LIST:
            for number, item in enumerate(_list(value)):
                if _has_id(item):
                    _enter(found, one.fields[0], item, VALUE, item[VALUE], f"{at}.{item.get('id')}")
                else:
                    _enter(found, one.fields[0], value, number, item, at)
        case Holds.TABLE if isinstance(value, dict):
            _read_table(found, one, value, at)


def _read_table(found: list[Place], table: Field, value: Raw, at: str) -> None:
    cell, caption = table.fields
    for row, cells in enumerate(_list(value.get(cell.name))):
        for column, said in enumerate(_list(cells)):
            found.append(Place(cell, cells, column, said, at, (row, column)))
    found.append(Place(caption, value, caption.name, value.get(caption.name), at))


def _has_id(item: object) -> bool:
    """Whether an item is stored as one; Wagtail stored the bare values once."""
    return isinstance(item, dict) and VALUE in item


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
