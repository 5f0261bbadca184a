"""Tables stand under the goals that the boxes of a figure count up."""

import pytest

from tests.plandocs.importing import reading

TABLE = "Pågår\tPlaneras\nMätning\t\n\tInventering\n"
SLIDES = f"""Vattnet är allas

*I Älvsala dricker
alla ur kranen.*

Kommunfullmäktiges vision för vattnet

Planen i korthet

Alla ansvarar för vattnet.

Planens mål

**Älvsala har
rena sjöar**

**Älvsala har
levande stränder**

**Älvsala har gott
dricksvatten**

**Älvsala lär
om vatten**

Inriktningsmål: Älvsala har rena sjöar, för badande

{TABLE}
Inriktningsmål: Älvsala har gott dricksvatten

{TABLE}
Inriktningsmål: Älvsala har levande stränder

{TABLE}"""


@pytest.fixture(scope="module")
def structure():
    return reading.structure(SLIDES)


def test_the_goals_in_the_boxes_are_listed_and_are_no_sections(structure):
    assert structure["goals_listed"] == [
        "Älvsala har rena sjöar",
        "Älvsala har levande stränder",
        "Älvsala har gott dricksvatten",
        "Älvsala lär om vatten",
    ]
    assert "Älvsala lär om vatten" not in structure["section_outline"]


def test_each_table_says_which_goal_it_stands_under(structure):
    assert [table["goal_order_in_plan"] for table in structure["tables"]] == [1, 3, 2]
    assert structure["table_columns"] == ["Pågår", "Planeras"]
    assert structure["tables"][0]["rows"] == [
        {"pagar": "Mätning", "planeras": None},
        {"pagar": None, "planeras": "Inventering"},
    ]


def test_a_vision_set_apart_over_its_caption_is_found_with_whose_it_is(structure):
    assert structure["vision"] == "I Älvsala dricker alla ur kranen."
    assert structure["vision_owner"] == "Kommunfullmäktige"
