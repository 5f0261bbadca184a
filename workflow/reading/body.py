"""Turn the stored blocks of a plan into the tree that the reading templates print.

The tree is made from the raw JSON, in one pass over the blocks and with a number of queries that
does not depend on how many there are: one each for bodies, images, page links and documents.
"""

from collections.abc import Iterable
from typing import cast

from django.conf import settings

from plandocs.blocks import NotedBlock, StoredTable
from plandocs.text.fields import Field, Holds
from plandocs.text.stored import VALUE, Raw, Stream, items_of
from plandocs.text.walk import Block, tree
from workflow.reading.coverage import Coverage
from workflow.reading.nodes import Node, Reading, mark_untranslated
from workflow.reading.notes import Note, NoteBook
from workflow.reading.printed import Body, Words
from workflow.reading.references import References, references_of
from workflow.reading.tables import Cell, table_rows

FIRST_LEVEL = 2  # the page's own title is h1
LAST_LEVEL = 6


def read_body(
    raw: Stream, *, coverage: Coverage | None = None, field_name: str = "body"
) -> Reading:
    """Return the text as a tree. ``raw`` is the StreamField's raw JSON (``page.body.raw_data``)."""
    blocks = tree(raw)
    reader = _Reader(coverage or Coverage(), references_of(blocks), field_name)
    nodes = [reader.node(block, FIRST_LEVEL) for block in blocks]
    for node in nodes:
        mark_untranslated(node)
    return Reading(nodes=nodes, notes=reader.notebook.notes)


class _Reader:
    """One reading of one text: what it refers to, and the notes met so far."""

    def __init__(self, coverage: Coverage, references: References, field_name: str) -> None:
        self.coverage = coverage
        self.references = references
        self.field_name = field_name
        self.notebook = NoteBook()

    def node(self, block: Block, level: int) -> Node:
        """Return the node of one block, with everything under it."""
        node = Node(kind=block.kind.name, id=block.id, level=min(level, LAST_LEVEL))
        if block.kind.is_struct:
            node.fields = self._fields(block.kind.fields, block.fields, block.path)
        elif not block.kind.is_list:
            [only] = block.kind.fields
            node.fields[VALUE] = self._said(only, block.fields[VALUE], block.path)
        if isinstance(block.kind.block, NotedBlock):
            self._tie_notes(node, block)
        below = node.level + 1 if block.kind.heading else level
        node.children = [self.node(child, below) for child in block.children]
        for child in node.children:
            child.under = block.name
        return node

    def _fields(self, fields: Iterable[Field], value: Raw, path: str) -> dict[str, object]:
        return {
            field.name: self._said(field, value.get(field.name), f"{path}.{field.name}")
            for field in fields
            if field.holds is not Holds.BLOCKS
        }

    def _said(self, field: Field, value: object, path: str) -> object:
        """Return what a field holds as a template prints it; ``path`` is its place in the text."""
        match field.holds:
            case Holds.WORDS:
                said = str(value or "")
                return Words(said, self._language_of(path)) if field.is_translated else said
            case Holds.LIST:
                return self._items(field.fields[0], value, path)
            case Holds.STRUCT if isinstance(value, dict):
                return self._struct(field, value, path)
            case Holds.RICH:
                html = self.references.html(path)
                return Words(html, self._language_of(path)) if field.is_translated else html
            case Holds.PICTURE:
                return self.references.picture(value)
            case Holds.BODY:
                return self.references.organisation(value)
            case Holds.TABLE:
                return self._table(cast(StoredTable, value or {}), path)
        return value or ""

    def _table(self, table: StoredTable, path: str) -> list[list[Cell]]:
        return table_rows(table, lambda cell, at: Words(cell, self._language_of(f"{path}.{at}")))

    def _items(self, item: Field, values: object, path: str) -> object:
        if item.holds is Holds.POINTER:
            return frozenset(str(value).strip() for _id, value in items_of(values))
        return [self._said(item, value, f"{path}.{key}") for key, value in items_of(values)]

    def _struct(self, struct: Field, value: Raw, path: str) -> object:
        name = next((field for field in struct.fields if field.prints), None)
        if name is None:
            return self._fields(struct.fields, value, path)
        known = self.references.organisation(value.get(name.prints))
        printed = str(value.get(name.name) or "") or (known.name if known else "")
        besides = (field for field in struct.fields if not field.prints and not field.named_by)
        differs = known is not None and known.name.casefold() != printed.casefold()
        return Body(
            name=printed,
            registered_name=known.name if known and differs else "",
            code=known.code if known else "",
            fields=self._fields(besides, value, path),
        )

    def _tie_notes(self, node: Node, block: Block) -> None:
        """Tie the marks in the text to the notes; one that opens a meaning is of the term."""
        del node.fields["footnotes"]
        text, notes = node.fields["text"], self._notes(block)
        assert isinstance(text, Words)
        if "term" in node.fields:
            node.fields["term_mark"], text.text = self.notebook.lift_from_start(text.text, notes)
        text.text = self.notebook.anchor(text.text, notes)

    def _notes(self, block: Block) -> list[Note]:
        return [
            Note(
                id=key,
                mark=str(note.get("mark") or ""),
                text=str(note.get("text") or ""),
                language=self._language_of(f"{block.path}.footnotes.{key}.text"),
            )
            for key, note in items_of(block.fields.get("footnotes"))
            if isinstance(note, dict)
        ]

    def _language_of(self, path: str) -> str:
        """Return the language of a field where it is not the page's: it is still in Swedish."""
        is_translated = self.coverage.holds(f"{self.field_name}.{path}")
        return "" if is_translated else settings.LANGUAGE_CODE
