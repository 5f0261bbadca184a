"""A text read from a file keeps the ids of the blocks it shares with the edition before it."""

import copy

from plandocs.text.block_ids import carry_ids
from tests.factories.situations import BODY, MEASURE, PARAGRAPH


def imported(change=None):
    """The same text as an importer would give it: other ids throughout."""
    stream = copy.deepcopy(BODY)
    stream[0]["id"] = "a0000000-0000-4000-8000-000000000001"
    stream[0]["value"]["content"][0]["id"] = "a0000000-0000-4000-8000-000000000002"
    stream[1]["id"] = "a0000000-0000-4000-8000-000000000003"
    stream[1]["value"]["measures"][0]["id"] = "a0000000-0000-4000-8000-000000000004"
    if change:
        change(stream)
    return stream


def test_the_same_words_keep_their_ids():
    carried = carry_ids(imported(), earlier=BODY)

    assert carried == BODY


def test_a_measure_that_was_reworded_is_known_by_its_title():
    def reword(stream):
        stream[1]["value"]["measures"][0]["value"]["text"] = "<p>Fler lampor.</p>"

    carried = carry_ids(imported(reword), earlier=BODY)

    assert carried[1]["value"]["measures"][0]["id"] == MEASURE


def test_a_paragraph_with_other_words_is_a_new_paragraph():
    def reword(stream):
        stream[0]["value"]["content"][0]["value"]["text"] = "<p>Något helt annat.</p>"

    carried = carry_ids(imported(reword), earlier=BODY)

    assert carried[0]["value"]["content"][0]["id"] == "a0000000-0000-4000-8000-000000000002"


def test_an_id_is_given_to_one_block_only():
    def repeat(stream):
        again = copy.deepcopy(stream[0]["value"]["content"][0])
        again["id"] = "a0000000-0000-4000-8000-000000000005"
        stream[0]["value"]["content"].append(again)

    carried = carry_ids(imported(repeat), earlier=BODY)

    ids = [block["id"] for block in carried[0]["value"]["content"]]
    assert ids == [PARAGRAPH, "a0000000-0000-4000-8000-000000000005"]


def test_a_text_without_an_edition_before_it_keeps_its_own_ids():
    assert carry_ids(imported(), earlier=[]) == imported()
