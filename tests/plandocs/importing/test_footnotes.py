"""A mark belongs to the note printed after it, and a note that no mark finds stays in the text."""

import pytest

from plandocs.importing.flat import Heading, Item, Items, Lines, Note, Quoted
from plandocs.importing.footnotes import tie_footnotes
from plandocs.importing.inline import read_inline
from tests.plandocs.importing.reading import of_type, stream_of


def tied(*blocks):
    """Return the note that each mark in the text is tied to, and the texts of the notes."""
    text, notes = tie_footnotes(list(blocks))
    marks = [
        mark.note
        for block in text
        if isinstance(block, Lines | Quoted)
        for line in block.lines
        for mark in read_inline(line).marks
    ]
    return marks, [note.text for note in notes]


def test_a_mark_is_tied_to_the_first_note_of_its_number_that_comes_after_it():
    marks, notes = tied(
        Lines(["Ett[^1]"]), Note("1", ["Första."]), Lines(["Två[^1]"]), Note("1", ["Andra."])
    )

    assert marks == [0, 1]
    assert notes == ["Första.", "Andra."]


def test_a_mark_after_every_note_of_its_number_is_tied_to_the_last():
    assert tied(Note("1", ["Not."]), Lines(["Ett[^1]"]))[0] == [0]


def test_two_marks_may_share_a_note():
    assert tied(Lines(["Ett[^1] två[^1]"]), Note("1", ["Not."]))[0] == [0, 0]


def test_a_mark_without_a_note_is_tied_to_nothing():
    assert tied(Lines(["Tio m<sup>2</sup>"]), Note("1", ["Not."]))[0] == [None, None]


@pytest.mark.parametrize("mark", ["[^1]", "<sup>1</sup>", "¹"])
def test_a_mark_and_a_note_may_be_written_in_different_ways(mark):
    assert tied(Lines([f"Ett{mark}"]), Note("1", ["Not."]))[0] == [0]


def test_a_note_is_one_paragraph_without_style():
    _text, (note,) = tie_footnotes([Lines(["a[^1]"]), Note("1", ["Se **lagen**,", "5 kap."])])

    assert note.text == "Se lagen, 5 kap."


def test_a_note_that_nothing_refers_to_stays_where_it_is_printed():
    text, _notes = tie_footnotes([Lines(["A."]), Note("1", ["Ensam", "not."]), Heading("B", 2)])

    assert text == [Lines(["A."]), Lines(["[^1] Ensam", "not."]), Heading("B", 2)]


def test_marks_in_lists_inside_lists_are_tied():
    inner = Item(["b[^2]"])

    tie_footnotes([Items([Item(["a[^1]"], items=[inner])]), Note("1", ["A."]), Note("2", ["B."])])

    assert read_inline(inner.lines[0]).marks[0].note == 1


def test_each_paragraph_carries_the_notes_that_are_anchored_in_it():
    text = "# Plan\n\n## A\n\nEtt[^1] två[^2].\n\nTre[^2].\n\n[^1]: Not 1.\n\n[^2]: Not 2."

    one, two = of_type(stream_of(text), "paragraph")

    assert [note["value"]["text"] for note in one["footnotes"]] == ["Not 1.", "Not 2."]
    assert [note["value"]["text"] for note in two["footnotes"]] == ["Not 2."]


def test_a_mark_that_stands_twice_in_a_paragraph_has_one_note():
    (paragraph,) = of_type(
        stream_of("# Plan\n\n## A\n\nEtt[^1] två[^1].\n\n[^1]: Not."), "paragraph"
    )

    assert len(paragraph["footnotes"]) == 1


@pytest.mark.parametrize("name", ["taxan", "taxan-2026", "en-lång-not"])
def test_a_note_that_goes_by_a_word_is_found_by_the_mark_that_stands_in_the_text(name):
    text = f"# Plan\n\n## A\n\nEtt[^{name}].\n\n[^{name}]: Not."

    (paragraph,) = of_type(stream_of(text), "paragraph")

    (note,) = paragraph["footnotes"]
    assert f"<sup>{note['value']['mark']}</sup>" in paragraph["text"]
    assert len(note["value"]["mark"]) <= 5


def test_notes_that_go_by_long_names_get_the_numbers_that_are_free():
    notes = "[^taxan-1]: Ett.\n\n[^taxan-2]: Två.\n\n[^1]: Tre."

    (paragraph,) = of_type(
        stream_of(f"# Plan\n\n## A\n\nA[^taxan-1] b[^taxan-2] c[^1].\n\n{notes}"), "paragraph"
    )

    assert paragraph["text"] == "<p>A<sup>2</sup> b<sup>3</sup> c<sup>1</sup>.</p>"
    assert [note["value"] for note in paragraph["footnotes"]] == [
        {"mark": "2", "text": "Ett."},
        {"mark": "3", "text": "Två."},
        {"mark": "1", "text": "Tre."},
    ]


def test_a_note_with_a_long_name_that_nothing_refers_to_is_text_under_a_number():
    (paragraph,) = of_type(stream_of("# Plan\n\n## A\n\n[^en-lång-not]: Ensam."), "paragraph")

    assert paragraph["text"] == "<p><sup>1</sup> Ensam.</p>"
