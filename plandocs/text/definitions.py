"""The definitions in ``plandocs.blocks`` read as kinds of blocks and their fields."""

from collections.abc import Iterator
from dataclasses import replace

from django.core.exceptions import ImproperlyConfigured
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images import get_image_model

from plandocs.blocks import UntranslatedBlock
from plandocs.models.organisation import Organisation
from plandocs.text.fields import Field, Holds, Kind

_BODIES = ("lead", "collaborating", "co_responsible")

FIRST_FIELDS: dict[str, set[str]] = {
    "paragraph": {"text", "footnotes"},
    "definition": {"term", "text", "footnotes"},
    "goal": {"kind", "text"},
    "table": {"caption", "table"},
    "image": {"image", "alt", "caption"},
    "quote": {"text", "source"},
    "easy_read": {"heading", "text", "covers"},
    "focus_area": {"number", "title", "intro", "lead_in", "preconditions", "measures"},
    "measure": {
        *("number", "title", "text", *_BODIES, "responsible_as_printed"),
        *("level", "indicators", "deadline"),
    },
    **{f"{kind}.footnotes": {"mark", "text"} for kind in ("paragraph", "definition")},
    **{f"measure.{role}": {"organisation", "as_printed"} for role in _BODIES},
    "measure.indicators": {"text", "frequency"},
    **{
        kind: {"number", "heading", "content"}
        for kind in ("section", "subsection", "subsubsection")
    },
}
"""The fields by kind of block, or by the field of a block in whose items they stand."""


Fields = tuple[Field, ...]

_OF_CLASS = (
    (blocks.StreamBlock, Holds.BLOCKS),
    (blocks.ListBlock, Holds.LIST),
    (blocks.StructBlock, Holds.STRUCT),
    (TableBlock, Holds.TABLE),
    (blocks.RichTextBlock, Holds.RICH),
    ((blocks.ChoiceBlock, blocks.MultipleChoiceBlock), Holds.CHOICE),
    ((blocks.CharBlock, blocks.TextBlock), Holds.WORDS),
    ((blocks.RegexBlock, blocks.URLBlock, blocks.EmailBlock), Holds.WORDS),
)
_TRANSLATED = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, TableBlock)


def kinds_in(stream: blocks.StreamBlock) -> Iterator[Kind]:
    """Yield the kinds of blocks that may stand in a stream, and in those blocks."""
    for name, block in stream.child_blocks.items():
        yield from _kind_and_those_in(name, block)


def _kind_and_those_in(name: str, block: blocks.Block, *, is_item: bool = False) -> Iterator[Kind]:
    kind = _kind(name, block, is_item=is_item)
    yield kind
    for field in kind.fields:
        if field.items:
            yield from _kind_and_those_in(field.items, field.block.child_block, is_item=True)
        elif field.holds is Holds.BLOCKS:
            yield from kinds_in(field.block)


def _kind(name: str, block: blocks.Block, *, is_item: bool) -> Kind:
    is_struct = isinstance(block, blocks.StructBlock)
    fields = _fields_of(block, name) if is_struct else (_field("", block, name),)
    by_name = {field.name: field for field in fields}
    heading = _declared(block, "heading")
    holds_blocks = any(field.holds is Holds.BLOCKS for field in fields)
    return Kind(
        name,
        block,
        fields,
        is_struct=is_struct,
        is_item=is_item,
        is_list=holds_blocks and not is_struct,
        holds_blocks=holds_blocks,
        heading=heading,
        called_by=heading or _declared(block, "called_by"),
        number="number" if "number" in by_name else "",
        line_of_bodies=by_name.get(_declared(block, "line_of_bodies") or "-"),
    )


def _fields_of(struct: blocks.StructBlock, path: str, *, is_printed: bool = False) -> Fields:
    found = {
        name: _field(name, block, path, is_printed=is_printed)
        for name, block in struct.child_blocks.items()
    }
    if name := _declared(struct, "name_of_body"):
        body = next(field for field in found.values() if field.holds is Holds.BODY)
        found[name] = replace(found[name], prints=body.name)
        found[body.name] = replace(body, named_by=name)
    if name := _declared(struct, "points_at"):
        found[name] = _pointing(found[name])
    return tuple(found.values())


def _field(name: str, block: blocks.Block, at: str, *, is_printed: bool = False) -> Field:
    """Return a field of what stands ``at`` a path, or what each of its items is."""
    is_printed = is_printed or isinstance(block, UntranslatedBlock)
    holds, path = _holds(block), f"{at}.{name}" if name else at
    if holds is Holds.BLOCKS and "." in at:
        raise ImproperlyConfigured(f"Blocks stand straight in a block, and not in {at}.")
    return Field(
        name,
        path,
        holds,
        block,
        fields=_fields_in(block, path, holds, is_printed=is_printed),
        items=_declared(block, "items_are"),
        is_translated=isinstance(block, _TRANSLATED) and not is_printed,
        is_later=bool(name) and name not in FIRST_FIELDS.get(at, ()),
    )


def _fields_in(block: blocks.Block, path: str, holds: Holds, *, is_printed: bool) -> Fields:
    match holds:
        case Holds.LIST:
            return (_field("", block.child_block, path, is_printed=is_printed),)
        case Holds.STRUCT:
            return _fields_of(block, path, is_printed=is_printed)
        case Holds.TABLE:
            words = blocks.CharBlock()
            cell = Field("data", f"{path}.data", Holds.WORDS, words, is_translated=not is_printed)
            return cell, Field("table_caption", f"{path}.table_caption", Holds.WORDS, words)
    return ()


def _holds(block: blocks.Block) -> Holds:
    if isinstance(block, blocks.ChooserBlock):
        chosen = {Organisation: Holds.BODY, get_image_model(): Holds.PICTURE}
        return chosen.get(block.target_model, Holds.VALUE)
    if _declared(block, "items_are"):
        return Holds.BLOCKS
    return next((holds for known, holds in _OF_CLASS if isinstance(block, known)), Holds.VALUE)


def _pointing(field: Field) -> Field:
    if field.holds is Holds.LIST:
        return replace(field, fields=tuple(map(_pointing, field.fields)))
    return replace(field, holds=Holds.POINTER)


def _declared(block: blocks.Block, name: str) -> str:
    return str(getattr(block.meta, name, None) or "")
