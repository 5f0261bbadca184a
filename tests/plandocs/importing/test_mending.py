"""What a page break has split is whole again, and what only looks split stays apart."""

import pytest

from plandocs.importing.flat import Heading, Item, Items, Lines, Note, Rows, Rule
from plandocs.importing.mending import mended


def items(*words, number=""):
    return Items(
        [Item([word], str(number + place) if number else "") for place, word in enumerate(words)]
    )


def test_a_paragraph_that_begins_with_a_small_letter_goes_on_from_the_one_before():
    assert mended([Lines(["Sjön ska"]), Lines(["vara ren."])]) == [Lines(["Sjön ska", "vara ren."])]


@pytest.mark.parametrize("end", [".", "!", "?", ":", ";", "”", ")", ".**"])
def test_a_sentence_that_has_ended_does_not_go_on(end):
    blocks = [Lines([f"Sjön är ren{end}"]), Lines(["stort är det."])]

    assert mended(list(blocks)) == blocks


@pytest.mark.parametrize("start", ["Vara ren.", "www.example.org", "https://example.org"])
def test_a_capital_or_an_address_begins_something_new(start):
    assert len(mended([Lines(["Sjön ska"]), Lines([start])])) == 2


def test_a_sentence_goes_on_past_the_notes_at_the_foot_of_its_page():
    note = Note("1", ["Djup."])

    whole = mended([Lines(["Sjön ska"]), Rule(), note, Lines(["vara ren."])])

    assert whole == [Lines(["Sjön ska", "vara ren."]), note]


def test_a_note_that_ends_the_text_is_kept():
    note = Note("1", ["Djup."])

    assert mended([Lines(["Sjön."]), note]) == [Lines(["Sjön."]), note]


def test_a_heading_on_two_lines_is_one():
    assert mended([Heading("Rena sjöar", 2), Heading("och stränder", 2)]) == [
        Heading("Rena sjöar och stränder", 2)
    ]


@pytest.mark.parametrize("second", [Heading("Stränder", 2), Heading("och stränder", 3)])
def test_headings_of_different_levels_or_with_capitals_are_two(second):
    assert len(mended([Heading("Rena sjöar", 2), second])) == 2


def test_a_list_goes_on_over_a_page_break():
    assert mended([items("mäta"), Rule(), items("lära")]) == [items("mäta", "lära")]


def test_a_numbered_list_goes_on_only_with_the_next_number():
    assert len(mended([items("a", "b", number=1), items("c", number=3)])) == 1
    assert len(mended([items("a", "b", number=1), items("c", number=1)])) == 2
    assert len(mended([items("a"), items("c", number=1)])) == 2


def test_a_line_of_responsibility_belongs_to_the_last_item_of_the_list_before_it():
    (block,) = mended([items("mäta", "lära"), Lines(["Ansvar: Miljönämnden"])])

    assert block.items[1].lines == ["lära", "Ansvar: Miljönämnden"]


def test_a_line_of_responsibility_belongs_to_the_innermost_item():
    inner = Items([Item(["mäta"], items=[Item(["djup"])])])

    (block,) = mended([inner, Lines(["Ansvar: Miljönämnden"])])

    assert block.items[0].items[0].lines[-1] == "Ansvar: Miljönämnden"


def test_a_line_of_responsibility_after_a_table_stands_by_itself():
    assert len(mended([Rows([("a", "b"), ("c", "d")]), Lines(["Ansvar: Miljönämnden"])])) == 2


def test_the_list_under_a_bare_label_is_an_enumeration_of_bodies():
    (block,) = mended([items("mäta"), Lines(["Ansvar:"]), items("A-nämnden", "B-nämnden")])

    assert block.items[0].lines == ["mäta", "Ansvar:", "A-nämnden, B-nämnden"]


def test_lines_across_the_page_are_not_kept():
    assert mended([Rule(), Rule()]) == []
