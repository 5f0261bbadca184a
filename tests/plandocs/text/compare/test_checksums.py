"""A block has the same sum as long as it says the same in the same way."""

import pytest

from plandocs.text.compare.checksums import sum_of_block
from plandocs.text.stored import filled

PARAGRAPH = {"text": "<p>Alla <b>cyklar</b>.</p>", "footnotes": []}


@pytest.mark.parametrize(
    "other",
    [
        {"text": '<p data-block-key="x">Alla <strong>cyklar</strong>.</p>', "footnotes": []},
        {"text": "<p>Alla <b>cyk</b><b>lar</b>.</p>", "footnotes": []},
        {"text": "<p>Alla <b>cyklar</b>.</p>"},
        {"footnotes": None, "text": "<p>Alla <b>cyklar</b>.</p>"},
    ],
    ids=["key of the editor", "parted tag", "no notes", "other order"],
)
def test_how_a_block_is_written_is_no_matter(other):
    assert sum_of_block("paragraph", other) == sum_of_block("paragraph", PARAGRAPH)


@pytest.mark.parametrize(
    "other",
    [
        {"text": "<p>Alla cyklar.</p>"},
        {"text": '<p>Alla <b><a href="/x">cyklar</a></b>.</p>'},
        {"text": "<ul><li>Alla <b>cyklar</b>.</li></ul>"},
        {"text": "<p>Alla <b>cyklar</b> .</p>"},
        {**PARAGRAPH, "footnotes": [{"type": "item", "id": "n", "value": {"mark": "1"}}]},
    ],
    ids=["setting", "link", "list", "space", "note"],
)
def test_all_that_a_block_says_and_how_is_summed(other):
    assert sum_of_block("paragraph", other) != sum_of_block("paragraph", PARAGRAPH)


def test_the_same_words_in_another_kind_of_block_have_another_sum():
    assert sum_of_block("paragraph", PARAGRAPH) != sum_of_block("definition", PARAGRAPH)


def test_summing_leaves_the_block_alone():
    value = {"text": "<p>a</p>"}

    sum_of_block("paragraph", value)

    assert value == {"text": "<p>a</p>"}


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ({"a": "", "b": None, "c": [], "d": {}, "e": False}, {}),
        ({"a": {"b": ""}}, {}),
        ({"a": [{"b": ""}, ""]}, {"a": [{}, ""]}),
        ({"a": 0, "b": "x"}, {"a": 0, "b": "x"}),
    ],
)
def test_what_is_empty_is_left_out(value, left):
    assert filled(value) == left
