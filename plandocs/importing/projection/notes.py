"""The notes of a text, and after which words each is anchored."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from plandocs.importing.projection.rich import Line, Mark, lines_of
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
    lines = lines_of(definition.text())
    opening = takewhile(lambda part: isinstance(part, Mark), lines[0].parts if lines else ())
    return [part.sign for part in opening if isinstance(part, Mark)]


def _notes_in(block: Stored) -> Notes:
    """The notes of a block, or those that it is: the notes of an area follow it as a paragraph."""
    tied = block.blocks("footnotes") if block.kind in ("paragraph", "definition") else []
    if tied or block.kind != "paragraph":
        return {note.text("mark"): note.text() for note in tied}
    lines = lines_of(block.text())
    marked = {first.sign: line.plain for line in lines if isinstance(first := line.first, Mark)}
    return marked if len(marked) == len(lines) else {}


def _notes_for(block: Stored, following: Stored | None) -> Notes:
    if block.kind in HOLDERS:
        return _notes_in(following) if following else {}
    return _notes_in(block) if block.value("footnotes") else {}


def _anchors(block: Stored) -> Iterator[tuple[str, str]]:
    term = term_marks(block) if block.kind == "definition" else []
    yield from ((mark, f"{block.text('term')} (definition)") for mark in term)
    lines = (line for html in _texts(block) for line in lines_of(html))
    yield from [pair for line in lines for pair in _marked(line)][len(term) :]


def _texts(block: Stored) -> Iterator[str]:
    yield from map(block.text, ("text", "intro", "preconditions"))
    if block.kind in HOLDERS:
        yield from (measure.text() for measure in block.blocks("measures"))


def _marked(line: Line) -> Iterator[tuple[str, str]]:
    before = ""
    for part in line.parts:
        if isinstance(part, str):
            before += part
        else:
            told = sentences(" ".join(before.split()))
            yield part.sign, told[-1] if told else ""
