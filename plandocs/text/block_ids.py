"""Which blocks of a text read from a file are the same as in the edition before it.

A file knows no ids. Without this an imported second edition would share none with the first, and
the thread from answers and measures to the next edition would break.
"""

import copy
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from plandocs.text.compare import words_of

Block = dict[str, Any]
Key = tuple[str, str]


def carry_ids(stream: list[Block], *, earlier: list[Block]) -> list[Block]:
    """Return a copy of ``stream`` in which blocks known from ``earlier`` have their ids.

    A block is known by its words; failing that, by its kind and the name people call it by, such
    as a heading, a term or a measure's title or number. Each id is used once.
    """
    new = copy.deepcopy(stream)
    waiting, known = list(_parts(new)), list(_parts(earlier))
    for key in (_words, _name):
        waiting, known = _matched(waiting, known, key)
    return new


_Part = tuple[str, Block]


def _matched(
    waiting: list[_Part], known: list[_Part], key: Callable[[_Part], Key]
) -> tuple[list[_Part], list[_Part]]:
    """Give the waiting blocks the ids of the known ones with the same key; return the rest."""
    by_key: dict[Key, list[_Part]] = defaultdict(list)
    for part in known:
        by_key[key(part)].append(part)
    rest = []
    for part in waiting:
        same = by_key[key(part)] if key(part)[1] else []
        if same:
            part[1]["id"] = same.pop(0)[1]["id"]
        else:
            rest.append(part)
    return rest, [part for parts in by_key.values() for part in parts]


def _words(part: _Part) -> Key:
    kind, block = part
    return kind, " ".join(words_of(kind, block["value"]).split())


def _name(part: _Part) -> Key:
    kind, block = part
    value = block["value"]
    names = ("heading", "title", "term", "number") if isinstance(value, dict) else ()
    return kind, next((str(value[name]) for name in names if value.get(name)), "")


def _parts(stream: list[Block]) -> Iterator[_Part]:
    """Yield every block and measure that can be discussed by itself, with its kind."""
    for block in stream:
        value = block["value"]
        if block["type"] == "measures":
            yield from (("measure", item) for item in value)
            continue
        yield block["type"], block
        if isinstance(value, dict):
            yield from (("measure", item) for item in value.get("measures") or [])
            yield from _parts(value.get("content") or [])
