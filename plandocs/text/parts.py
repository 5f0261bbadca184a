"""The parts that a reader would divide a text into."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plandocs.text.stored import Stream
from plandocs.text.walk import Block, tree


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text that a reader would call one: a chapter, a focus area.

    ``ids`` are the blocks it is made of: its own, or those that stand directly under the heading
    of a chapter which has further headings below.
    """

    label: str
    ids: tuple[str, ...]


def parts_of(text: Stream) -> list[Part]:
    """Divide a text into its parts, in reading order. A heading alone is none."""
    return list(_parts("", tree(text)))


def _parts(label: str, blocks: Iterable[Block]) -> Iterator[Part]:
    loose: list[str] = []
    for block in blocks:
        if not _opens_part(block):
            loose.append(block.id)
            continue
        if loose:
            yield Part(label, tuple(loose))
            loose = []
        if any(map(_opens_part, block.children)):
            yield from _parts(_label(block), block.children)
        else:
            yield Part(_label(block), (block.id,))
    if loose:
        yield Part(label, tuple(loose))


def _opens_part(block: Block) -> bool:
    return bool(block.kind.heading) and block.kind.holds_blocks


def _label(block: Block) -> str:
    return f"{block.fields.get(block.kind.number) or ''} {block.name}".strip()
