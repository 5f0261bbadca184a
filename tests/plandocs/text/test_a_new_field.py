"""A field that is declared in one line is known to all that reads a text, without another line.

Each test declares a field of a block, or a kind of block, and does nothing else for it.
"""

import copy

import pytest
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from plandocs.blocks import (
    FootnoteBlock,
    IndicatorBlock,
    MeasureBlock,
    ParagraphBlock,
    PrintedBlock,
    TextTableBlock,
)
from plandocs.text.canonical import canonical_text, fingerprints, text_sha256
from plandocs.text.compare import blocks_of, blocks_of_stream, compare
from plandocs.text.references import organisation_keys, picture_keys
from plandocs.text.replacing import replace_once
from tests.factories import OrganisationFactory
from tests.plandocs.text.streams import block, body, id_of, items, page_of, table
from workflow.reading.body import read_body

pytestmark = pytest.mark.django_db

NOTE = {"mark": "1", "text": "Se räkningen."}
INDICATOR = {"text": "Antal lampor", "frequency": "Varje år"}
TEXT = [
    block(
        "section",
        "s",
        number="1",
        heading="Bakgrund",
        content=[block("paragraph", "p", text="<p>Alla cyklar.</p>", footnotes=items(n=NOTE))],
    ),
    block(
        "focus_area",
        "f",
        number="",
        title="Trygghet",
        intro="",
        lead_in="",
        preconditions="",
        measures=items(
            m={
                "number": "1.1",
                "title": "Lampor",
                "text": "<p>Lampor sätts upp.</p>",
                "lead": items(b=body(None, "Gatukontoret")),
                "collaborating": [],
                "co_responsible": [],
                "responsible_as_printed": "Gatukontoret",
                "level": "",
                "indicators": items(i=INDICATOR),
                "deadline": "",
            }
        ),
    ),
]
WORDS = {
    "words": (blocks.CharBlock, "Ett smultronställe", "Två smultronställen"),
    "lines": (blocks.TextBlock, "Ett smultronställe\nfinns", "Två smultronställen"),
    "rich": (blocks.RichTextBlock, "<p>Ett smultronställe</p>", "<p>Två smultronställen</p>"),
    "list": (
        lambda **kwargs: blocks.ListBlock(blocks.CharBlock(), **kwargs),
        items(l="Ett smultronställe"),
        items(l="Två smultronställen"),
    ),
    "struct": (
        lambda **kwargs: blocks.StructBlock([("what", blocks.CharBlock())], **kwargs),
        {"what": "Ett smultronställe"},
        {"what": "Två smultronställen"},
    ),
    "table": (TextTableBlock, table(["Ett smultronställe"]), table(["Två smultronställen"])),
}
SILENT = {
    "choice": (
        lambda **kwargs: blocks.ChoiceBlock(choices=[("a", "A"), ("b", "B")], **kwargs),
        "a",
        "b",
    ),
    "yes or no": (blocks.BooleanBlock, False, True),
    "number": (blocks.IntegerBlock, 1, 2),
    "day": (blocks.DateBlock, "2026-01-01", "2026-01-02"),
    "body": (
        lambda **kwargs: SnippetChooserBlock("plandocs.Organisation", **kwargs),
        1,
        2,
    ),
    "picture": (ImageChooserBlock, 1, 2),
}
PLACES = {
    "in a paragraph": (ParagraphBlock, lambda text: text[0]["value"]["content"][0]["value"]),
    "in a footnote": (
        FootnoteBlock,
        lambda text: text[0]["value"]["content"][0]["value"]["footnotes"][0]["value"],
    ),
    "in a measure": (MeasureBlock, lambda text: text[1]["value"]["measures"][0]["value"]),
    "in an indicator": (
        IndicatorBlock,
        lambda text: text[1]["value"]["measures"][0]["value"]["indicators"][0]["value"],
    ),
}
FEW = ("words", "rich", "choice", "body", "picture")
"""The sorts of fields that are tried in every place, and not only in a paragraph."""


def of(*sorts):
    """Run a test for a field of each sort in a paragraph, and for some of them elsewhere."""
    pairs = [(place, sort) for place in PLACES for sort in sorts]
    tried = [pair for pair in pairs if pair[0] == "in a paragraph" or pair[1] in FEW]
    return pytest.mark.parametrize(("place", "sort"), tried)


@pytest.fixture(autouse=True)
def _rows():
    """Bodies and pictures that a text may choose."""
    for key in (1, 2):
        OrganisationFactory(pk=key, code=f"B{key}")
        get_image_model().objects.create(
            pk=key, title="Väg", file=f"{key}.png", width=1, height=1, file_hash=str(key)
        )


@pytest.fixture
def said(declare):
    """Return the text with a new field that says one thing, and with it saying another."""

    def declared(place, sort):
        struct, holder = PLACES[place]
        make, one, other = {**WORDS, **SILENT}[sort]
        declare.field(struct, "remark", make(label="Anmärkning", required=False))
        texts = copy.deepcopy(TEXT), copy.deepcopy(TEXT)
        for text, value in zip(texts, (one, other), strict=True):
            holder(text)["remark"] = value
        return texts

    return declared


