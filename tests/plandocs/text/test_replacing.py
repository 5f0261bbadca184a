"""Replacing a phrase exactly once, wherever a reader sees it and nowhere else."""

import pytest

from plandocs.text.compare import blocks_of_stream, compare_blocks
from plandocs.text.replacing import PhraseNotOnce, replace_once


def paragraph(html):
    return {"type": "paragraph", "id": "p", "value": {"text": html, "footnotes": []}}


def measure(line, *names):
    bodies = [
        {"type": "item", "id": name, "value": {"organisation": None, "as_printed": name}}
        for name in names
    ]
    value = {
        "number": "1",
        "title": "",
        "text": "<p>Lampor sätts upp.</p>",
        "lead": bodies,
        "collaborating": [],
        "co_responsible": [],
        "responsible_as_printed": line,
        "level": "",
        "indicators": [],
        "deadline": "",
    }
    return {"type": "measures", "id": "m", "value": [{"type": "item", "id": "i", "value": value}]}


@pytest.mark.parametrize(
    ("html", "find", "after"),
    [
        ("<p>Säg &quot;hej&quot; &amp; le.</p>", '"hej" & le', "<p>Säg &lt;ja&gt;.</p>"),
        ("<p>Barn&#x27;s lek</p>", "Barn's", "<p>&lt;ja&gt; lek</p>"),
        ("<p>10\u00a0000 kronor</p>", "10 000", "<p>&lt;ja&gt; kronor</p>"),
        ("<p><b>p</b> li</p>", "p", "<p><b>&lt;ja&gt;</b> li</p>"),
        ('<p><a href="https://lek.example">lek</a></p>', "lek", None),
    ],
    ids=["quotes and ampersand", "apostrophe", "hard space", "the name of a tag", "an address"],
)
def test_a_phrase_is_found_in_rich_text_as_it_reads(html, find, after):
    after = after or '<p><a href="https://lek.example">&lt;ja&gt;</a></p>'

    changed = replace_once([paragraph(html)], find, "<ja>").stream

    assert changed == [paragraph(after)]


@pytest.mark.parametrize("find", ["paragraph", "strong", "quot", "href", "<p>", "saknas"])
def test_what_no_reader_sees_is_not_found(find):
    text = [paragraph('<p><strong>Säg</strong> <a href="x">&quot;hej&quot;</a></p>')]

    with pytest.raises(PhraseNotOnce) as found:
        replace_once(text, find, "x")

    assert found.value.times == 0


def test_a_cell_is_found_in_a_row_that_also_has_an_empty_one():
    table = {"data": [["År", None], [None, "2027"]], "table_header_choice": "row"}
    text = [{"type": "table", "id": "t", "value": {"caption": "", "table": table}}]

    changed = replace_once(text, "2027", "2028").stream

    assert changed[0]["value"]["table"]["data"] == [["År", None], [None, "2028"]]
    with pytest.raises(PhraseNotOnce):
        replace_once(text, "row", "x")


def test_plain_text_is_not_taken_for_rich_text():
    goal = {"type": "goal", "id": "g", "value": {"kind": "vision", "text": "Färre än <10 & fler"}}

    changed = replace_once([goal], "10 & fler", "9 & flest").stream

    assert changed[0]["value"]["text"] == "Färre än <9 & flest"


def test_a_body_is_renamed_in_the_line_and_in_the_list_as_one_place():
    text = [measure("Tekniska kontoret i samverkan med skolan", "Tekniska kontoret")]

    replacement = replace_once(text, "Tekniska kontoret", "Gatukontoret")

    value = replacement.stream[0]["value"][0]["value"]
    assert value["responsible_as_printed"] == "Gatukontoret i samverkan med skolan"
    assert [body["value"]["as_printed"] for body in value["lead"]] == ["Gatukontoret"]
    assert [body.was for body in replacement.renamed] == ["Tekniska kontoret"]


def test_a_change_of_the_printed_line_alone_is_a_change_of_the_measure():
    before = [measure("Tekniska kontoret i samverkan med skolan", "Tekniska kontoret")]

    after = replace_once(before, "i samverkan med", "med stöd av").stream

    changes = compare_blocks(blocks_of_stream(before), blocks_of_stream(after))
    assert [change.kind for change in changes] == ["measure"]


def test_the_same_name_twice_in_a_measure_is_two_places():
    text = [measure("Skolan", "Skolan", "Skolan")]

    with pytest.raises(PhraseNotOnce) as found:
        replace_once(text, "Skolan", "Gatukontoret")

    assert found.value.times == 2


def test_a_renamed_body_may_stand_for_another_row_of_the_register():
    replacement = replace_once([measure("Skolan", "Skolan")], "Skolan", "Gatukontoret")

    [renamed] = replacement.renamed
    renamed.stand_for(7)

    [item] = replacement.stream[0]["value"][0]["value"]["lead"]
    assert item["value"] == {"organisation": 7, "as_printed": "Gatukontoret"}
    assert (renamed.was, renamed.name) == ("Skolan", "Gatukontoret")


def test_a_phrase_of_the_measure_itself_renames_nobody():
    replacement = replace_once([measure("Skolan", "Skolan")], "Lampor", "Lyktor")

    assert replacement.renamed == []
    assert replacement.stream[0]["value"][0]["value"]["text"] == "<p>Lyktor sätts upp.</p>"


def test_the_text_that_was_given_is_left_alone():
    text = [paragraph("<p>Alla cyklar.</p>")]

    replace_once(text, "cyklar", "går")

    assert text == [paragraph("<p>Alla cyklar.</p>")]


def test_a_choice_and_an_id_of_another_block_are_no_words():
    goal = {"type": "goal", "id": "g", "value": {"kind": "vision", "text": "Färre bilar"}}
    easy = {
        "type": "easy_read",
        "id": "e",
        "value": {"heading": "", "text": "", "covers": [{"id": "i", "value": "paragraph"}]},
    }

    for phrase in ("vision", "paragraph"):
        with pytest.raises(PhraseNotOnce):
            replace_once([goal, easy], phrase, "x")
