"""A reader goes on in another language, and is told what is Swedish and what is older."""

import polib
import pytest
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Locale

from plandocs.vocabulary import AppealOutcome
from tests.factories import UserFactory
from tests.factories.situations import Matter, starts_from
from tests.workflow.reading.conftest import AFTERWARDS, LATER, page_of
from workflow.procedure.in_force import revision_in_force
from workflow.reading.plan.reading import read_plan
from workflow.services.appeals import record_appeal
from workflow.services.translation import import_translation, publish_translation

WORDS = {"Cykelplan 2026–2030": "Cycling plan 2026–2030", "Trygga vägar": "Safe roads"}
ARABIC = {"Cykelplan 2026–2030": "خطة الدراجات", "Trygga vägar": "طرق آمنة"}


def translated(revision, language, words, user):
    """Translate these words of a text, and release it so."""
    file = polib.POFile()
    for msgid, msgstr in words.items():
        file.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
    arguments = {"revision": revision, "locale": language, "on": AFTERWARDS, "user": user}
    import_translation(po=str(file).encode(), **arguments)
    return publish_translation(**arguments)


def in_english(matter):
    """Bring the case to its adoption, and its text to readers of English, translated in part."""
    translator = UserFactory(username="superuser", is_superuser=True, is_staff=True)
    translated(matter.adopted().case.revision, "en", WORDS, translator)
    return matter


@pytest.fixture
def english(adopted):
    """The plan's English page."""
    return adopted.get_translation(Locale.objects.get(language_code="en"))


@starts_from(Matter.adopted)
def test_a_page_names_its_own_language_and_direction(client, adopted, superuser):
    arabic = translated(revision_in_force(adopted, on=AFTERWARDS), "ar", ARABIC, superuser)

    html = page_of(client, arabic.plan)

    assert '<html lang="ar" dir="rtl">' in html
    assert 'lang="sv" dir="ltr"' in html


@starts_from(in_english)
def test_each_language_of_a_page_is_named_in_itself_and_leads_to_that_page(client, english):
    html = page_of(client, english)

    swedish = english.original.url
    link = f'<a href="{swedish}" lang="sv" hreflang="sv" dir="ltr">Svenska</a>'
    assert link in html
    assert 'hreflang="en" dir="ltr" aria-current="true">English</a>' in html


@starts_from(in_english)
def test_the_head_names_every_translation_and_swedish_as_the_one_for_everybody(client, english):
    html = page_of(client, english)

    swedish = f"http://testserver{english.original.url}"
    assert f'<link rel="alternate" hreflang="sv" href="{swedish}">' in html
    assert f'<link rel="alternate" hreflang="x-default" href="{swedish}">' in html
    assert '<link rel="alternate" hreflang="en"' in html
    assert '<link rel="alternate" hreflang="fi"' not in html


@starts_from(in_english)
def test_a_language_that_lacks_the_page_leads_to_the_nearest_one_above(client, english):
    html = page_of(client, english)

    index = english.get_parent().get_translation(Locale.objects.get(language_code="fi"))
    assert f'<a href="{index.url}" lang="fi" hreflang="fi"' in html


@starts_from(in_english)
def test_a_translation_says_which_edition_it_translates_and_that_swedish_counts(client, english):
    html = page_of(client, english)

    assert (
        "It translates edition 1. The Swedish text is the one that was decided, and it is the one "
        "that counts."
    ) in html


@starts_from(in_english)
def test_what_is_not_translated_is_marked_as_swedish_and_the_rest_is_not(client, english):
    html = page_of(client, english)

    marked = html.index('<div class="untranslated" lang="sv" dir="ltr">')
    assert html.index("Alla ska kunna låna en cykel.") > marked
    assert "Not translated yet. In Swedish:" in html
    heading = html.index("Safe roads</h")
    assert 'lang="sv"' not in html[html.rindex("<h", 0, heading) : heading]


@starts_from(Matter.adopted)
def test_a_translation_of_a_quashed_edition_does_not_stand_in_for_the_one_in_force(
    matter, next_edition, superuser
):
    first, on = matter.case.revision, LATER
    next_edition()
    second = matter.case
    english = translated(second.revision, "en", WORDS, superuser).plan
    record_appeal(case=second, outcome=AppealOutcome.UPPHAVT, on=on, user=matter.registrator)

    shown = read_plan(english, on=on).shown

    assert shown.page == first
    assert not shown.follows_older


@starts_from(in_english)
def test_until_a_new_edition_is_translated_the_page_says_it_follows_the_older_one(
    client, english, next_edition
):
    next_edition()

    html = page_of(client, english)

    assert "There is a newer edition in Swedish" in html
    assert "This text follows edition 1, which is no longer in force." in html
    reading = read_plan(english, on=LATER)
    assert reading.shown.follows_older
    [first] = reading.earlier
    assert (first.number, first.language) == (1, "en")
    assert first.url.startswith("/en/")
    assert f'<a href="{first.url}" hreflang="en">' in html


@starts_from(Matter.adopted)
def test_the_list_in_another_language_tells_how_much_more_there_is_in_swedish(client, adopted):
    html = page_of(client, "/en/steering-documents/")

    assert "1 document can be read only in Swedish." in html


@starts_from(Matter.adopted)
def test_a_view_of_our_own_leads_to_itself_in_every_language(client, adopted, matter):
    html = page_of(client, matter.case.get_absolute_url())

    assert f'<a href="/ar/arenden/{matter.case.slug}/" lang="ar" hreflang="ar" dir="rtl">' in html


def test_a_page_that_is_not_there_answers_in_the_language_of_its_address(client, kommun):
    response = client.get("/ar/finns-inte/")

    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


@pytest.mark.parametrize(("code", "is_marked"), [("yi", True), ("ti", True), ("ar", False)])
def test_the_sites_own_words_are_marked_as_swedish_where_they_are(code, is_marked):
    with translation.override(code):
        html = render_to_string("plandocs/components/untranslated_note.html")

    assert (' lang="sv" dir="ltr"' in html) is is_marked


@pytest.mark.parametrize("code", ["sv", "sv-simple", "en", "fi"])
def test_words_in_the_readers_own_language_are_not_marked(code):
    with translation.override(code):
        html = render_to_string("plandocs/components/untranslated_note.html")

    assert "lang=" not in html
