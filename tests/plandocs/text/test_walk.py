"""One walk gives every block in reading order, with its place, and all that is in it."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from plandocs.text.entries import entries_in
from plandocs.text.fields import Holds
from plandocs.text.schema import kind_of
from plandocs.text.stored import copied, items_of, stream_of
from plandocs.text.walk import tree, walk
from tests.plandocs.text.compare.any_body import bodies
from tests.plandocs.text.kept_text import KEPT_TEXT
from tests.plandocs.text.streams import block, id_of, items, page_of, table

SETTINGS = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
MEASURE = {"number": "1", "title": "Lampor", "text": "<p>a</p>"}
TEXT = [
    block("paragraph", "p", text="<p>a</p>", footnotes=items(n={"mark": "1", "text": "Not"})),
    block(
        "section",
        "s",
        number="1",
        heading="Vägar",
        content=[
            block("goal", "g", kind="vision", text="b"),
            block(
                "subsection",
                "t",
                number="",
                heading="Stigar",
                content=[{"type": "measures", "id": id_of("l"), "value": items(m=MEASURE)}],
            ),
        ],
    ),
    block("focus_area", "f", title="Skolor", measures=items(k=MEASURE)),
]


def names_of(blocks):
    names = {id_of(name): name for name in "psgtlmfk"}
    return "".join(names[one.id] for one in blocks)


def found(name):
    [one] = [one for one in walk(TEXT) if one.id == id_of(name)]
    return one


def test_blocks_come_in_reading_order_each_before_those_that_stand_in_it():
    assert names_of(walk(TEXT)) == "psgtlmfk"


def test_a_tree_has_the_outermost_blocks_with_those_that_stand_in_them():
    outermost = tree(TEXT)

    assert names_of(outermost) == "psf"
    assert names_of(outermost[1].children) == "gt"


def test_a_block_knows_its_kind_and_what_it_stands_in():
    measure = found("m")

    assert measure.kind is kind_of("measure")
    assert names_of(measure.lineage()) == "mlts"


def test_a_block_stands_under_the_headings_above_it_but_not_its_own():
    assert found("t").under == ("Vägar",)
    assert found("t").name == "Stigar"
    assert found("m").under == ("Vägar", "Stigar")
    assert found("k").under == ("Skolor",)


def test_a_heading_without_words_is_no_heading_to_stand_under():
    text = [block("section", "s", number="", heading="", content=[block("goal", "g", text="b")])]

    assert [one.under for one in walk(text)] == [(), ()]


def test_the_path_of_a_block_is_that_of_the_translators():
    assert found("k").path == f"{id_of('f')}.measures.{id_of('k')}"
    assert found("m").path == ".".join(
        [id_of("s"), "content", id_of("t"), "content", id_of("l"), id_of("m")]
    )


def test_what_is_a_blocks_own_is_all_but_the_blocks_in_it():
    assert found("s").own == {"number": "1", "heading": "Vägar"}
    assert found("m").own == MEASURE
    assert found("l").own == {}


def test_the_entries_of_a_block_come_in_the_order_of_its_fields_whatever_that_of_its_keys():
    value = TEXT[0]["value"]
    turned = {name: value[name] for name in reversed(value)}

    paths = [entry.field.path for entry in entries_in(kind_of("paragraph"), turned)]

    assert paths == [
        "paragraph.text",
        "paragraph.footnotes",
        "paragraph.footnotes",  # the item
        "paragraph.footnotes.mark",
        "paragraph.footnotes.text",
    ]


def test_an_item_of_a_list_has_its_id_and_its_fields_an_address():
    item, mark, _text = found("p").entries[2:]

    assert item.item == TEXT[0]["value"]["footnotes"][0]
    assert mark.item is None
    assert mark.address == f".footnotes.{id_of('n')}.mark"


def test_a_list_that_is_stored_without_ids_is_read_all_the_same():
    bare = block("paragraph", "p", text="", footnotes=[{"mark": "1", "text": "Not"}])

    [one] = walk([bare])

    assert [entry.words for entry in one.entries if entry.words] == ["1", "Not"]
    assert list(items_of(["a", *items(n="b")])) == [("", "a"), (id_of("n"), "b")]


def test_a_table_has_its_cells_row_by_row_and_its_caption():
    one = block("table", "t", caption="", table=table(["År", None], ["2026"], table_caption="Kort"))

    [found] = walk([one])

    cells = [(entry.value, entry.cell) for entry in found.entries if entry.cell]
    assert cells == [("År", (0, 0)), (None, (0, 1)), ("2026", (1, 0))]
    assert found.entries[-1].words == "Kort"
    assert found.entries[2].address == ".table.r0c0"


@pytest.mark.parametrize("value", [None, "", {}, {"data": None}, {"data": [None, []]}])
def test_a_table_without_cells_has_none(value):
    [one] = walk([block("table", "t", caption="", table=value)])

    assert not [entry for entry in one.entries if entry.cell]


def test_only_words_are_words():
    value = {"kind": "vision", "text": "Alla cyklar"}

    entries = entries_in(kind_of("goal"), value)

    assert [(entry.value, entry.words) for entry in entries] == [
        ("vision", ""),
        ("Alla cyklar", "Alla cyklar"),
    ]


def test_a_field_that_is_not_stored_is_there_and_empty():
    entries = entries_in(kind_of("quote"), {"text": "Cykla!"})

    assert [entry.value for entry in entries] == ["Cykla!", None]


def test_what_is_written_in_a_copy_leaves_the_stream_alone():
    before = copy.deepcopy(TEXT)
    stream = copied(TEXT)

    for one in walk(stream):
        one.take_id("another")
        for entry in one.entries:
            if entry.field.holds is Holds.RICH:
                entry.write("<p>Annat</p>")

    assert before == TEXT
    assert stream[0]["value"]["text"] == "<p>Annat</p>"
    assert stream[1]["value"]["content"][1]["value"]["content"][0]["value"][0]["id"] == "another"


def test_a_field_may_be_left_out_and_the_one_beside_it_written():
    stream = copied(TEXT)
    text, *_others, mark, _note = next(walk(stream)).entries

    text.leave_out()
    text.leave_out()  # the second time there is nothing to do
    mark.write_beside("text", "Annan not")

    assert "text" not in stream[0]["value"]
    assert mark.beside("text") == "Annan not"


def test_a_kind_that_is_no_more_is_passed_by_with_all_that_it_holds():
    gone = {"type": "gone", "id": id_of("p"), "value": {"inside": [TEXT[0]]}}

    [one] = walk([gone])

    assert [entry.value for entry in one.entries] == [None]
    assert one.own == gone["value"]


@pytest.mark.django_db
@SETTINGS
@given(bodies)
def test_a_translator_is_given_just_the_words_that_the_schema_calls_translated(body):
    """Easy-to-read sections are left out: they are written, and no translator is given them."""
    page = page_of([one for one in body if one["type"] != "easy_read"])

    given_out = {
        found.path for found in extract_segments(page) if isinstance(found, StringSegmentValue)
    } - {"title", "summary"}

    called_so = {
        f"body.{one.path}{entry.address}": entry.words
        for one in walk(stream_of(page.body))
        for entry in one.entries
        if entry.field.is_translated and entry.words
    }
    assert given_out <= called_so.keys()
    assert all(has_no_words(called_so[path]) for path in called_so.keys() - given_out)


def has_no_words(html):
    return not html.replace("<p>", "").replace("</p>", "").strip()


def test_the_kept_text_has_every_kind_of_block():
    assert {one.kind.name for one in walk(KEPT_TEXT)} == {
        *("section", "subsection", "subsubsection", "focus_area", "measures", "measure"),
        *("paragraph", "definition", "goal", "quote", "image", "table", "easy_read"),
    }
