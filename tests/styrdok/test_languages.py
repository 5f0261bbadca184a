"""Every language that a municipality may choose can be chosen, named and written the right way."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import get_language_info, get_supported_language_variant

from styrdok import env, languages


@pytest.fixture
def all_our_languages(settings):
    settings.LANGUAGES = languages.named(["sv", *languages.NOT_IN_DJANGO])


@pytest.mark.parametrize("code", languages.NOT_IN_DJANGO)
def test_a_language_that_django_lacks_can_be_chosen(all_our_languages, code):
    assert get_supported_language_variant(code, strict=True) == code


@pytest.mark.parametrize("code", languages.NOT_IN_DJANGO)
def test_a_language_that_django_lacks_has_a_name_of_its_own(code):
    _name, own_name, bidi = languages.NOT_IN_DJANGO[code]

    info = get_language_info(code)

    assert (info["name_local"], info["bidi"]) == (own_name, bidi)


@pytest.mark.parametrize(
    ("code", "from_right_to_left"),
    [("yi", True), ("prs", True), ("ar", True), ("so", False), ("sv-simple", False)],
)
def test_the_direction_follows_the_language(code, from_right_to_left):
    with translation.override(code):
        assert translation.get_language_bidi() is from_right_to_left


def test_lattlast_reads_the_swedish_catalogue():
    with translation.override("sv-simple"):
        assert translation.gettext("Save") == "Spara"


@pytest.mark.parametrize("code", languages.NOT_IN_DJANGO)
def test_a_day_comes_before_its_month_in_a_language_that_django_lacks(code):
    with translation.override(code):
        assert date_format(date(2026, 3, 2)) == "2\xa0mars\xa02026"
        assert date_format(date(2026, 3, 2), "SHORT_DATE_FORMAT") == "2026-03-02"


@pytest.mark.parametrize("code", env.OPTIONAL["CONTENT_LANGUAGES"].split(","))
def test_a_day_is_kept_together_in_every_language_that_styrdok_comes_with(code):
    with translation.override(code):
        day = date_format(date(2026, 6, 15))

    assert day.startswith("15")
    assert "\xa0" in day
    assert " " not in day


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        languages.named(["tlh"])
