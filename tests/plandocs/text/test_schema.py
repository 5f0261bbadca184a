"""What a field holds is read from where it is declared, and nowhere else."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import override
from wagtail import blocks

from plandocs.blocks import ParagraphBlock, QuoteBlock
from plandocs.text.canonical import without_empty_later_fields
from plandocs.text.definitions import FIRST_FIELDS
from plandocs.text.fields import Holds
from plandocs.text.labels import choice_of, choices_of, label_of, name_of
from plandocs.text.schema import has_later_fields, kind_of, kind_with_only, kinds
from tests.plandocs.text.declaring import BODIES
from tests.plandocs.text.streams import block


def fields_of(kind):
    return {field.name: field for field in kind_of(kind).fields}


def all_fields(fields):
    for field in fields:
        yield field
        yield from all_fields(field.fields)


def test_every_kind_of_block_in_a_text_is_known_and_a_measure_too():
    assert {"paragraph", "definition", "goal", "table", "image", "quote"} <= kinds().keys()
    assert {"section", "subsection", "subsubsection", "focus_area", "easy_read"} <= kinds().keys()
    assert {"measures", "measure"} <= kinds().keys()


@pytest.mark.parametrize(
    ("kind", "name", "holds"),
    [
        ("paragraph", "text", Holds.RICH),
        ("paragraph", "footnotes", Holds.LIST),
        ("definition", "term", Holds.WORDS),
        ("goal", "kind", Holds.CHOICE),
        ("goal", "text", Holds.WORDS),
        ("image", "image", Holds.PICTURE),
        ("table", "table", Holds.TABLE),
        ("section", "content", Holds.BLOCKS),
        ("focus_area", "measures", Holds.BLOCKS),
        ("measure", "deadline", Holds.WORDS),
    ],
)
def test_the_class_of_a_field_says_what_it_holds(kind, name, holds):
    assert fields_of(kind)[name].holds is holds


def test_fields_are_read_in_the_order_in_which_they_are_declared():
    assert [field.name for field in kind_of("measure").fields] == [
        *("number", "title", "text", "lead", "collaborating", "co_responsible"),
        *("responsible_as_printed", "level", "indicators", "deadline"),
    ]


def test_an_item_of_a_list_has_fields_of_its_own_and_no_name():
    [indicator] = fields_of("measure")["indicators"].fields

    assert (indicator.name, indicator.holds) == ("", Holds.STRUCT)
    assert [field.path for field in indicator.fields] == [
        "measure.indicators.text",
        "measure.indicators.frequency",
    ]


def test_what_stands_as_printed_is_words_that_no_translator_is_given():
    number, title = (fields_of("measure")[name] for name in ("number", "title"))

    assert number.holds is title.holds is Holds.WORDS
    assert (number.is_translated, title.is_translated) == (False, True)


def test_nothing_of_a_body_in_a_measure_is_translated():
    [body] = fields_of("measure")["lead"].fields

    assert [(field.holds, field.is_translated) for field in body.fields] == [
        (Holds.BODY, False),
        (Holds.WORDS, False),
    ]


def test_a_body_and_its_printed_name_know_each_other():
    [body] = fields_of("measure")["lead"].fields
    organisation, printed = body.fields

    assert (organisation.named_by, printed.prints) == ("as_printed", "organisation")


def test_the_line_of_bodies_of_a_measure_is_the_field_declared_so():
    assert kind_of("measure").line_of_bodies is fields_of("measure")["responsible_as_printed"]
    assert kind_of("paragraph").line_of_bodies is None


def test_what_an_easy_to_read_section_covers_are_ids_and_not_words():
    [covered] = fields_of("easy_read")["covers"].fields

    assert covered.holds is Holds.POINTER


@pytest.mark.parametrize(
    ("kind", "heading", "called_by"),
    [
        ("section", "heading", "heading"),
        ("subsubsection", "heading", "heading"),
        ("focus_area", "title", "title"),
        ("easy_read", "heading", "heading"),
        ("definition", "", "term"),
        ("measure", "", "title"),
        ("paragraph", "", ""),
    ],
)
def test_a_kind_says_what_its_blocks_are_called_by(kind, heading, called_by):
    assert (kind_of(kind).heading, kind_of(kind).called_by) == (heading, called_by)


def test_a_list_of_measures_is_a_block_without_words_and_a_measure_an_item_of_it():
    assert kind_of("measures").is_list
    assert not kind_of("measures").is_item
    assert kind_of("measure").is_item


def test_a_list_of_measures_in_a_focus_area_is_not_a_block_of_its_own():
    assert [name for name in kinds() if kinds()[name].is_list] == ["measures"]


def test_every_kind_but_a_rule_of_its_own_has_a_template():
    assert [name for name, kind in kinds().items() if kind.template in ("", "None")] == []


def test_what_is_unknown_is_words():
    [text] = kind_of("title").fields

    assert (text.name, text.holds, text.is_later) == ("text", Holds.WORDS, False)


def test_a_kind_may_be_asked_for_some_of_its_fields_only():
    kind = kind_with_only("measure", frozenset({Holds.BODY}))

    assert [field.name for field in kind.fields] == ["lead", "collaborating", "co_responsible"]
    assert [field.name for field in kind.fields[0].fields[0].fields] == ["organisation"]


def test_two_classes_of_blocks_may_not_share_a_name(declare):
    class OtherQuoteBlock(QuoteBlock):
        """Another block of that name."""

    holder = blocks.StructBlock([("content", blocks.StreamBlock([("quote", OtherQuoteBlock())]))])
    declare.kind("aside", holder)

    with pytest.raises(ImproperlyConfigured, match="quote"):
        kinds()


def test_blocks_may_not_stand_in_the_items_of_a_list(declare):
    item = blocks.StructBlock([("content", blocks.StreamBlock([("line", blocks.CharBlock())]))])
    declare.field(ParagraphBlock, "folds", blocks.ListBlock(item))

    with pytest.raises(ImproperlyConfigured, match=r"paragraph\.folds"):
        kinds()


# Fields that come later


def test_the_two_places_where_a_text_may_stand_have_the_same_blocks():
    assert BODIES[0].child_blocks.keys() == BODIES[1].child_blocks.keys()


def test_the_first_fields_are_still_there():
    """Whoever takes one away changes the sums of all texts that have it."""
    paths = {field.path for kind in kinds().values() for field in all_fields(kind.fields)}

    first = {f"{at}.{name}" for at, names in FIRST_FIELDS.items() for name in names}

    assert first - paths == set()


def test_a_field_that_came_later_says_nothing_where_nobody_wrote_it():
    """Its default is empty, so that no text says more than it did before the field came."""
    later = [
        field
        for kind in kinds().values()
        for field in all_fields(kind.fields)
        if field.is_later and field.block.get_prep_value(field.block.get_default())
    ]

    assert later == []


def test_a_later_field_that_says_something_stays(declare):
    declare.field(ParagraphBlock, "remark", blocks.CharBlock(required=False))
    said = block("paragraph", "p", text="<p>a</p>", footnotes=[], remark="b")
    silent = block("paragraph", "q", text="<p>a</p>", footnotes=[], remark="")

    kept, bare = without_empty_later_fields([said, silent])

    assert has_later_fields()
    assert kept == said
    assert bare == block("paragraph", "q", text="<p>a</p>", footnotes=[])
    assert silent["value"]["remark"] == ""  # what is stored is left alone


# What they are called


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("measure.lead", "Ansvarar"),
        ("measure.lead.as_printed", "Ansvarar"),
        ("measure.indicators.frequency", "Indikatorer, Hur ofta"),
        ("table.table.data", "Tabell"),
        ("measure.gone", ""),
        ("gone.text", ""),
    ],
)
def test_a_field_goes_by_its_label(path, label):
    with override("sv"):
        assert label_of(path) == label


def test_a_kind_goes_by_its_label_and_one_that_is_no_more_by_nothing():
    with override("sv"):
        assert name_of("goal") == "Vision eller mål"
        assert name_of("gone") == ""


def test_a_choice_goes_by_its_label_and_one_that_is_no_more_by_its_value():
    with override("en"):
        assert list(choices_of("goal.kind")) == ["vision", "main_goal", "purpose", "direction"]
        assert choice_of("goal.kind", "main_goal") == "Main goal"
        assert choice_of("goal.kind", "gone") == "gone"
