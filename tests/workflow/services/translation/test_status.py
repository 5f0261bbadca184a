"""How far each language has come is told in the same few queries, however much there is."""

import pytest
from wagtail_localize.models import StringTranslation

from tests.factories.situations import Matter, starts_from
from tests.factories.translations import (
    BEGUN,
    READ,
    in_translation,
    next_edition,
    po_file,
    released_in_english,
    translated_in_part,
)
from workflow.services.translation import (
    import_translation,
    request_translations,
    statuses_of,
    translation_status,
)

NONE = {"status": "none", "translated": 0, "total": 0}


@starts_from(Matter.adopted)
def test_a_text_in_swedish_alone_says_none_of_every_language(text):
    status = translation_status(text)

    assert status == dict.fromkeys(["en", "ar", "fi", "sv-simple"], NONE)


@starts_from(in_translation)
def test_a_begun_translation_tells_how_much_there_is_to_do(text):
    status = translation_status(text)

    assert status["en"] == {"status": "draft", "translated": 0, "total": 9}


@starts_from(released_in_english)
def test_what_is_public_is_told_although_more_is_translated(text, oversattare):
    po = po_file({"Bakgrund": "Background"})
    import_translation(revision=text, locale="en", po=po, on=READ, user=oversattare)

    [english, *_others] = statuses_of([text])[text.translation_key]

    assert (english.status, english.translated, english.total) == ("published", 4, 9)
    assert english.done == 5
    assert english.has_more_to_publish


@starts_from(released_in_english)
def test_nothing_more_to_publish_is_told(text):
    [english, *_others] = statuses_of([text])[text.translation_key]

    assert not english.has_more_to_publish


@starts_from(released_in_english)
def test_a_corrected_wording_is_more_to_publish(text, oversattare):
    po = po_file({"Trygga vägar": "Streets to feel safe in"})
    import_translation(revision=text, locale="en", po=po, on=READ, user=oversattare)

    [english, *_others] = statuses_of([text])[text.translation_key]

    assert english.done == english.translated
    assert english.has_more_to_publish


@starts_from(released_in_english)
def test_a_withdrawn_wording_is_something_to_publish(text):
    StringTranslation.objects.get(data="Safe roads").delete()

    [english, *_others] = statuses_of([text])[text.translation_key]

    assert english.has_more_to_publish


@pytest.mark.parametrize("blank", ["  ", "\n", "<br>", "&nbsp;"])
@starts_from(translated_in_part)
def test_a_string_without_a_word_is_not_translated(text, blank):
    StringTranslation.objects.filter(data="Safe roads").update(data=blank)

    assert translation_status(text)["en"]["translated"] == 3


@starts_from(in_translation)
def test_a_translation_tells_of_its_original(text, english):
    page = text.get_translation(english)

    assert translation_status(page) == translation_status(text)


@starts_from(in_translation)
def test_each_edition_is_told_on_its_own(text, matter):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})

    assert translation_status(later)["en"]["status"] == "none"
    assert translation_status(text)["en"]["status"] == "draft"


@pytest.mark.parametrize("languages", [[], ["en"], ["en", "ar", "fi"]])
@starts_from(Matter.adopted)
def test_the_number_of_queries_does_not_depend_on_what_there_is(
    text, oversattare, languages, django_assert_num_queries
):
    request_translations(revision=text, locales=languages, on=BEGUN, user=oversattare)

    with django_assert_num_queries(5):
        translation_status(text)


@starts_from(in_translation)
def test_two_editions_take_no_more_queries_than_one(text, matter, django_assert_num_queries):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})

    with django_assert_num_queries(5):
        statuses_of([text, later])
