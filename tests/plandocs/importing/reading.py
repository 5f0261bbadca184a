"""How the tests of the import read a text: into blocks, and what the blocks hold."""

from collections.abc import Iterator
from typing import Any, TypeVar

from plandocs.importing import ImportedDocument, parse_document, structure_of, to_blocks
from plandocs.importing.running_text import RichText
from plandocs.importing.tree import FocusArea, Measure, Measures, Section

Node = TypeVar("Node")


def stream_of(
    text: str | ImportedDocument, namespace: str = "x", **organisations: int
) -> list[Any]:
    """Return the blocks of a text as a page would store them."""
    document = parse_document(text) if isinstance(text, str) else text
    return list(to_blocks(document, organisations=organisations, namespace=namespace))


def structure(text: str) -> dict[str, Any]:
    """Return what ``import_plan --json`` prints of a text."""
    return structure_of(stream_of(text), parse_document(text))


def walk(blocks: list[Any]) -> Iterator[Any]:
    """Yield every block, items of lists included."""
    for block in blocks:
        yield block
        value = block["value"]
        for part in value.values() if isinstance(value, dict) else [value]:
            if isinstance(part, list):
                yield from walk(part)


def of_type(blocks: list[Any], kind: str) -> list[Any]:
    """Return the values of every block of one type."""
    return [block["value"] for block in walk(blocks) if block["type"] == kind]


def strings(value: Any) -> Iterator[str]:
    """Yield every text in the blocks, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from strings(child)


def nodes(document: ImportedDocument, *types: type[Node]) -> list[Node]:
    """Return what stands in the tree, in reading order, of these types if any are given."""
    return [node for node in _nodes(document.children) if isinstance(node, types or (object,))]


def measures(document: ImportedDocument) -> list[Measure]:
    """Return every measure, in and outside focus areas."""
    return [one for holder in nodes(document, FocusArea, Measures) for one in holder.measures]


def words(measure: Measure) -> str:
    """Return the lines of a measure, its title first."""
    lines = [part.plain for part in measure.text if isinstance(part, RichText)]
    return " ".join(filter(None, [measure.title, *lines]))


def _nodes(children: Any) -> Iterator[Any]:
    for child in children:
        yield child
        if isinstance(child, Section):
            yield from _nodes(child.children)
