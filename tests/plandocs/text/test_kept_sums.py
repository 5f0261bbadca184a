"""The sums of a text that are stored with facts are the same in every version of the program.

An adoption, a marked change and an easy-to-read text each keep sums of what they are about. If one
of these tests fails, texts that nobody has touched would seem to have changed.
"""

import pytest

from plandocs.text.canonical import fingerprints, text_sha256
from plandocs.text.compare import blocks_of_stream
from plandocs.text.compare.checksums import sum_as_stored, sum_of_block, sum_of_place
from tests.plandocs.text.kept_text import KEPT_TEXT
from tests.plandocs.text.streams import page_of

OF_THE_TEXT = "e38c6808ad844fe36b79266b78ee7e600eee2a966db2872e21c295df591901c8"
AS_STORED = "cb4f52bb31e687dc35873580cdce4a356a4a8ad98bb40033d501b5bf6fccbb5d"
OF_A_PLACE = "9e932e456c5f6b6ed2c27002e2bdc1f07fdf6c943cd26e38bfa55eb1e7e5a18e"
SHORT = 16  # digits of the sums below
OF_BLOCKS = [
    ("section", "bcaa5820b1d1987c"),
    ("paragraph", "b0161126ebdd6459"),
    ("focus_area", "2bf74a0fc39a7b52"),
    ("measure", "f6717e00e872cd9e"),
    ("goal", "20dae9ebe773ce28"),
    ("quote", "fbc5162f1bb3f81d"),
    ("image", "98599e1b6fc7fb32"),
    ("table", "e02fec69e919eca8"),
    ("section", "d2a067a06712ba4d"),
    ("subsection", "2804d61a52c939dd"),
    ("definition", "46ec19b7bb686016"),
    ("subsubsection", "da39eae3b56361a1"),
    ("measures", "127d1d9ad29471cd"),
    ("measure", "d8a3316139f9cb20"),
    ("easy_read", "6f3604cda2642a29"),
]
FINGERPRINTS = {
    "11111111-1111-4111-8111-111111111111": "ade5e6d612e517f5",
    "22222222-2222-4222-8222-222222222222": "a7616d115113ead7",
    "22222222-2222-4222-8222-222222222223": "44cdfd4265c5b9b9",
    "33333333-3333-4333-8333-333333333333": "6abc6d3ab605f1f7",
    "44444444-4444-4444-8444-444444444444": "ab7a631795c4be44",
    "44444444-4444-4444-8444-444444444445": "14485535b273b702",
    "8489662d-2a84-558b-bc7d-e1153ce8812c": "0c8742d373c0a0b4",
    "83d94388-b5b9-5b1d-910b-e4fbd9ed18f1": "9f43a8875b473b1c",
    "908225db-41f8-5822-be10-6a69aca2901b": "b168594aec83c47b",
    "eae9d4ab-88f6-5a17-9619-6f0d6284fd46": "9badf684ed09b59f",
    "16042a6d-d440-5fbd-9553-6414640a38b1": "ac58437a26c98269",
    "a93361ee-a1ae-53b3-9be5-cb0533f15c09": "d4f022a3a599867c",
    "7672c487-4856-58f0-b145-44813971ecef": "fbd8e83c142c9a7c",
    "1a255ca4-cdb5-5689-bb75-5e7ed1214fd7": "391376a00ea79fd4",
    "83e8c18d-8220-58c0-ad33-f7aa300c9d04": "977c37b2a9d21486",
    "ef4d3359-7c42-5694-95de-cbf150fea821": "9316ccb976cef4aa",
    "57bef4dc-e769-5378-a380-c8b2dfa2845c": "543e53dea54766ed",
    "70c237d0-b08d-5610-aeb4-147da4240dac": "73571d5b038bd0dd",
    "0f674e66-72f8-5c04-a20d-ea1771fba1fb": "27867667039557ce",
    "866fd6d9-1839-5680-9c14-b86f3ae26f2a": "4e11715fdfd84ad8",
    "b8d2d5ea-5637-5e88-8bda-e30511edd7a2": "e7b84d2b945a373b",
    "71039e6c-de90-565a-8cd7-89b263271615": "c6cfa00ba16b6911",
}


@pytest.mark.django_db
def test_the_sum_of_a_text_is_the_one_that_was_kept_with_its_adoption():
    assert text_sha256(page_of(KEPT_TEXT)) == OF_THE_TEXT


def test_the_sums_of_blocks_are_those_that_were_kept_with_marked_changes():
    blocks = blocks_of_stream(KEPT_TEXT)

    sums = [(block.kind, sum_of_block(block.kind, block.value)[:SHORT]) for block in blocks]

    assert sums == OF_BLOCKS


def test_the_sum_of_a_text_as_it_is_stored_is_the_one_that_was_kept():
    assert sum_as_stored(blocks_of_stream(KEPT_TEXT)) == AS_STORED


def test_the_sum_of_a_block_that_has_moved_is_the_one_that_was_kept():
    assert sum_of_place("a" * 64, parent="p", behind="b") == OF_A_PLACE


def test_the_fingerprints_are_those_that_were_kept_with_easy_to_read_texts():
    found = {block_id: found[:SHORT] for block_id, found in fingerprints(KEPT_TEXT).items()}

    assert found == FINGERPRINTS
