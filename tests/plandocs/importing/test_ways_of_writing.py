"""Texts as municipalities write them: what is read right already, and what is to be (D1)."""

import unicodedata
from pathlib import Path

import pytest

from plandocs.importing import parse_document, read_text
from plandocs.importing.tree import Definition, FocusArea, Section, Table
from plandocs.vocabulary import PlanKind
from tests.plandocs.importing.reading import measures, nodes, of_type, stream_of, strings, words

INPUTS = Path(__file__).resolve().parents[4] / "shared" / "inputs"


def shared(name):
    """Return a text made by hand for this; such texts lie beside the project."""
    path = INPUTS / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand")
    return read_text(path)


def to_be_mended(*, by="D1", what=""):
    return pytest.mark.xfail(strict=True, reason=f"{by}: {what}")


def headings(document):
    return [section.heading for section in nodes(document, Section)]


# What holds.


def test_goals_to_be_reached_by_what_follows_have_their_measures_though_nobody_answers():
    document = parse_document(shared("04-measures-without-ansvar.md"))

    assert len(nodes(document, FocusArea)) == 2
    assert len(measures(document)) == 4


def test_printed_numbers_of_two_levels_are_kept_with_their_gaps():
    document = parse_document(shared("16-two-level-numbers.md"))

    assert [one.number for one in measures(document)] == ["2.1.1", "2.1.3"]


def test_decomposed_letters_are_read_as_composed_ones():
    decomposed, composed = shared("10-nfd.md"), shared("10b-nfc.md")

    assert stream_of(decomposed) == stream_of(composed)


def test_a_body_written_in_decomposed_letters_is_the_one_in_the_register():
    text = "# Plan\n\n## Sjöar\n\n- Mäta.\n  Ansvar: Äldrenämnden"
    register = {"Äldrenämnden": "Äldreomsorgsnämnden"}

    document = parse_document(unicodedata.normalize("NFD", text), register=register)

    assert [body.name for body in document.bodies] == ["Äldreomsorgsnämnden"]


def test_a_plan_of_four_hundred_measures_is_read_whole():
    document = parse_document(shared("11-plan-400.md"))

    assert len(nodes(document, FocusArea)) == 20
    assert len(measures(document)) == 400


def test_a_pipe_after_a_backslash_is_a_sign_in_its_cell():
    document = parse_document(
        "# Plan\n\n## A\n\n| Vem | Kostar |\n|---|---|\n| Vi | 9 kr \\| max |"
    )

    assert nodes(document, Table) == [Table((("Vem", "Kostar"), ("Vi", "9 kr | max")))]


def test_a_column_of_outcomes_never_ends_up_in_the_indicator():
    text = "# Plan\n\n## A\n\n| Mål | Indikator | Utfall |\n|---|---|---|\n| Rent | Prov | 12 |"

    (goal,) = measures(parse_document(text))

    assert goal.indicators == (("Prov", ""),)
    assert words(goal) == "Rent Utfall: 12"


# What is to hold.


@to_be_mended(what="the head of a file for machines")
def test_what_stands_between_the_lines_of_a_yaml_head_is_no_text():
    text = (
        '---\ntitle: "Vattenpolicy"\nsource: vatten.pdf\n---\n\n# Vattenpolicy\n\n## Syfte\n\nRent.'
    )

    assert not [one for one in strings(stream_of(text)) if "vatten.pdf" in one]


@to_be_mended(what="what is printed at the head of each page")
def test_a_page_head_that_is_printed_on_every_page_is_no_section_and_no_text():
    head = "# ÄLVSALA\n\n{}[3]\nMiljöförvaltningen\nDnr MN/2021:9\n\n"
    text = f"Vattenpolicy\nSyfte\nRent vatten.\n\n{head.format(1)}Ett.\n\n{head.format(2)}Två.\n"

    assert "ÄLVSALA" not in headings(parse_document(text))
    assert not [one for one in strings(stream_of(text)) if "[3]" in one]


@to_be_mended(what="a kind of document for a title")
def test_the_kind_of_document_alone_is_no_title_where_the_title_stands_below_it():
    document = parse_document("# POLICY\nPolicy för rent vatten\ni Älvsala.\n## Syfte\n\nRent.")

    assert document.title == "Policy för rent vatten i Älvsala"
    assert document.kind is PlanKind.POLICY