@of(*WORDS, *SILENT)
def test_it_is_compared_and_told_in_words(said, place, sort):
    before, after = map(page_of, said(place, sort))

    [change] = compare(before, after)

    assert change.kind in ("paragraph", "measure")
    assert change.before != change.after or all(change.form_in_words)
    assert change.before != change.after or change.form


@of(*WORDS)
def test_it_is_read_among_the_words_of_its_block(said, place, sort):
    text, _other = said(place, sort)

    assert any("Ett smultronställe" in found.text for found in blocks_of_stream(text))


@of(*WORDS, *SILENT)
def test_it_is_summed(said, place, sort):
    before, after = map(page_of, said(place, sort))

    assert text_sha256(before) != text_sha256(after)


@of(*WORDS, *SILENT)
def test_it_is_part_of_what_an_easy_to_read_section_retells(said, place, sort):
    before, after = map(fingerprints, said(place, sort))

    changed = {key for key in before if before[key] != after[key]}

    if sort == "body":  # which body a name stands for is the register's
        assert not changed
    else:
        assert changed & {id_of("p"), id_of("m")}


@of("words", "lines", "rich")
def test_a_text_that_was_written_before_it_is_handed_to_a_translator_all_the_same(
    declare, place, sort
):
    struct, _holder = PLACES[place]
    before = {segment.path for segment in extract_segments(page_of(TEXT))}

    declare.field(struct, "remark", WORDS[sort][0](label="Anmärkning", required=False))

    assert {segment.path for segment in extract_segments(page_of(TEXT))} == before


@of(*WORDS)
def test_it_is_handed_to_a_translator(said, place, sort):
    text, _other = said(place, sort)

    segments = extract_segments(page_of(text))

    [segment] = [
        found
        for found in segments
        if isinstance(found, StringSegmentValue) and "smultronställe" in found.string.render_text()
    ]
    assert ".remark" in segment.path


@of(*WORDS)
def test_a_phrase_of_it_is_found_and_replaced(said, place, sort):
    text, _other = said(place, sort)

    replacement = replace_once(text, "smultronställe", "<hallonställe>")

    [found] = [one for one in blocks_of_stream(replacement.stream) if "hallon" in one.text]
    assert "Ett <hallonställe>" in found.text


@pytest.mark.parametrize("place", PLACES)
def test_a_body_that_it_chooses_is_among_those_the_text_refers_to(said, place):
    text, _other = said(place, "body")

    assert organisation_keys(text) == {1}
    assert '"remark":"B1"' in canonical_text(page_of(text))


@pytest.mark.parametrize("place", PLACES)
def test_a_picture_that_it_chooses_is_among_those_the_text_refers_to(said, place):
    text, _other = said(place, "picture")

    assert picture_keys(text) == {1}
    assert '"remark":"1"' in canonical_text(page_of(text))


@of("words", "lines", "rich", "list", "struct")
def test_it_is_searched(said, place, sort):
    text, _other = said(place, sort)
    page = page_of(text)

    found = page.body.stream_block.get_searchable_content(page.body)

    assert any("Ett smultronställe" in words for words in found)


@pytest.mark.parametrize("place", ["in a paragraph", "in a measure"])
@pytest.mark.parametrize("sort", [*WORDS, "choice", "number", "day", "body"])
def test_it_is_there_for_the_template_that_prints_its_block(said, place, sort):
    text, _other = said(place, sort)

    [node] = [one for one in read_body(text).walk() if "remark" in one.fields]

    assert node.fields["remark"]


def test_a_field_that_stands_as_printed_is_compared_and_left_out_of_translations(declare):
    declare.field(ParagraphBlock, "remark", PrintedBlock(label="Anmärkning"))
    text = copy.deepcopy(TEXT)
    text[0]["value"]["content"][0]["value"]["remark"] = "§ 12 smultronställe"

    segments = extract_segments(page_of(text))

    assert not [found for found in segments if "remark" in found.path]
    assert len(compare(page_of(TEXT), page_of(text))) == 1


@of(*WORDS, *SILENT)
def test_a_text_without_it_reads_and_sums_as_before_it_was_declared(declare, place, sort):
    touched = page_of(TEXT)
    before = canonical_text(touched), blocks_of(touched), fingerprints(TEXT)
    struct, _holder = PLACES[place]

    make, *_values = {**WORDS, **SILENT}[sort]
    declare.field(struct, "remark", make(label="Anmärkning", required=False))
    touched = page_of(TEXT)
    list(touched.body)  # now Wagtail gives the new field too, empty
    stored = touched.body.get_prep_value()

    assert "remark" in str(stored)
    assert (canonical_text(touched), blocks_of(touched), fingerprints(stored)) == before
    assert compare(page_of(TEXT), touched) == []
