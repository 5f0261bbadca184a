"""In text without Markdown the layout shows what is a heading, and which words belong together."""

import pytest

from plandocs.importing import parse_document
from plandocs.importing.flat import Heading, Items, Lines
from plandocs.importing.plain import mend_words, read_plain

TEXT = "Vatten är en fråga för alla i kommunen, och det gäller både sjöar och åar."


def headings(text):
    return [block.text for block in read_plain(text) if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("demo-\nkrati", "demokrati"),
        ("demo- \n  krati", "demokrati"),
        ("kultur-\noch fritid", "kultur-\noch fritid"),
        ("barn-\neller ungdom", "barn-\neller ungdom"),
        ("Norr-\nLand", "Norr-\nLand"),
        ("och/\neller", "och/eller"),
        ("två ord\npå rad", "två ord\npå rad"),
    ],
)
def test_a_word_split_at_a_line_end_is_joined_and_a_compound_left_open_is_not(text, mended):
    assert mend_words(text) == mended


def test_a_word_that_is_written_with_a_hyphen_elsewhere_keeps_it():
    text = f"Vi har e-tjänster.\n\n{TEXT} Vi har e-\ntjänster."

    (_title, block) = read_plain(text)

    assert block.lines[-1].endswith("Vi har e-tjänster.")


def test_a_short_line_over_a_paragraph_is_its_heading():
    assert headings(f"Bakgrund\n{TEXT}\n\nSyfte\n\n{TEXT}") == ["Bakgrund", "Syfte"]


def test_a_heading_may_run_over_three_lines():
    assert headings(f"Hur kommunen\narbetar med\nvatten\n\n{TEXT}") == [
        "Hur kommunen arbetar med vatten"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "vatten med liten bokstav",
        "Vatten är allas.",
        "Vatten, sjöar,",
        "Vi ska:",
        "Är det så?",
        "DIARIENUMMER",
        "Vatten är en fråga om",
        "Vatten och",
        "Se www.example.org",
        "Det sägs så.3",
        "Nu. Och sedan",
        "x" * 151,
        "12345",
    ],
)
def test_a_line_that_is_a_sentence_or_a_scrap_is_no_heading(line):
    assert headings(f"{line}\n\n{TEXT}") == []


def test_a_line_that_is_printed_on_every_page_is_no_heading():
    page = f"Vattenplan för Älvsala\n\n{TEXT}\n\n"

    assert headings(page * 3) == []


def test_the_last_line_of_a_text_is_no_heading():
    assert headings(f"{TEXT}\n\nBilagor") == []


def test_of_short_lines_in_a_row_only_the_last_can_be_the_heading_of_what_follows():
    boxes = "Rena sjöar\n\nÖppna stränder\n\nKlart vatten\n\n"

    assert headings(f"{TEXT}\n\n{boxes}{TEXT}") == ["Klart vatten"]


def test_two_short_lines_are_headings_both():
    assert headings(f"Rena sjöar\n\nÖppna stränder\n\n{TEXT}") == ["Rena sjöar", "Öppna stränder"]


def test_a_page_break_parts_paragraphs():
    first, second = read_plain(f"{TEXT}\n {TEXT}")

    assert (first, second) == (Lines([TEXT]), Lines([TEXT]))


def test_lists_are_read_as_anywhere_else():
    assert isinstance(read_plain(f"{TEXT}\n\n• mäta\n• lära")[1], Items)


def test_an_area_with_its_title_on_the_line_below_is_one_heading():
    document = parse_document(f"Vattenplan\n\n{TEXT}\n\nFokusområde 1:\nRena sjöar\n\n{TEXT}")

    assert document.area_levels == (2,)


def test_the_mark_of_a_note_at_the_end_of_a_sentence_makes_it_no_heading():
    assert headings(f"Så är det sagt.12\n\n{TEXT}") == []
