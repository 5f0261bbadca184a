"""The notes of a text, after which words each is anchored, and the terms that it defines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plandocs.importing.projection.values import items, lines_of, of_kind, paragraphs, said, values
from plandocs.importing.running_text import sentences
from plandocs.text.walk import Block

Notes = dict[str, str]
"""The words of notes by their mark."""
_WITHOUT_NOTES = ("focus_area", "measures")


def footnotes(blocks: Sequence[Block]) -> list[dict[str, object]]:
    """Return every note once, in the order of the text."""
    printed = [pair for block in blocks for pair in _notes_in(block).items()]
    return [{"number": number_of(mark), "text": text} for mark, text in dict.fromkeys(printed)]


def anchors(blocks: Sequence[Block]) -> list[dict[str, object]]:
    """Return each note's place: the words of the sentence up to the mark."""
    after = _next_siblings(blocks)
    return [
        {"number": number_of(mark), "after": before}
        for block in blocks
        for mark, before in _anchors(block)
        if mark in _notes_for(block, after)
    ]


def number_of(mark: str) -> int | str:
    """Return a mark as the number it is, or as it stands."""
    return int(mark) if mark.isdecimal() else mark


def term_marks(definition: Block) -> list[str]:
    """Return the marks that open a meaning: they belong to the term."""
    first = lines_of(said(definition.fields))[:1]
    return [mark for line in first for mark, before in line.marks if not before]


def _notes_in(block: Block) -> Notes:
    """The notes of a block, or those that it is: the notes of an area follow it as a paragraph."""
    tied = values(block.fields, "footnotes")
    if tied or block.kind.name != "paragraph":
        return {said(note, "mark"): said(note) for note in tied}
    lines = lines_of(said(block.fields))
    marked = {mark: line.plain for line in lines for mark, before in line.marks[:1] if not before}
    return marked if len(marked) == len(lines) else {}


def _notes_for(block: Block, after: dict[Block, Block]) -> Notes:
    holder = block.parent if block.kind.is_item and block.parent else block
    if holder.kind.name in _WITHOUT_NOTES:
        return _notes_in(after[holder]) if holder in after else {}
    return _notes_in(block) if block.fields.get("footnotes") else {}


def _next_siblings(blocks: Sequence[Block]) -> dict[Block, Block]:
    outermost = [block for block in blocks if not block.parent]
    rows = (outermost, *(block.children for block in blocks))
    return {one: following for row in rows for one, following in pairwise(row)}


def _anchors(block: Block) -> Iterator[tuple[str, str]]:
    term = term_marks(block) if block.kind.name == "definition" else []
    yield from ((mark, f"{said(block.fields, 'term')} (definition)") for mark in term)
    html = "".join(said(block.fields, name) for name in ("intro", "preconditions", "text"))
    marked = [pair for line in lines_of(html) for pair in line.marks]
    for mark, before in marked[len(term) :]:
        yield mark, (sentences(before) or [""])[-1]


def definitions(blocks: Iterable[Block]) -> list[dict[str, object]]:
    """Return each term with its meaning, the list in it, and the note on the term itself."""
    return list(map(_definition, of_kind(blocks, "definition")))


def _definition(block: Block) -> dict[str, object]:
    lines, marks = lines_of(said(block.fields)), term_marks(block)
    return {
        "term": said(block.fields, "term"),
        **({"footnote": number_of(marks[0])} if marks else {}),
        "text": "\n".join(paragraphs(lines)),
        **({"includes": found} if (found := items(lines)) else {}),
    }
