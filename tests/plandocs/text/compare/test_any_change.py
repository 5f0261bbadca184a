"""What the checksum sees is never invisible in the comparison, whatever is changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from wagtail.images import get_image_model

from plandocs.models import Organisation, PlanRevisionPage
from plandocs.text.canonical import canonical_text
from plandocs.text.compare import blocks_of, compare
from plandocs.text.compare.formatting import formatted_words, text_of
from plandocs.text.words import lines
from tests.factories import OrganisationFactory
from tests.plandocs.text.compare.any_body import (
    BODY,
    KEYS,
    bodies,
    filled,
    leaves_of,
    pairs,
    with_leaf_changed,
)

pytestmark = pytest.mark.django_db

SETTINGS = settings(
    deadline=None,
    max_examples=100,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


@pytest.fixture(autouse=True)
def _rows(db):
    """The bodies and pictures that a text may refer to."""
    for key in filter(None, KEYS):
        if not Organisation.objects.filter(pk=key).exists():
            OrganisationFactory(pk=key)
        get_image_model().objects.create(
            pk=key, title="Väg", file=f"{key}.png", width=1, height=1, file_hash=str(key)
        )


FULL = filled(BODY)
LEAVES = leaves_of(FULL)


def page_of(body):
    return PlanRevisionPage(title="Cykelplan", body=BODY.to_python(body))


def test_the_full_text_holds_what_a_reader_could_miss():
    missed = {
        *("alt", "image", "caption", "mark", "frequency", "deadline", "level", "kind"),
        *("organisation", "as_printed", "responsible_as_printed", "table_header_choice"),
    }

    assert missed <= set(LEAVES)


@pytest.mark.parametrize("number", range(len(LEAVES)), ids=LEAVES)
def test_every_field_of_every_block_is_compared(number):
    before, after = page_of(FULL), page_of(with_leaf_changed(FULL, number))

    (change,) = compare(before, after)

    assert canonical_text(before) != canonical_text(after)
    assert change.kind != "text"


@SETTINGS
@given(pairs)
def test_two_texts_differ_in_the_comparison_where_their_sums_do(pair):
    before, after = map(page_of, pair)

    changes = compare(before, after)

    assert bool(changes) == (canonical_text(before) != canonical_text(after))


@SETTINGS
@given(pairs)
def test_a_change_shows_in_the_words_or_is_told_in_words(pair):
    before, after = map(page_of, pair)

    for change in compare(before, after):
        assert change.before.split() != change.after.split() or all(change.form_in_words)
        assert change.before.split() != change.after.split() or change.form


@SETTINGS
@given(pairs)
def test_a_change_stands_at_its_block_and_not_at_the_text_as_a_whole(pair):
    before, after = map(page_of, pair)

    assert "text" not in {change.kind for change in compare(before, after)}


@SETTINGS
@given(bodies)
def test_the_words_of_a_block_are_those_that_are_formatted(body):
    for block in blocks_of(page_of(body)):
        assert lines(text_of(formatted_words(block.kind, block.value))) == block.text
