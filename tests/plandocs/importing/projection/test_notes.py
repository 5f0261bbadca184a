"""Each note is told once, and after which words it is anchored."""

import pytest

from tests.plandocs.importing.projection.conftest import (
    area,
    block,
    items,
    measure,
    paragraph,
    section,
    told,
)
from tests.plandocs.importing.reading import structure


def anchors(*stream):
    return [(one["number"], one["after"]) for one in told(*stream)["footnote_anchors"]]


def test_a_note_is_anchored_after_the_words_of_its_own_sentence():
    noted = paragraph("<p>Ett. Vatten<sup>1</sup> rinner<sup>2</sup>.</p>", _1="Sjö.", _2="Bäck.")

    assert anchors(noted) == [(1, "Vatten"), (2, "Vatten rinner")]


def test_a_raised_sign_that_no_note_has_is_no_anchor():
    assert anchors(paragraph("<p>Tio m<sup>2</sup>.</p>")) == []


def test_the_mark_that_opens_a_meaning_belongs_to_the_term():
    definition = block(
        "definition",
        term="Recipient",
        text="<p><sup>2</sup>är vatten<sup>3</sup></p>",
        footnotes=items({"mark": "2", "text": "Latin."}, {"mark": "3", "text": "Bäck."}),
    )

    structure = told(definition)

    assert anchors(definition) == [(2, "Recipient (definition)"), (3, "är vatten")]
    assert structure["definitions"] == [{"term": "Recipient", "footnote": 2, "text": "är vatten"}]


def test_the_notes_of_an_area_stand_in_the_paragraph_after_it():
    noted = area(
        "Sjöar",
        measure("<p>Mäta<sup>2</sup>.</p>"),
        intro="<p>Djupa<sup>1</sup>.</p>",
    )
    after = paragraph("<p><sup>1</sup> Tio meter.</p><p><sup>2</sup> Årligen.</p>")

    assert anchors(noted, after) == [(1, "Djupa"), (2, "Mäta")]
    assert told(noted, after)["footnotes"] == [
        {"number": 1, "text": "Tio meter."},
        {"number": 2, "text": "Årligen."},
    ]


def test_a_paragraph_with_a_line_that_no_mark_opens_is_no_list_of_notes():
    after = paragraph("<p><sup>1</sup> Tio meter.</p><p>Mer om sjön.</p>")

    assert told(area("Sjöar"), after)["footnotes"] == []


def test_a_note_that_two_paragraphs_refer_to_is_one_note():
    twice = [paragraph("<p>Här<sup>1</sup>.</p>", _1="Sjö.") for _ in range(2)]

    assert told(*twice)["footnotes"] == [{"number": 1, "text": "Sjö."}]
    assert anchors(*twice) == [(1, "Här"), (1, "Här")]


def test_two_notes_with_the_same_mark_on_different_pages_are_two():
    stream = [
        paragraph("<p>Ett<sup>1</sup>.</p>", _1="A."),
        paragraph("<p>x<sup>1</sup></p>", _1="B."),
    ]

    assert [one["text"] for one in told(*stream)["footnotes"]] == ["A.", "B."]


def test_notes_are_told_in_reading_order_through_the_sections():
    inner = section("B", paragraph("<p>x<sup>1</sup></p>", _1="Först."), kind="subsection")
    outer = section("A", inner)

    notes = told(outer, paragraph("<p>y<sup>2</sup></p>", _2="Sist."))["footnotes"]

    assert [one["number"] for one in notes] == [1, 2]


@pytest.mark.parametrize(("mark", "number"), [("12", 12), ("a", "a"), ("*", "*")])
def test_a_mark_is_told_as_the_number_it_is_or_as_it_stands(mark, number):
    noted = block(
        "paragraph",
        text=f"<p>x<sup>{mark}</sup></p>",
        footnotes=items({"mark": mark, "text": "y"}),
    )

    assert told(noted)["footnotes"] == [{"number": number, "text": "y"}]


def test_a_note_in_a_list_is_anchored_after_the_words_of_its_item():
    noted = paragraph("<p>Vi:</p><ul><li>mäter<sup>1</sup> mycket</li></ul>", _1="Årligen.")

    assert anchors(noted) == [(1, "mäter")]


def test_a_note_that_no_mark_refers_to_is_still_told():
    assert structure("# Plan\n\n## A\n\nText.\n\n[^7]: Ensam not.")["footnotes"] == [
        {"number": 7, "text": "Ensam not."}
    ]
