"""What a field of a block holds, and what a kind of block is, for whoever walks a text."""

from dataclasses import dataclass
from enum import Enum, auto

from wagtail import blocks


class Holds(Enum):
    """What a field holds."""

    WORDS = auto()  # words as they are written
    RICH = auto()  # words as HTML
    CHOICE = auto()  # one of a few values, each with a name
    BODY = auto()  # the key of a body in the register
    PICTURE = auto()  # the key of a picture
    POINTER = auto()  # the id of another block
    VALUE = auto()  # something else without words: a number, a day, the key of another thing
    TABLE = auto()  # a table, with its cells and how they are set
    STRUCT = auto()  # fields of its own
    LIST = auto()  # items that are part of the block, as footnotes: ``fields`` are one, of an item
    BLOCKS = auto()  # blocks that stand in the block, each with a place of its own in the text

    @property
    def is_said(self) -> bool:
        return self is Holds.WORDS or self is Holds.RICH


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field of a block, or what each item of a list is, which has no name.

    ``path`` leads to it from the kind of block, such as “measure.indicators.frequency”. ``fields``
    are those of a struct, in reading order, the one of a list's items, or a table's cells and
    caption. ``prints`` is the field beside it whose body it names, ``named_by`` the field that
    names its body, ``items`` the kind of the blocks in a list. One that ``is_later`` came after the
    first adopted texts.
    """

    name: str
    path: str
    holds: Holds
    block: blocks.Block
    fields: tuple["Field", ...] = ()
    prints: str = ""
    named_by: str = ""
    items: str = ""
    is_translated: bool = False
    is_later: bool = False

    @property
    def label(self) -> str:
        """What it is called, in the active language."""
        return str(self.block.label)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of block, and what its fields are to it (see ``plandocs.blocks``).

    A block that is no struct has one field without a name. An item is a block that stands in a list
    of its like, as a measure does; ``is_list`` is that list where it is a block by itself, without
    words of its own; ``holds_blocks`` that other blocks may stand in it. ``heading``, ``called_by``
    and ``number`` are names of fields, empty where it has none: every heading is what a block is
    called by, but not the other way round.
    """

    name: str
    block: blocks.Block
    fields: tuple[Field, ...]
    is_struct: bool = True
    is_item: bool = False
    is_list: bool = False
    holds_blocks: bool = False
    heading: str = ""
    called_by: str = ""
    number: str = ""
    line_of_bodies: Field | None = None

    @property
    def label(self) -> str:
        """What it is called, in the active language."""
        return str(self.block.label)

    @property
    def template(self) -> str:
        return str(self.block.meta.template)
