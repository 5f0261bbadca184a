"""Reading a steering document from a file: text → tree → blocks, or JSON."""

from plandocs.importing.document import parse_document
from plandocs.importing.imported import ImportedDocument
from plandocs.importing.projection import structure_of
from plandocs.importing.source import MAX_BYTES, UnreadableDocument, read_text
from plandocs.importing.streamfield import to_blocks

__all__ = [
    "MAX_BYTES",
    "ImportedDocument",
    "UnreadableDocument",
    "parse_document",
    "read_text",
    "structure_of",
    "to_blocks",
]
