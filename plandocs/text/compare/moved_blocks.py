"""Which blocks have changed place."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from plandocs.text.text_blocks import TextBlock

Key = tuple[str, int]
"""A block's id, and which of those with the same id it is."""


def moved(old: Mapping[Key, TextBlock], new: Mapping[Key, TextBlock]) -> dict[Key, str]:
    """Return the blocks that stand in another block or another order, and what each follows."""
    stayed: set[Key] = set()
    follows: dict[Key, Key] = {}
    was, now = _siblings(old, of=new), _siblings(new, of=old)
    for parent, keys in now.items():
        follows.update(zip(keys, [("", 0), *keys], strict=False))
        matcher = SequenceMatcher(None, was.get(parent, []), keys, autojunk=False)
        for match in matcher.get_matching_blocks():
            stayed.update(keys[match.b : match.b + match.size])
    return {key: before[0] for key, before in follows.items() if key not in stayed}


def _siblings(
    blocks: Mapping[Key, TextBlock], *, of: Mapping[Key, TextBlock]
) -> dict[str, list[Key]]:
    """Return the blocks that both texts have, by what they stand in."""
    found: dict[str, list[Key]] = {}
    for key, block in blocks.items():
        if key in of:
            found.setdefault(block.parent, []).append(key)
    return found