@to_be_mended(what="the number of the page")
def test_the_number_of_a_page_is_no_text():
    said = strings(stream_of("# Policy för vatten\n\n## Syfte\n\nRent.\n2/2\n\n## Mål\n\nMer."))

    assert not [one for one in said if "2/2" in one]


@to_be_mended(what="measures with headings of their own")
def test_a_measure_under_a_heading_of_its_own_belongs_to_the_area_above_it():
    one = (
        "### Åtgärd 1.{0} Prov {0}\nProv tas.\n**Ansvarig:** Miljönämnden\n**Tidplan:** 202{0}\n\n"
    )
    document = parse_document(
        f"# Plan\n\n## Fokusområde 1: Sjöar\n\n{one.format(1)}{one.format(2)}"
    )

    (area,) = nodes(document, FocusArea)

    assert (area.number, area.title) == ("1", "Sjöar")
    assert [(one.number, one.title) for one in area.measures] == [
        ("1.1", "Prov 1"),
        ("1.2", "Prov 2"),
    ]


@to_be_mended(what="terms without bold")
def test_a_term_over_its_meaning_is_defined_by_it():
    document = parse_document("# Plan\n\n## Begrepp\n\nDagvatten\nRegn som rinner av ytor.\n")

    assert [one.term for one in nodes(document, Definition)] == ["Dagvatten"]


@to_be_mended(what="terms in a table")
def test_a_table_of_terms_defines_them():
    rows = "| Begrepp | Betydelse |\n|---|---|\n| Å | Ett vatten |"

    document = parse_document(f"# Plan\n\n## Begrepp\n\n{rows}")

    assert [one.term for one in nodes(document, Definition)] == ["Å"]


@to_be_mended(what="captions")
def test_the_line_over_a_table_that_numbers_it_is_its_caption():
    document = parse_document(
        "# Plan\n\n## A\n\nTabell 1. Djup\n\n| Sjö | m |\n|---|---|\n| X | 4 |"
    )

    assert [table.caption for table in nodes(document, Table)] == ["Tabell 1. Djup"]


@to_be_mended(what="grid tables")
def test_a_table_drawn_with_plus_signs_is_a_table():
    drawn = "+-----+---+\n| Sjö | m |\n+=====+===+\n| X   | 4 |\n+-----+---+"

    document = parse_document(f"# Plan\n\n## A\n\n{drawn}")

    assert nodes(document, Table) == [Table((("Sjö", "m"), ("X", "4")))]


@to_be_mended(what="notes in tables")
def test_a_mark_in_a_cell_stays_there():
    text = "# Plan\n\n## A\n\n| Sjö | m |\n|---|---|\n| X | 4[^1] |\n\n[^1]: Se [kartan](https://e.org)."

    (table,) = of_type(stream_of(text), "table")

    assert "<sup>1</sup>" in table["table"]["data"][1][1]


def test_a_note_in_a_cell_keeps_at_least_its_words():
    text = "# Plan\n\n## A\n\n| Sjö | m |\n|---|---|\n| X | 4[^1] |\n\n[^1]: Se kartan."

    assert any("Se kartan." in one for one in strings(stream_of(text)))


@to_be_mended(what="text saved from Word")
def test_text_saved_from_word_has_its_areas_and_measures():
    text = (
        "Vattenplan 2026–2028\nVi vill ha rent vatten.\nFokusområde 1: Sjöar\n"
        "Under perioden ska kommunen:\n    • Mäta. Ansvar: Miljönämnden\n"
        "    • Bygga. Ansvar: Miljönämnden\nFokusområde 2: Åar\nVi ska:\n"
        "    • Rensa. Ansvar: Vattenhem\n"
    )

    document = parse_document(text)

    assert [area.title for area in nodes(document, FocusArea)] == ["Sjöar", "Åar"]
    assert len(measures(document)) == 3


@to_be_mended(what="text out of a PDF")
def test_a_bullet_alone_on_its_line_marks_the_item_below_it():
    text = (
        "Vattenplan\n\nVatten är allas, i sjö och å.\n\nVi ska:\n•\n\nMäta. Ansvar: Vattenhem\n\n"
    )

    document = parse_document(f"{text}•\n\nBygga. Ansvar: Miljönämnden\n")

    assert [words(one) for one in measures(document)] == ["Mäta.", "Bygga."]
