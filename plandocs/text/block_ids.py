"""Which blocks of a text read from a file are the same as in the edition before it.

A file knows no ids. Without this an imported second edition would share none with the first, and
the thread from answers and measures to the next edition would break.
"""

from collections import defaultdict
from collections.abc import Callable

from plandocs.text.stored import Stream, copied
from plandocs.text.walk import Block, walk
from plandocs.text.words import words_of

Key = tuple[str, str]


def carry_ids(stream: Stream, *, earlier: Stream) -> list[dict[str, object]]:
    """Return a copy of ``stream`` in which blocks known from ``earlier`` have their ids.

    A block is known by its words; failing that, by its kind and the name people call it by, such
    as a heading, a term or a measure's title or number. Each id is used once.
    """
    new = copied(stream)
    waiting, known = _discussed(new), _discussed(earlier)
    for key in (_words, _name):
        waiting, known = _matched(waiting, known, key)
    return new


def _discussed(stream: Stream) -> list[Block]:
    """Return every block that can be discussed by itself; a list of measures cannot."""
    return [block for block in walk(stream) if not block.kind.is_list]


def _matched(
    waiting: list[Block], known: list[Block], key: Callable[[Block], Key]
) -> tuple[list[Block], list[Block]]:
    by_key: dict[Key, list[Block]] = defaultdict(list)
    for block in known:
        by_key[key(block)].append(block)
    rest = []
    for block in waiting:
        same = by_key[key(block)] if key(block)[1] else []
        if same:
            block.take_id(same.pop(0).id)
        else:
            rest.append(block)
    return rest, [block for blocks in by_key.values() for block in blocks]


def _words(block: Block) -> Key:
    return block.kind.name, " ".join(words_of(block.kind.name, block.own).split())


def _name(block: Block) -> Key:
    return block.kind.name, block.name or str(block.fields.get(block.kind.number) or "")
