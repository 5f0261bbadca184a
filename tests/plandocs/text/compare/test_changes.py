"""Of blocks that changed places, as few as possible are said to have moved."""

import pytest

from plandocs.text.compare.changes import moved
from plandocs.text.text_blocks import TextBlock


def by_key(blocks):
    """Blocks from letters: a letter stands in the one before the colon, where there is one."""
    found = {}
    for said in blocks.split():
        parent, _colon, name = said.rpartition(":")
        found[name, 1] = TextBlock(name, "paragraph", "", name, parent=parent)
    return found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a b c", {}),
        ("a b c", "c a b", {"c": ""}),
        ("a b c", "b c a", {"a": "c"}),
        ("a b c", "a c", {}),
        ("a b", "a x b", {}),
        ("a b", "x b a", {"b": ""}),
        ("a s s:b", "a s b", {"b": "s"}),
        ("s s:a t t:b", "s t t:b t:a", {"a": "b"}),
        ("s s:a s:b", "s s:b s:a", {"b": ""}),
    ],
    ids=lambda text: str(text),
)
def test_a_block_has_moved_where_its_neighbours_have_not(before, after, expected):
    found = moved(by_key(before), by_key(after))

    assert {key[0]: behind for key, behind in found.items()} == expected
