"""The same text has the same sum in every database, and another text another."""

import json

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from plandocs.models import Organisation
from plandocs.text.canonical import canonical_text, organisation_codes, text_sha256
from plandocs.text.references import organisation_keys, picture_keys
from tests.factories import OrganisationFactory
from tests.plandocs.text.kept_text import KEPT_TEXT
from tests.plandocs.text.streams import block, body, items, page_of

pytestmark = pytest.mark.django_db


def measures(*keys):
    """A text in which one measure has a body for each key, and a group that is no body."""
    bodies = {f"b{number}": body(key, "Kontoret") for number, key in enumerate([*keys, None])}
    value = {"number": "", "title": "a", "text": "", "lead": items(**bodies)}
    return [{"type": "measures", "id": "l", "value": items(m=value)}]


def picture(key):
    return [block("image", "i", image=key, alt="", caption="")]


def image(**values):
    return get_image_model().objects.create(title="Väg", file="x.png", width=1, height=1, **values)


def value_in(page, *path):
    found = json.loads(canonical_text(page))["body"]
    for step in path:
        found = found[step]
    return found


def test_a_body_stands_by_its_code():
    organisation = OrganisationFactory(code="GK")
    page = page_of(measures(organisation.pk))

    lead = value_in(page, 0, "value", 0, "value", "lead")

    assert [item["value"]["organisation"] for item in lead] == ["GK", None]


def test_a_body_that_has_gone_from_the_register_stands_by_nothing():
    gone = OrganisationFactory()
    key = gone.pk
    Organisation.objects.filter(pk=key).delete()

    lead = value_in(page_of(measures(key)), 0, "value", 0, "value", "lead")

    assert lead[0]["value"]["organisation"] is None


def test_a_picture_stands_by_the_sum_of_its_file():
    kept = image(file_hash="abc")

    assert value_in(page_of(picture(kept.pk)), 0, "value", "image") == "abc"


def test_a_picture_whose_sum_is_not_known_is_summed():
    new = get_image_model().objects.create(title="Väg", file=get_test_image_file())
    get_image_model().objects.filter(pk=new.pk).update(file_hash="")
    new.refresh_from_db()

    found = value_in(page_of(picture(new.pk)), 0, "value", "image")

    assert len(found) == 40


def test_the_text_of_the_page_is_left_as_it_is():
    organisation = OrganisationFactory(code="GK")
    page = page_of(measures(organisation.pk))

    canonical_text(page)

    assert organisation_keys(page.body.get_prep_value()) == {organisation.pk}


@pytest.mark.parametrize(
    "change", [{"title": "Gångplan"}, {"summary": "Kort"}, {"valid_from": 2026}, {"valid_to": 2030}]
)
def test_title_summary_and_years_are_part_of_it(change):
    page, other = page_of([]), page_of([])
    for name, value in change.items():
        setattr(other, name, value)

    assert text_sha256(page) != text_sha256(other)


def test_ids_are_part_of_it():
    assert text_sha256(page_of([block("goal", "a", kind="vision", text="x")])) != text_sha256(
        page_of([block("goal", "b", kind="vision", text="x")])
    )


def test_it_is_the_same_whether_or_not_somebody_has_looked_at_the_text():
    page = page_of(KEPT_TEXT)
    before = text_sha256(page)

    list(page.body)

    assert text_sha256(page) == before


def test_codes_are_asked_for_in_one_query_and_only_where_there_are_bodies(
    django_assert_num_queries,
):
    organisation = OrganisationFactory(code="GK")

    with django_assert_num_queries(1):
        assert organisation_codes(measures(organisation.pk)) == {organisation.pk: "GK"}
    with django_assert_num_queries(0):
        assert organisation_codes(picture(1)) == {}


def test_a_text_refers_to_the_bodies_and_pictures_that_are_chosen_in_it():
    stream = [*measures(1, 2, 1), *picture(7), *picture(None)]

    assert organisation_keys(stream) == {1, 2}
    assert picture_keys(stream) == {7}
