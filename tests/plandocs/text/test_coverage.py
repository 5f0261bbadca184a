"""A text is divided into the parts a reader would name, and each part knows its own words."""

import copy
from types import SimpleNamespace

from plandocs.text.canonical import fingerprints
from plandocs.text.coverage import (
    covered_ids,
    easy_read_coverage,
    fields_in_swedish,
    freshness_of,
    translation_coverage,
)
from plandocs.text.parts import Part, parts_of


def block(kind, block_id, **value):
    return {"type": kind, "id": block_id, "value": value}


def easy(*covers):
    return block("easy_read", "e", covers=[{"type": "item", "id": "i", "value": c} for c in covers])


TEXT = [
    block("paragraph", "p0", text="<p>Först.</p>"),
    block(
        "section",
        "s1",
        number="1",
        heading="Mål",
        content=[
            block("paragraph", "p1", text="<p>Om målen.</p>"),
            block("goal", "g1", text="Alla cyklar."),
            block("subsection", "s11", number="1.1", heading="Vägar", content=[]),
            block("focus_area", "f1", number="", title="Skolor", measures=[]),
        ],
    ),
    block(
        "section",
        "s2",
        number="",
        heading="Uppföljning",
        content=[block("paragraph", "p2", text="")],
    ),
]


def test_the_parts_are_the_lowest_headings_and_what_stands_loose_above_them():
    assert parts_of(TEXT) == [
        Part("", ("p0",)),
        Part("1 Mål", ("p1", "g1")),
        Part("1.1 Vägar", ("s11",)),
        Part("Skolor", ("f1",)),
        Part("Uppföljning", ("s2",)),
    ]


def test_an_empty_text_has_no_parts():
    assert parts_of([]) == []


def test_covering_a_chapter_covers_all_that_stands_in_it():
    prints = fingerprints(TEXT)

    found = freshness_of({"covers": {"s1": prints["s1"]}}, TEXT)

    assert [part.label for part in found.not_covered] == ["", "Uppföljning"]


def test_covering_a_paragraph_covers_the_part_it_stands_in():
    prints = fingerprints(TEXT)

    found = freshness_of({"covers": {"p2": prints["p2"], "g1": prints["g1"]}}, TEXT)

    assert [part.label for part in found.not_covered] == ["", "1.1 Vägar", "Skolor"]


def test_an_empty_coverage_covers_nothing():
    assert len(freshness_of({}, TEXT).not_covered) == 5


def test_a_print_does_not_depend_on_ids_but_on_words():
    here = fingerprints([block("paragraph", "a", text="Samma ord.", footnotes=[])])
    there = fingerprints([block("paragraph", "b", text="Samma ord.", footnotes=[])])
    other = fingerprints([block("paragraph", "a", text="Andra ord.", footnotes=[])])

    assert here["a"] == there["b"]
    assert here["a"] != other["a"]


def test_covered_blocks_are_named_once_in_order_and_trimmed():
    assert covered_ids([easy("b", " a "), easy("a", "c"), TEXT[0]]) == ["b", "a", "c"]


def test_a_page_in_swedish_has_nothing_to_mark():
    page = SimpleNamespace(locale_id=1, title="Cykelplan", summary="")

    assert fields_in_swedish(page, page, ["title", "summary"]) == frozenset()


def test_what_reads_as_in_swedish_on_another_page_is_marked():
    swedish = SimpleNamespace(locale_id=1, title="Cykelplan", summary="Om cyklar")
    english = SimpleNamespace(locale_id=2, title="Cycling plan", summary="Om cyklar")

    assert fields_in_swedish(english, swedish, ["title", "summary"]) == {"summary"}


def test_what_is_stored_with_an_easy_to_read_text_counts_the_parts_it_retells():
    stored = easy_read_coverage([easy("s1", "gone")], source=TEXT, source_sha256="abc", number=3)

    assert stored == {
        "covers": {"s1": fingerprints(TEXT)["s1"]},
        "translated": 3,
        "total": 5,
        "source_sha256": "abc",
        "revision_number": 3,
    }


def test_what_is_stored_with_a_translation_counts_its_fields():
    stored = translation_coverage(fields={"b", "a"}, total=7, source_sha256="abc", number=3)

    assert stored == {
        "fields": ["a", "b"],
        "translated": 2,
        "total": 7,
        "source_sha256": "abc",
        "revision_number": 3,
    }


def test_a_part_that_reads_otherwise_or_not_at_all_is_no_longer_retold():
    found = freshness_of({"covers": {"p1": "another", "gone": "print"}}, TEXT)

    assert (found.changed, found.gone) == (("p1",), ("gone",))
    assert not found.is_fresh


def test_a_text_that_is_retold_as_it_reads_is_fresh():
    assert freshness_of({"covers": {"p1": fingerprints(TEXT)["p1"]}}, TEXT).is_fresh


def test_a_footnote_has_a_print_of_its_own_and_covering_it_covers_its_part():
    note = {"type": "item", "id": "n", "value": {"mark": "1", "text": "Not"}}
    text = [block("paragraph", "p", text="<p>a</p>", footnotes=[note])]
    prints = fingerprints(text)

    found = freshness_of({"covers": {"n": prints["n"]}}, text)

    assert prints.keys() == {"p", "n"}
    assert found.not_covered == ()


def test_which_body_a_name_stands_for_is_no_part_of_a_print():
    def named(key):
        lead = [{"type": "item", "id": "b", "value": {"organisation": key, "as_printed": "Skolan"}}]
        measure = {"type": "item", "id": "m", "value": {"title": "a", "lead": lead}}
        return [{"type": "measures", "id": "l", "value": [measure]}]

    assert fingerprints(named(1)) == fingerprints(named(2))


def test_taking_prints_leaves_the_text_alone():
    before = copy.deepcopy(TEXT)

    fingerprints(TEXT)

    assert before == TEXT
