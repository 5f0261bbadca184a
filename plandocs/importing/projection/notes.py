"""The notes of a text, and after which words each is anchored."""

from collections.abc import Iterator, Sequence

from plandocs.importing.projection.rich import lines_of
from plandocs.importing.sentences import sentences
from plandocs.importing.stored import HOLDERS, Stored, walk

Notes = dict[str, str]
"""The words of notes by their mark."""


def footnotes(blocks: Sequence[Stored]) -> list[dict[str, object]]:
    """Return every note once, in the order of the text."""
    printed = [pair for block, _next in walk(blocks) for pair in _notes_in(block).items()]
    return [{"number": number_of(mark), "text": text} for mark, text in dict.fromkeys(printed)]


def anchors(blocks: Sequence[Stored]) -> list[dict[str, object]]:
    """Return each note's place: the words of the sentence up to the mark."""
    return [
        {"number": number_of(mark), "after": after}
        for block, following in walk(blocks)
        for mark, after in _anchors(block)
        if mark in _notes_for(block, following)
    ]


def number_of(mark: str) -> int | str:
    """Return a mark as the number it is, or as it stands."""
    return int(mark) if mark.isdecimal() else mark


def term_marks(definition: Stored) -> list[str]:
    """Return the marks that open a meaning: they belong to the term."""
    first = lines_of(definition.text())[:1]
    return [mark for line in first for mark, before in line.marks if not before]


def _notes_in(block: Stored) -> Notes:
    """The notes of a block, or those that it is: the notes of an area follow it as a paragraph."""
    tied = block.blocks("footnotes") if block.kind in ("paragraph", "definition") else []
    if tied or block.kind != "paragraph":
        return {note.text("mark"): note.text() for note in tied}
    lines = lines_of(block.text())
    marked = {mark: line.plain for line in lines for mark, before in line.marks[:1] if not before}
    return marked if len(marked) == len(lines) else {}


def _notes_for(block: Stored, following: Stored | None) -> Notes:
    if block.kind in HOLDERS:
        return _notes_in(following) if following else {}
    return _notes_in(block) if block.value("footnotes") else {}


def _anchors(block: Stored) -> Iterator[tuple[str, str]]:
    term = term_marks(block) if block.kind == "definition" else []
    yield from ((mark, f"{block.text('term')} (definition)") for mark in term)
    marked = [pair for html in _texts(block) for line in lines_of(html) for pair in line.marks]
    for mark, before in marked[len(term) :]:
        yield mark, (sentences(before) or [""])[-1]


def _texts(block: Stored) -> Iterator[str]:
    yield from map(block.text, ("text", "intro", "preconditions"))
    if block.kind in HOLDERS:
        yield from (measure.text() for measure in block.blocks("measures"))
