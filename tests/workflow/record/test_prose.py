"""The parts of a running sentence, and rich text as paragraphs."""

import pytest
from django.utils import translation

from workflow.documents.rich_text import paragraphs_of
from workflow.procedure.consequence import RECORDABLE
from workflow.record.deviations import deviation_sentence
from workflow.record.differing import differing, differing_lines
from workflow.record.prose import (
    in_words,
    listed,
    own_words,
    place_in_words,
    place_of_change,
    quoted,
    said,
    sentence,
)


@pytest.fixture(autouse=True)
def swedish():
    with translation.override("sv"):
        yield


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_a_list_ends_with_och(parts, text):
    assert listed(parts) == text


@pytest.mark.parametrize(("number", "text"), [(2, "två"), (12, "tolv"), (13, "13"), (0, "0")])
def test_numbers_up_to_twelve_are_written_in_letters(number, text):
    assert in_words(number) == text


@pytest.mark.parametrize(
    ("words", "inside", "alone"),
    [
        ("Gör så.", "”Gör så”", "”Gör så.”"),
        ("Gör så", "”Gör så”", "”Gör så.”"),
        ("Varför?", "”Varför?”", "”Varför?”"),
        ("Sade ”nej” \n till det", "”Sade ’nej’ till det”", "”Sade ’nej’ till det.”"),
    ],
)
def test_a_quotation_ends_as_its_place_in_the_sentence_asks(words, inside, alone):
    assert quoted(words) == inside
    assert said(words) == alone


def test_a_long_quotation_is_cut_between_words():
    assert quoted("ett långt stycke text", limit=12) == "”ett långt …”"


def test_the_municipalitys_own_words_become_a_whole_sentence():
    assert own_words("  det görs\nredan ") == "Det görs redan."
    assert own_words("") == ""


def test_a_sentence_begins_with_a_capital_whatever_stands_first():
    assert sentence("ålands nämnd") == "Ålands nämnd"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("", ""),
        ("Bakgrund", "”Bakgrund”"),
        ("Insatser › Trygga vägar", "”Trygga vägar”"),
        ("Insatser › Trygga vägar › 1.1", "”Trygga vägar, 1.1”"),
        ("Insatser › " + "å" * 60, f"”{'å' * 60} …”"),
    ],
)
def test_a_place_is_called_by_its_heading(place, text):
    assert place_in_words(place) == text


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("Alla ska cykla.", "Alla barn ska cykla.", "", "barn"),
        ("Alla barn ska cykla.", "Alla ska cykla.", "barn", ""),
        ("Låna en cykel.", "Låna en elcykel.", "cykel", "elcykel"),
        ("Låna en cykel.1", "Låna en elcykel.1", "cykel", "elcykel"),
        ("nätet ”Mot våld” finns", "nätet ”Fri från våld” finns", "Mot våld", "Fri från våld"),
        ("år 2026", "år 2027", "2026", "2027"),
        ("del 12.", "del 22.", "12", "22"),
        ("", "Nytt stycke.", "", "Nytt stycke."),
        ("a ”Mot våld” b ”Mot våld”", "a ”Fri nu” b ”Fri nu”", "Mot våld", "Fri nu"),
        ("en katt och en hund", "en ko och en häst", "katt och en hund", "ko och en häst"),
        ("samma ord", "samma ord", "", ""),
        ("en a (två b) c", "en a (tre b) c", "(två b)", "(tre b)"),
    ],
)
def test_only_the_words_that_differ_are_shown(before, after, old, new):
    assert differing(before, after) == (old, new)


def test_what_differs_in_the_cells_of_a_table_is_laid_side_by_side():
    before, after = "Mål\nFärre\nEn lägre andel\nFärre", "Mål\nHögst 12\nHögst 15\nHögst 12"

    assert differing_lines(before, after) == [("Färre", "Högst 12"), ("En lägre andel", "Högst 15")]
    assert differing_lines("ett\ntvå", "ett") == []


@pytest.mark.parametrize(
    ("place", "before", "after", "called"),
    [
        ("Ljus › Gå höst och vår.", "Gå höst.\nKS", "Gå höst och vår.\nKS", "”Gå höst”"),
        ("Ljus › 1.1", "1.1\nGå höst.", "1.1\nGå vår.", "”Ljus, 1.1”"),
        ("Ljus › Gå höst.", "", "Gå höst.", "”Gå höst”"),
        ("", "a", "b", ""),
    ],
)
def test_a_measure_without_number_is_called_by_the_words_it_had(place, before, after, called):
    assert place_of_change(place, before, after) == called


def test_a_name_that_was_cut_ends_with_a_whole_word():
    name = "Starta gårdsråd i varje kvarter, tillsammans med fritidsgårdarna"[:60]

    assert place_in_words(f"Grannskap › {name}") == (
        "”Starta gårdsråd i varje kvarter, tillsammans med …”"
    )


def test_every_rule_that_may_be_departed_from_has_a_sentence():
    sentences = {code: deviation_sentence(code) for code in RECORDABLE}

    assert all(text != code and text.endswith(".") for code, text in sentences.items())


def test_a_code_that_is_not_known_is_not_lost():
    assert deviation_sentence("older_code") == "older_code"


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("", ()),
        ("<p>Ett.</p><p></p><p>Två &amp; <b>tre</b>.</p>", ("Ett.", "Två & tre.")),
        ("<ul><li>ett</li><li>två</li></ul>", ("– ett", "– två")),
        ("<ol><li>ett</li><li>två</li></ol><p>Slut</p>", ("1. ett", "2. två", "Slut")),
        (
            "<ol><li>ett<ul><li>a</li></ul></li><li>två</li></ol>",
            ("1. ett", "– a", "2. två"),
        ),
        ("Utan taggar", ("Utan taggar",)),
        ("<p>rad<br/>rad</p>", ("rad\nrad",)),
    ],
)
def test_rich_text_becomes_paragraphs(html, paragraphs):
    assert paragraphs_of(html) == paragraphs
