"""Fields and kinds of blocks that are declared for the length of a test, and for nothing else."""

from collections.abc import Iterator

from wagtail import blocks

from plandocs.models import PlanRevisionPage, RemissRoundPage
from plandocs.text import schema

BODIES = [
    PlanRevisionPage._meta.get_field("body").stream_block,
    RemissRoundPage._meta.get_field("text").stream_block,
]


def everything_in(block) -> Iterator[blocks.Block]:
    """The block, and every definition that stands in it."""
    yield block
    inside = [*getattr(block, "child_blocks", {}).values(), getattr(block, "child_block", None)]
    for child in filter(None, inside):
        yield from everything_in(child)


class Declarations:
    """Adds to the definitions what somebody might add to ``plandocs/blocks.py``."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch

    def field(self, struct: type[blocks.StructBlock], name: str, block: blocks.Block) -> None:
        """Declare a field, last in every block of this class."""
        self._add(struct, name, block)

    def kind(self, name: str, block: blocks.Block) -> None:
        """Declare a kind of block that may stand anywhere in a text."""
        self._add(blocks.StreamBlock, name, block)

    def _add(self, holder: type[blocks.Block], name: str, block: blocks.Block) -> None:
        block.set_name(name)
        for found in [found for body in BODIES for found in everything_in(body)]:
            if isinstance(found, holder):
                self.monkeypatch.setitem(found.child_blocks, name, block)
        schema.read_anew()
