"""The words of a block are what a reader reads of it, in order, one line after the other."""

import pytest

from plandocs.text.text_blocks import blocks_of_stream, find_block
from plandocs.text.words import lines, plain, words_of
from tests.plandocs.text.streams import block, body, items, table

MEASURE = {
    "number": "1.1",
    "title": "Lampor",
    "text": "<p>Sätt upp lampor.</p>",
    "lead": items(a=body(None, "Gatukontoret")),
    "collaborating": items(b=body(None, "Skolan")),
    "co_responsible": [],
    "responsible_as_printed": "Gatukontoret, Skolan",
    "level": "Hög",
    "indicators": items(c={"text": "Antal", "frequency": "Varje år"}),
    "deadline": "2028",
}


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "a\nb"),
        ("<p>a<br/>b</p>", "a\nb"),
        ("<h2>a</h2><p>b</p>", "a\nb"),
        ("<p>a <b>b</b> c</p>", "a b c"),
        ("<p>a &amp; b &lt; c</p>", "a & b < c"),
        ("<p> a </p><p></p>", "a"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_rich_text_is_read_line_by_line_without_its_markup(html, words):
    assert plain(html) == words


def test_lines_that_say_nothing_are_left_out():
    assert lines(" a \n\n \n b") == "a\nb"


def test_a_measure_is_read_field_by_field_in_the_order_of_the_definition():
    assert words_of("measure", MEASURE).split("\n") == [
        *("1.1", "Lampor", "Sätt upp lampor.", "Gatukontoret", "Skolan", "Hög", "Antal"),
        *("Varje år", "2028"),
    ]


def test_the_printed_line_is_read_last_where_it_says_more_than_the_names():
    measure = {**MEASURE, "responsible_as_printed": "Gatukontoret med Skolan"}

    assert words_of("measure", measure).endswith("2028\nGatukontoret med Skolan")


@pytest.mark.parametrize("line", ["", None, "Gatukontoret, Skolan"])
def test_a_printed_line_that_says_no_more_is_not_read_twice(line):
    words = words_of("measure", {**MEASURE, "responsible_as_printed": line})

    assert words == words_of("measure", MEASURE)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("goal", {"kind": "vision", "text": "Alla cyklar."}, "Alla cyklar."),
        ("image", {"image": 7, "alt": "En karta", "caption": ""}, "En karta"),
        ("easy_read", {"heading": "Kort", "text": "<p>a</p>", "covers": items(x="y")}, "Kort\na"),
        (
            "table",
            {
                "caption": "Cyklar",
                "table": table(
                    ["År", None], ["2026"], table_caption="Not", table_header_choice="x"
                ),
            },
            "Cyklar\nÅr\n2026\nNot",
        ),
        ("title", {"text": " Plan \n för cykel"}, "Plan\nför cykel"),
    ],
)
def test_what_is_no_words_is_not_read(kind, value, words):
    assert words_of(kind, value) == words


def found(stream, name):
    return next(one for one in blocks_of_stream(stream) if one.text.startswith(name))


def test_a_block_has_its_place_in_words_and_no_words_but_its_own():
    stream = [
        block(
            "section",
            "s",
            number="1",
            heading="Vägar",
            content=[block("definition", "d", term="Cykelväg", text="<p>a</p>", footnotes=[])],
        )
    ]

    section, definition = blocks_of_stream(stream)

    assert (section.place, section.name, section.heading) == ("Vägar", "Vägar", "")
    assert section.text == "1\nVägar"
    assert (definition.place, definition.heading) == ("Vägar › Cykelväg", "Vägar")
    assert definition.parent == section.id
    assert definition.is_of_a_named_kind


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"number": "1.1", "title": "Lampor", "text": "<p>a</p>"}, "1.1"),
        ({"number": "", "title": "Lampor", "text": "<p>a</p>"}, "Lampor"),
        ({"number": "", "title": "", "text": f"<p>{'ord ' * 40}</p>"}, ("ord " * 15)),
        ({"number": "", "title": "", "text": ""}, ""),
    ],
    ids=["number", "title", "first words", "nothing"],
)
def test_a_measure_goes_by_its_number_else_its_title_else_its_first_words(values, name):
    area = block("focus_area", "f", title="Skolor", measures=items(m=values))

    _area, measure = blocks_of_stream([area])

    assert measure.place == f"Skolor › {name}"


def test_a_list_of_measures_is_a_block_without_words():
    listed = {"type": "measures", "id": "l", "value": items(m=MEASURE)}

    first, measure = blocks_of_stream([listed])

    assert (first.kind, first.text, first.value) == ("measures", "", {})
    assert measure.parent == "l"
    assert not first.is_of_a_named_kind


def test_a_block_is_found_by_a_phrase_whatever_the_white_space():
    stream = [
        block("paragraph", "a", text="<p>Alla\n  cyklar.</p>", footnotes=[]),
        block("paragraph", "b", text="<p>Alla cyklar till skolan.</p>", footnotes=[]),
    ]

    blocks = blocks_of_stream(stream)

    assert find_block(blocks, "Alla  cyklar") == blocks[0]
    assert find_block(blocks, "till\nskolan") == blocks[1]
    assert find_block(blocks, "saknas") is None
