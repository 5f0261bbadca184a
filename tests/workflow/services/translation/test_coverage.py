"""A text is divided into the parts a reader would name, and each part knows its own words."""

from types import SimpleNamespace

from plandocs.text.coverage import (
    Part,
    covered_ids,
    fields_in_swedish,
    fingerprints,
    freshness_of,
    parts_of,
)


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
