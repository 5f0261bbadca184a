"""The notes of an imported document as plain JSON, and where each is anchored."""

from collections.abc import Iterator
from typing import Any

from plandocs.importing.retold import sentences
from plandocs.importing.tree import (
    Content,
    Definition,
    FocusArea,
    ImportedDocument,
    Measures,
    NoteMark,
    Paragraph,
    RichText,
    Section,
    Span,
    lines_of,
)

Json = dict[str, Any]


def footnotes(document: ImportedDocument) -> list[Json]:
    """Return every note by its number."""
    return [{"number": number_of(note.mark), "text": note.text} for note in document.footnotes]


def anchors(document: ImportedDocument) -> Iterator[Json]:
    """Yield each footnote's place: the words of the sentence up to the mark."""
    for node in document.walk():
        if isinstance(node, Definition):
            for mark in node.term_marks:
                yield {"number": number_of(mark.mark), "after": f"{node.term} (definition)"}
        for line in _texts(node):
            yield from _anchors_in(line)


def _anchors_in(line: RichText) -> Iterator[Json]:
    before = ""
    for part in line.parts:
        if isinstance(part, Span):
            before += part.text
        elif isinstance(part, NoteMark) and part.note is not None:
            told = sentences(" ".join(before.split()))
            yield {"number": number_of(part.mark), "after": told[-1] if told else ""}


def _texts(node: Content | Section) -> Iterator[RichText]:
    match node:
        case Paragraph():
            yield from lines_of(node.parts)
        case Definition():
            yield from lines_of(node.meaning)
        case FocusArea():
            yield from lines_of((*node.intro, node.lead_in, *node.preconditions))
            for measure in node.measures:
                yield from lines_of(measure.text)
        case Measures():
            for measure in node.measures:
                yield from lines_of(measure.text)


def number_of(mark: str) -> int | str:
    """Return a mark as the number it is, or as it stands."""
    return int(mark) if mark.isdecimal() else mark
