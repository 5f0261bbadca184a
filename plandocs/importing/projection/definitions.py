"""The terms that a text defines."""

from collections.abc import Iterable

from plandocs.importing.projection.notes import number_of, term_marks
from plandocs.importing.projection.rich import items, lines_of, paragraphs
from plandocs.importing.projection.values import of_kind, said
from plandocs.text.walk import Block


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
