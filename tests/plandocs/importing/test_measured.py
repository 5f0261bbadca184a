"""The import is measured against documents that have been read by hand, where those are at hand."""

import json
from pathlib import Path

import pytest

from plandocs.importing import parse_document, read_text, to_blocks
from tests.plandocs.importing import reading

SHARED = Path(__file__).resolve().parents[4] / "shared"
STRATEGY = "000_53e8c6bc2cc7cdde"
REGIONAL_PLAN = "003_cf0233d3ab02592d"
SLIDES = "004_1ad6448ef08cc064"

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the documents read by hand are not at hand"
)


def gold(name):
    return json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))


def structure(name):
    return reading.structure(read_text(SHARED / "documents" / f"{name}.txt"))


def imported(name):
    return parse_document(read_text(SHARED / "documents" / f"{name}.txt"))


@pytest.mark.parametrize(
    "key",
    [
        "contains",
        "municipality",
        "authority_type",
        "case_number",
        "cover_letter",
        "document",
        "changes_since_last_version",
        "vision",
        "main_goal",
        "focus_areas_listed_in_overview",
        "section_outline",
        "focus_areas",
        "definitions",
        "footnotes",
        "counts",
    ],
)
def test_the_strategy_is_read_as_a_person_reads_it(key):
    assert structure(STRATEGY)[key] == gold(STRATEGY)[key]


def test_every_footnote_of_the_strategy_stands_after_the_right_words():
    anchors = {one["number"]: one["after"] for one in structure(STRATEGY)["footnote_anchors"]}

    for expected in gold(STRATEGY)["footnote_anchors"]:
        assert anchors[expected["number"]].endswith(expected["after"])
    assert len(anchors) == 6


def test_what_the_memo_retells_has_the_right_days_bodies_and_outcomes():
    def facts(events):
        return [(e["date"], e.get("period"), e["body"], e["action"]) for e in events]

    told = structure(STRATEGY)["decisions"]

    assert facts(told) == facts(gold(STRATEGY)["decisions"])
    assert len(told[-1]["reason"]) == len(gold(STRATEGY)["decisions"][-1]["reason"])


def test_the_misspelt_body_of_the_strategy_is_put_right():
    expected = gold(STRATEGY)["corrections"][0]

    (correction,) = structure(STRATEGY)["corrections"]

    assert correction["as_printed"] == expected["as_printed"]
    assert correction["corrected"] == expected["corrected"]


def test_every_footnote_of_the_strategy_is_in_the_block_where_it_is_anchored():
    blocks = to_blocks(imported(STRATEGY), organisations={}, namespace="x")

    found = []
    stack = list(blocks)
    while stack:
        value = stack.pop(0)["value"]
        for note in value.get("footnotes", []):
            mark = note["value"]["mark"]
            assert f"<sup>{mark}</sup>" in value["text"]
            found.append(mark)
        stack = value.get("content", []) + stack
    assert sorted(found) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    "key",
    [
        "contains", "municipality", "authority", "authority_type", "partners", "case_number",
        "vision", "main_goal", "purpose", "strategic_direction", "sub_goals", "contributions",
        "goals", "footnotes",
    ],
)  # fmt: skip
def test_the_facts_of_the_regional_plan_are_found_in_text_without_markdown(key):
    assert structure(REGIONAL_PLAN)[key] == gold(REGIONAL_PLAN)[key]


def test_the_regional_plan_has_its_title_its_period_and_its_headings():
    told, expected = structure(REGIONAL_PLAN), gold(REGIONAL_PLAN)

    for key in ("title", "type", "period"):
        assert told["document"][key] == expected["document"][key]
    plain = [
        line for line in expected["section_outline"] if "…" not in line and "genom" not in line
    ]
    plain = [line.removesuffix(" (tabeller)") for line in plain]
    assert [line for line in told["section_outline"] if line in plain] == plain


@pytest.mark.parametrize(
    "key", ["tables", "table_columns", "goals_listed", "vision", "vision_owner", "main_goal"]
)
def test_the_slides_are_read_as_a_person_reads_them(key):
    assert structure(SLIDES)[key] == gold(SLIDES)[key]


@pytest.mark.parametrize("path", sorted(SHARED.glob("documents/*.txt")), ids=lambda path: path.name)
def test_every_document_at_hand_is_read_into_blocks(path):
    document = parse_document(read_text(path))

    assert document.title
    assert reading.of_type(reading.stream_of(document), "section")
