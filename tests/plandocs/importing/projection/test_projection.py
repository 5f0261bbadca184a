"""What is told of an imported text is read from the blocks that a page stores."""

import json
from dataclasses import replace

import pytest

from plandocs.blocks import PlanBodyBlock
from plandocs.importing import parse_document, structure_of, to_blocks
from plandocs.importing.imported import CoverLetter, Facts
from tests.plandocs.importing.projection.conftest import area, block, measure, paragraph, section
from tests.plandocs.importing.projection.conftest import told as told_of
from tests.plandocs.importing.reading import stream_of


def test_the_tree_that_the_blocks_were_made_from_has_no_say(text):
    document = parse_document(text)
    stream = to_blocks(document, organisations={}, namespace="x")
    bare = replace(document, children=(), footnotes=(), bodies=())

    assert structure_of(stream, bare) == structure_of(stream, document)


def test_blocks_that_have_been_kept_by_a_page_tell_the_same(text):
    document, stream = parse_document(text), stream_of(text)

    kept = PlanBodyBlock().get_prep_value(PlanBodyBlock().to_python(stream))

    assert structure_of(kept, document) == structure_of(stream, document)


def test_what_is_told_is_plain_json(text):
    structure = structure_of(stream_of(text), parse_document(text))

    assert json.loads(json.dumps(structure)) == structure


def test_what_an_editor_changes_in_a_block_is_told_as_changed():
    stream = stream_of("# Plan\n\n## Sjöar\n\n- Mäta.\n  Ansvar: Miljönämnden\n")
    stream[0]["value"]["measures"][0]["value"]["text"] = '<p data-block-key="a">Städa.</p>'

    (changed,) = told_of(*stream)["focus_areas"]

    assert changed["measures"][0]["text"] == "Städa."


def test_of_an_empty_page_nothing_is_told(nothing):
    assert nothing["contains"] == ["dokument"]
    assert nothing["section_outline"] == nothing["focus_areas"] == nothing["tables"] == []
    assert nothing["counts"] == {
        "focus_areas": 0,
        "measures": 0,
        "measures_per_area": [],
        "footnotes": 0,
        "definitions": 0,
        "events": 0,
        "events_with_full_date": 0,
    }


@pytest.mark.parametrize("kind", ["paragraph", "definition", "table", "goal", "focus_area"])
def test_a_block_whose_fields_are_all_empty_does_no_harm(kind):
    fields = {"table": {"data": [[""]]}} if kind == "table" else {}

    assert told_of(block(kind, **fields))["section_outline"] is not None


def test_sections_of_every_depth_are_listed_in_reading_order():
    deep = section("A1a", kind="subsubsection")

    structure = told_of(
        section("A", paragraph("<p>x</p>"), section("A1", deep, kind="subsection")), section("B")
    )

    assert structure["section_outline"] == ["A", "A1", "A1a", "B"]


def test_text_before_the_first_section_is_called_by_the_title_shortened_where_it_has_years():
    opening = paragraph("<p>Vatten är allas.</p>")

    long = told_of(opening, title="Strategi för levande vatten 2026–2030", period=(2026, 2030))
    short = told_of(opening, title="Strategi för levande vatten i hela kommunen")

    assert long["section_outline"] == ["Strategi … 2026–2030 (inledning)"]
    assert short["section_outline"] == ["Strategi för levande vatten i hela kommunen (inledning)"]


def test_only_the_section_that_opens_with_the_overview_is_a_list():
    listed = paragraph("<ul><li>Rena sjöar.</li><li>Stränder</li></ul>")
    stream = [
        section("Områden", listed),
        section("Mål", paragraph("<p>Vi vill:</p><ul><li>Rena sjöar</li><li>Stränder</li></ul>")),
        section("Tomt"),
    ]

    structure = told_of(*stream, overview=("Rena sjöar", "Stränder"))

    assert structure["section_outline"] == ["Områden (lista)", "Mål", "Tomt"]


def test_a_memo_alone_holds_no_plan():
    letter = CoverLetter(kind="tjänsteskrivelse")

    assert told_of(cover_letter=letter)["contains"] == ["tjänsteskrivelse"]
    assert told_of(section("Syfte"), cover_letter=letter, kind_as_printed="strategi")[
        "contains"
    ] == ["tjänsteskrivelse", "strategi (bilaga)"]


def test_the_levels_of_headings_in_the_file_stand_beside_the_areas():
    structure = told_of(area("A"), area("B"), area_levels=(3, 2))

    levels = [one["heading_level_in_file"] for one in structure["focus_areas"]]
    assert levels == [3, 2]


def test_an_area_that_came_with_no_file_has_no_level_in_one():
    assert "heading_level_in_file" not in told_of(area("A"))["focus_areas"][0]


def test_a_plan_of_no_municipality_is_the_county_boards_with_its_partners():
    facts = Facts(authority="Länsstyrelsen Norra län", partners=("Region Norr",))

    structure = told_of(facts=facts)

    assert structure["authority_type"] == "länsstyrelse"
    assert structure["partners"] == ["Region Norr"]


def test_a_municipalitys_plan_that_names_the_county_board_is_the_municipalitys():
    structure = told_of(facts=Facts(municipality="Älvsala kommun", authority="Länsstyrelsen X län"))

    assert structure["authority_type"] == "kommun"
    assert "authority" not in structure


def test_aims_that_no_block_holds_come_from_the_facts_and_are_null_where_nothing_is_said():
    assert told_of()["vision"] is None
    assert told_of(facts=Facts(vision="ett rent vatten"))["vision"] == "ett rent vatten"


def test_measures_are_counted_in_and_outside_areas():
    loose = {"type": "measures", "value": [], "id": "m"}
    loose["value"] = area("", measure("<p>Ett.</p>"))["value"]["measures"]

    structure = told_of(area("A", measure("<p>Två.</p>"), measure("<p>Tre.</p>")), loose)

    assert structure["counts"]["measures"] == 3
    assert structure["counts"]["measures_per_area"] == [2]
    assert [one["text"] for one in structure["measures_outside_focus_areas"]] == ["Ett."]
