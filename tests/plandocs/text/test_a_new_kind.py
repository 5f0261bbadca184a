"""A kind of block that is declared in one place is known to all that reads a text."""

import copy

import pytest
from wagtail import blocks
from wagtail_localize.segments.extract import extract_segments

from plandocs.text.block_ids import carry_ids
from plandocs.text.canonical import canonical_text, fingerprints
from plandocs.text.compare import blocks_of_stream, compare
from plandocs.text.parts import parts_of
from plandocs.text.replacing import replace_once
from tests.factories.situations import BODY
from tests.plandocs.text.streams import block, id_of, items, page_of
from workflow.reading.body import read_body

pytestmark = pytest.mark.django_db


class ExampleBlock(blocks.StructBlock):
    """An example with a heading, and what stands in it."""

    title = blocks.CharBlock(label="Rubrik")
    said = blocks.RichTextBlock(label="Text", required=False)
    content = blocks.StreamBlock([("rule", blocks.RichTextBlock(label="Regel"))], required=False)

    class Meta:
        label = "Exempel"
        heading = "title"
        template = "plandocs/blocks/section.html"


class StepListBlock(blocks.ListBlock):
    """Steps, each with a place of its own in the text."""

    class Meta:
        items_are = "step"


class StepBlock(blocks.StructBlock):
    """One step."""

    what = blocks.TextBlock(label="Vad")

    class Meta:
        label = "Steg"
        called_by = "what"


RULE = {"type": "rule", "id": id_of("r"), "value": "<p>Håll till höger.</p>"}
TEXT = [
    *BODY,
    block("example", "e", title="Vinterväg", said="<p>Se vägen.</p>", content=[RULE]),
    {"type": "steps", "id": id_of("l"), "value": items(a={"what": "Börja"}, b={"what": "Sluta"})},
]


@pytest.fixture(autouse=True)
def _declared(declare):
    declare.kind("example", ExampleBlock())
    declare.kind("steps", StepListBlock(StepBlock(), label="Steg"))


def changed(find, replace):
    return replace_once(TEXT, find, replace).stream


def test_its_blocks_stand_in_reading_order_under_their_headings():
    found = {one.id: one for one in blocks_of_stream(TEXT)}

    example, rule, step = (found[id_of(name)] for name in "era")
    assert (example.kind, example.place, example.text) == (
        "example",
        "Vinterväg",
        "Vinterväg\nSe vägen.",
    )
    assert (rule.kind, rule.place, rule.text) == ("rule", "Vinterväg", "Håll till höger.")
    assert rule.parent == example.id
    assert (step.kind, step.place, step.parent) == ("step", "Börja", id_of("l"))


@pytest.mark.parametrize(
    ("find", "kind"),
    [("Vinterväg", "example"), ("Se vägen", "example"), ("till höger", "rule"), ("Börja", "step")],
)
def test_a_change_of_it_is_found_replaced_compared_and_summed(find, kind):
    before, after = page_of(TEXT), page_of(changed(find, "något annat"))

    [change] = compare(before, after)

    assert change.kind == kind
    assert "något annat" in change.after
    assert canonical_text(before) != canonical_text(after)


def test_the_order_of_its_items_is_compared():
    other = copy.deepcopy(TEXT)
    other[-1]["value"].reverse()

    [change] = compare(page_of(TEXT), page_of(other))

    assert change.kind == "step"
    assert change.form_in_words


def test_it_keeps_its_ids_from_the_edition_before():
    other = copy.deepcopy(TEXT)
    for one in (other[-2], other[-2]["value"]["content"][0], *other[-1]["value"]):
        one["id"] = id_of(f"another {one['id']}")

    carried = carry_ids(other, earlier=TEXT)

    assert carried == TEXT


def test_an_easy_to_read_section_may_retell_it():
    prints = fingerprints(TEXT)

    assert {id_of(name) for name in "erab"} <= prints.keys()
    assert "Vinterväg" in [part.label for part in parts_of(TEXT)]


def test_it_is_translated_and_searched():
    page = page_of(TEXT)

    segments = {found.path for found in extract_segments(page)}
    words = page.body.stream_block.get_searchable_content(page.body)

    assert f"body.{id_of('e')}.content.{id_of('r')}" in segments
    assert f"body.{id_of('l')}.{id_of('a')}.what" in segments
    assert {"Vinterväg", "Börja"} <= set(words)


def test_it_is_there_for_its_template_and_in_the_table_of_contents():
    reading = read_body(TEXT)

    found = {node.id: node for node in reading.walk()}
    assert found[id_of("e")].template == "plandocs/blocks/section.html"
    assert str(found[id_of("r")].fields["value"]) == "<p>Håll till höger.</p>"
    assert "Vinterväg" in [node.label for node in reading.contents]
