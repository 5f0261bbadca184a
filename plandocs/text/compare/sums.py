"""Sums of blocks, by which a marked change knows what it led from and to."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from plandocs.text.compare.runs import Run, rich_runs
from plandocs.text.schema import is_rich
from plandocs.text.walk import TextBlock
from plandocs.text.words import Part


def sum_of_block(kind: str, value: dict[str, Any]) -> str:
    """Return the sha256 of all that a block says and how, whatever way its HTML is written."""
    read = {
        field: [_described(run) for run in rich_runs(Part(field, said))]
        if isinstance(said, str) and is_rich(kind, field)
        else said
        for field, said in value.items()
    }
    return _sum_of([kind, filled(read)])


def sum_as_stored(blocks: Sequence[TextBlock]) -> str:
    """Return the sha256 of a text as it is stored, to the letter."""
    return _sum_of([[block.id, block.kind, block.parent, block.value] for block in blocks])


def sum_of_place(of_block: str, *, parent: str, behind: str) -> str:
    """Return the sha256 of a block that has moved: what it stands in and follows is part of it."""
    return _sum_of([of_block, parent, behind])


def filled(value: Any) -> Any:
    """Leave out what is empty: a field that is missing and one that says nothing are the same."""
    if isinstance(value, dict):
        children = {key: filled(child) for key, child in value.items()}
        return {key: child for key, child in children.items() if child not in (None, "", [], {})}
    if isinstance(value, list):
        return [filled(child) for child in value]
    return None if value is False else value


def _described(run: Run) -> list[Any]:
    return [run.text, list(run.marks.lists), sorted(run.marks.tags), run.marks.link]


def _sum_of(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
