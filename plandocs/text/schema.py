"""The fields of a block: their order, which of them hold rich text, and what they are called."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from wagtail import blocks

from plandocs.blocks import MeasureBlock, PlanBodyBlock

_READING_ORDER = [
    *("number", "heading", "term", "title", "mark", "intro", "lead_in", "preconditions", "text"),
    *("alt", "caption", "table", "data", "lead", "collaborating", "co_responsible", "as_printed"),
    *("level", "indicators", "frequency", "deadline", "footnotes", "source"),
]
"""The order of a block's fields as they are read: PostgreSQL keeps no order of keys in JSON."""


_NAME_OF_A_BODY = "as_printed"  # it goes by the part that the body has


def in_reading_order(value: dict[str, Any]) -> list[str]:
    """Return the keys of a block's value in the order in which they are read."""
    return sorted(value, key=_place)


def is_rich(kind: str, field: str) -> bool:
    """Whether a field of a block of this kind holds HTML; any other holds the very words."""
    struct = _structs().get(kind)
    return struct is not None and isinstance(struct.child_blocks.get(field), blocks.RichTextBlock)


def name_of(kind: str) -> str:
    """Return what a kind of block is called, in the active language."""
    struct = _structs().get(kind)
    return str(struct.label) if struct is not None else ""


def label_of(path: str) -> str:
    """Return what a field is called, such as “measure.lead” or “measure.indicators.frequency”."""
    kind, *names = path.split(".")
    block: Any = _structs().get(kind)
    labels: list[str] = []
    for name in names:
        block = getattr(getattr(block, "child_block", block), "child_blocks", {}).get(name)
        if block is None:
            break
        if name != _NAME_OF_A_BODY:
            labels.append(str(block.label))
    return ", ".join(labels)


def choice_of(kind: str, field: str, value: str) -> str:
    """Return what one of the choices of a field is called, in the active language."""
    struct = _structs()[kind]
    return str(dict(struct.child_blocks[field].field.choices).get(value, value))


def _place(key: str) -> tuple[int, str]:
    known = key in _READING_ORDER
    return (_READING_ORDER.index(key) if known else len(_READING_ORDER)), key


@cache
def _structs() -> dict[str, blocks.StructBlock]:
    return {"measure": MeasureBlock(), **dict(_found_in(PlanBodyBlock()))}


def _found_in(stream: blocks.StreamBlock) -> Iterator[tuple[str, blocks.StructBlock]]:
    for kind, block in stream.child_blocks.items():
        if isinstance(block, blocks.StructBlock):
            yield kind, block
            for child in block.child_blocks.values():
                if isinstance(child, blocks.StreamBlock):
                    yield from _found_in(child)
