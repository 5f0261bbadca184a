"""All that is in one block as it is stored: its fields, the items of its lists, its cells."""

from collections.abc import Iterable
from typing import NamedTuple, cast

from plandocs.blocks import address_of_cell
from plandocs.text.fields import Field, Holds, Kind
from plandocs.text.stored import VALUE, Raw, has_id, list_in, writable


class Entry(NamedTuple):
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
        """What wagtail-localize adds to the path of the block, to name it."""
        name = address_of_cell(*self.cell) if self.cell else self.field.name
        return f"{self.at}.{name}" if name else self.at

    @property
    def words(self) -> str:
        """What it says to a reader, as stored; empty where it holds something else."""
        return self.value if isinstance(self.value, str) and self.field.holds.is_said else ""

    @property
    def item(self) -> Raw | None:
        """The stored item, with its id, where this is one."""
        is_item = not self.field.name and self.at and isinstance(self.holder, dict)
        return cast(Raw, self.holder) if is_item else None

    def beside(self, name: str) -> object:
        """Return what the field of this name holds in the same struct."""
        return self.holder.get(name) if isinstance(self.holder, dict) else None

    def write_beside(self, name: str, value: object) -> None:
        """Put another value in the field of this name in the same struct."""
        writable(self.holder)[name] = value

    def write(self, value: object) -> None:
        writable(self.holder)[self.key] = value

    def leave_out(self) -> None:
        writable(self.holder).pop(self.key, None)


def entries_in(kind: Kind, fields: Raw) -> list[Entry]:
    """Return all that is in a block of this kind with these fields, blocks inside left out."""
    found: list[Entry] = []
    if kind.is_struct:
        _fill(found, kind.fields, fields, "")
        return found
    for one in kind.fields:
        _enter(found, one, fields, VALUE, fields.get(VALUE), "")
    return found


def _fill(found: list[Entry], fields: Iterable[Field], holder: Raw, at: str) -> None:
    for one in fields:
        value = holder.get(one.name)
        found.append(Entry(one, holder, one.name, value, at))
        if value and one.fields:
            _descend(found, one, value, f"{at}.{one.name}")


def _enter(
    found: list[Entry], one: Field, holder: object, key: str | int, value: object, at: str
) -> None:
    """Add what has no name of its own, such as an item of a list, and all that is in it."""
    found.append(Entry(one, holder, key, value, at))
    if value and one.fields:
        _descend(found, one, value, at)


def _descend(found: list[Entry], one: Field, value: object, at: str) -> None:
    match one.holds:
        case Holds.STRUCT if isinstance(value, dict):
            _fill(found, one.fields, value, at)
        case Holds.LIST:
            for number, item in enumerate(list_in(value)):
                if has_id(item):
                    _enter(found, one.fields[0], item, VALUE, item[VALUE], f"{at}.{item.get('id')}")
                else:
                    _enter(found, one.fields[0], value, number, item, at)
        case Holds.TABLE if isinstance(value, dict):
            _read_table(found, one, value, at)


def _read_table(found: list[Entry], table: Field, value: Raw, at: str) -> None:
    cell, caption = table.fields
    for row, cells in enumerate(list_in(value.get(cell.name))):
        for column, said in enumerate(list_in(cells)):
            found.append(Entry(cell, cells, column, said, at, (row, column)))
    found.append(Entry(caption, value, caption.name, value.get(caption.name), at))
