"""Installing makes what a site needs in every language, once."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Site

from plandocs.models import HomePage, InformationPage, Municipality, PlanIndexPage
from workflow.services.installation import install_site
from workflow.services.installation.site import TEXTS, texts_in

LANGUAGES = ["sv", "en", "ar", "fi", "sv-simple"]
RICH_TEXT = {"p", "h2", "h3", "b", "i", "a", "ol", "ul", "li"}


def tree():
    return list(
        Page.objects.order_by("path").values_list("path", "slug", "title", "live", "locale_id")
    )


def test_every_language_has_a_live_start_page_list_and_information(kommun):
    for code in LANGUAGES:
        home = HomePage.objects.get(locale__language_code=code)
        children = home.get_children().live()
        assert home.live
        assert home.alias_of_id is None
        assert children.type(PlanIndexPage).count() == 1
        assert children.type(InformationPage).count() == 2


def test_the_pages_are_translations_of_each_other(kommun):
    for page in [kommun, *InformationPage.objects.filter(locale=kommun.locale)]:
        languages = page.get_translations(inclusive=True).values_list(
            "locale__language_code", flat=True
        )
        assert set(languages) == set(LANGUAGES)


def test_the_site_begins_at_the_swedish_start_page(kommun):
    site = Site.objects.get(is_default_site=True)

    assert site.root_page.specific == HomePage.objects.get(locale__language_code="sv")
    assert kommun.url == "/sv/styrdokument/"


def test_wagtails_page_of_welcome_is_gone(kommun):
    assert not Page.objects.filter(depth=2).not_type(HomePage).exists()


def test_there_is_an_accessibility_statement_with_a_form_in_every_language(kommun):
    statements = InformationPage.objects.filter(shows_feedback_form=True)

    assert sorted(page.locale.language_code for page in statements) == sorted(LANGUAGES)
    assert all("digg.se" in page.body for page in statements)


def test_installing_again_changes_nothing(kommun):
    before = tree()

    install_site()

    assert tree() == before
    assert Locale.objects.count() == len(LANGUAGES)
    assert Site.objects.count() == 1
    assert Municipality.objects.count() == 1


def test_what_an_editor_has_changed_is_left_alone(kommun):
    home = HomePage.objects.get(locale__language_code="sv")
    home.title, home.introduction = "Välkommen", "<p>Våra egna ord.</p>"
    home.save()
    about = InformationPage.objects.get(slug="om-styrdokument", locale=home.locale)
    about.slug = "om"
    about.save()

    install_site()

    home.refresh_from_db()
    assert home.title == "Välkommen"
    assert InformationPage.objects.filter(locale=home.locale).count() == 2


def test_a_page_that_an_editor_has_removed_stays_away(kommun):
    about = InformationPage.objects.get(slug="about-steering-documents")
    about.delete()

    install_site()

    assert not InformationPage.objects.filter(slug="about-steering-documents").exists()


def test_a_language_added_later_is_linked_to_the_others(kommun, settings):
    everything = settings.WAGTAIL_CONTENT_LANGUAGES
    finnish = HomePage.objects.get(locale__language_code="fi")
    finnish.delete()
    Locale.objects.get(language_code="fi").delete()
    settings.WAGTAIL_CONTENT_LANGUAGES = [p for p in everything if p[0] != "fi"]
    install_site()
    settings.WAGTAIL_CONTENT_LANGUAGES = everything

    install_site()

    about = InformationPage.objects.get(slug="tietoa-ohjausasiakirjoista")
    assert about.get_translations().count() == len(LANGUAGES) - 1


def test_a_language_we_have_no_words_in_gets_pages_with_a_name_that_is_no_languages(
    kommun, settings
):
    settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("so", "Somaliska")]

    install_site()

    home = HomePage.objects.get(locale__language_code="so")
    assert home.get_children().live().count() == 1
    assert home.translation_key == HomePage.objects.get(locale=kommun.locale).translation_key


def test_a_page_of_ones_own_is_not_taken_for_wagtails(db):
    root = Page.get_first_root_node()
    own = root.add_child(instance=Page(title="Eget", slug="home"))

    install_site()

    assert Page.objects.filter(pk=own.pk).exists()


def test_installing_again_is_a_matter_of_few_queries(kommun):
    with CaptureQueriesContext(connection) as queries:
        install_site()

    assert len(queries) < 250


def test_the_command_says_where_and_in_which_languages(kommun, capsys):
    call_command("install")

    said = capsys.readouterr().out
    assert "http://localhost" in said
    assert "sv, en, ar, fi, sv-simple" in said


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_texts_hold_nothing_that_the_editor_could_not_have_written(code):
    texts = texts_in(code)

    html = " ".join(value for page in texts.values() for value in page.values())

    assert set(re.findall(r"<(\w+)", html)) <= RICH_TEXT
    assert html.count("<p>") == html.count("</p>")
    assert html.count("<li>") == html.count("</li>")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_addresses_are_plain_ascii(code):
    slugs = [page["slug"] for name, page in texts_in(code).items() if name != "home"]

    assert len(slugs) == len(set(slugs)) == 3
    assert all(re.fullmatch(r"[a-z-]+", slug) for slug in slugs)


def test_no_language_has_been_forgotten_in_the_folder():
    assert sorted(path.stem for path in TEXTS.glob("*.toml")) == sorted(LANGUAGES)
