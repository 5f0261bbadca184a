"""Tables that a PDF has laid out line by line are put together again."""

import pytest

from plandocs.importing import parse_document, to_blocks
from plandocs.importing.tree import FocusArea
from tests.plandocs.importing import reading

PLAN = """Vattenplan 2026–2029

Länet mår bra.

Målen
Planen är framtagen av Länsstyrelsen Norra län i samverkan med Region Norra län och Vattenrådet.

Rena sjöar

Målsättningar Indikatorer/uppföljning Frekvens

Mindre näring i sjöarna (t.ex. fosfor (P), kväve)

Länsstyrelsens mätning,
Vattenrådets upp-
följning av bottnar

Årsvis

Fler våtmarker

Kommunernas svar Vartannat år

Levande stränder

Mål Indikator Frekvens

Öppna stränder

Inventering

Löpande

Detta är slutet på planen.
"""


@pytest.fixture(scope="module")
def structure():
    return reading.structure(PLAN)


def test_each_area_has_its_goals_with_indicators_and_how_often(structure):
    assert structure["goals"] == [
        {
            "order": 1,
            "title": "Rena sjöar",
            "rows": [
                {
                    "id": "1.1",
                    "text": "Mindre näring i sjöarna",
                    "examples": "t.ex. fosfor (P), kväve",
                    "indicators": [
                        "Länsstyrelsens mätning",
                        "Vattenrådets uppföljning av bottnar",
                    ],
                    "frequency": "Årsvis",
                },
                {
                    "id": "1.2",
                    "text": "Fler våtmarker",
                    "examples": None,
                    "indicators": ["Kommunernas svar"],
                    "frequency": "Vartannat år",
                },
            ],
        },
        {
            "order": 2,
            "title": "Levande stränder",
            "rows": [
                {
                    "id": "2.1",
                    "text": "Öppna stränder",
                    "examples": None,
                    "indicators": ["Inventering"],
                    "frequency": "Löpande",
                }
            ],
        },
    ]
    assert structure["counts"]["rows_per_goal"] == [2, 1]
    assert structure["counts"]["indicator_mentions"] == 4


def test_the_goals_are_measures_of_their_areas_in_the_text():
    document = parse_document(PLAN)

    assert [area.title for area in reading.nodes(document, FocusArea)] == [
        "Rena sjöar",
        "Levande stränder",
    ]
    (first, *_rest) = reading.measures(document)
    assert first.indicators == (
        ("Länsstyrelsens mätning", "Årsvis"),
        ("Vattenrådets uppföljning av bottnar", "Årsvis"),
    )
    assert "Detta är slutet på planen." in str(to_blocks(document, organisations={}, namespace="x"))


def test_the_same_table_in_markdown_is_read_in_the_same_way():
    text = """# Vattenplan

## Rena sjöar

| Mål | Indikator | Frekvens |
|-----|-----------|----------|
| Mindre näring | Mätning; Prov | Årsvis |
"""

    (goal,) = reading.structure(text)["goals"]

    assert goal["title"] == "Rena sjöar"
    assert goal["rows"][0]["indicators"] == ["Mätning", "Prov"]


def test_a_line_of_heads_without_any_row_stays_in_the_text():
    text = "Vattenplan\n\nMål Indikator Frekvens\n\nEfter detta kommer ingen tabell alls.\n"

    blocks = str(to_blocks(parse_document(text), organisations={}, namespace="x"))

    assert "Mål Indikator Frekvens" in blocks
    assert "Efter detta kommer ingen tabell alls." in blocks


def test_who_made_it_and_with_whom(structure):
    assert structure["authority"] == "Länsstyrelsen Norra län"
    assert structure["authority_type"] == "länsstyrelse"
    assert structure["partners"] == ["Region Norra län", "Vattenrådet"]


def test_what_each_body_contributes_is_listed():
    text = """# Plan

## Delmål

- Klart vatten.

## Ansvar

Region Norr bidrar genom att:

- mäta
- lära
"""

    structure = reading.structure(text)

    assert structure["sub_goals"] == ["Klart vatten."]
    assert structure["contributions"] == [{"body": "Region Norr", "items": ["mäta", "lära"]}]
