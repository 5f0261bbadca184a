"""Every language has its own address, and says of itself what it is."""

import re

import pytest
from bs4 import BeautifulSoup

from plandocs.models import HomePage, InformationPage
from tests.factories.situations import BODY, Matter, starts_from
from tests.factories.translations import (
    BEGUN,
    RELEASED,
    in_translation,
    next_edition,
    released_in_english,
)
from workflow.services.translation import (
    publish_easy_read,
    write_easy_read,
)

LANGUAGES = [
    ("sv", "ltr"),
    ("en", "ltr"),
    ("ar", "rtl"),
    ("fi", "ltr"),
    ("sv-simple", "ltr"),
]


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("code", "direction"), LANGUAGES)
def test_each_language_has_a_prefix_and_says_so_to_browsers(client, kommun, code, direction):
    response = client.get(f"/{code}/")

    html = re.search(r"<html[^>]*>", response.content.decode())[0]
    assert response.status_code == 200
    assert response.headers["Content-Language"] == code
    assert f'lang="{code}"' in html
    assert ('dir="rtl"' in html) is (direction == "rtl")


@pytest.mark.parametrize(("code", "_direction"), LANGUAGES)
def test_each_language_has_its_list_and_its_accessibility_statement(
    client, kommun, code, _direction
):
    home = HomePage.objects.get(locale__language_code=code)

    for page in home.get_children():
        assert page.url.startswith(f"/{code}/")
        assert page.title in read(client, page.url)


@pytest.mark.parametrize(("code", "_direction"), LANGUAGES)
def test_the_accessibility_statement_has_its_form(client, kommun, code, _direction):
    statement = InformationPage.objects.get(locale__language_code=code, shows_feedback_form=True)

    assert "<form" in read(client, statement.url)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("sv", "/sv/"), ("en-GB,en", "/en/"), ("ar", "/ar/"), ("fi", "/fi/"), ("de", "/sv/")],
)
def test_the_bare_address_leads_to_the_readers_language(client, kommun, asked, answered):
    response = client.get("/", headers={"accept-language": asked})

    assert response.url == answered


def test_the_pages_of_a_language_do_not_vary_with_the_browser(client, kommun):
    response = client.get("/sv/", headers={"accept-language": "en"})

    assert "Accept-Language" not in response.headers.get("Vary", "")


@starts_from(released_in_english)
def test_a_partial_translation_marks_what_is_in_swedish(client, released):
    html = read(client, released.url)

    assert language_of(html, "Alla ska kunna låna en cykel.") == "sv"
    assert language_of(html, "Den som cyklar ska känna sig trygg.") == "sv"
    assert language_of(html, "Lamps are put up along every way to school.") == "en"


def language_of(html, words):
    """Return the language that a screen reader would pronounce the words in."""
    main = BeautifulSoup(html, "html.parser").find("main")
    [text] = main.find_all(string=re.compile(words))
    return text.find_parent(lang=True)["lang"]


@starts_from(released_in_english)
def test_the_plan_in_english_shows_the_translation(client, released):
    html = read(client, released.plan.url)

    assert "Cycling plan 2026–2030" in html
    assert "Safe roads" in html


@starts_from(released_in_english)
def test_a_language_without_a_translation_has_no_page_of_the_plan(client, text):
    slug = text.plan.slug

    assert client.get(f"/fi/ohjausasiakirjat/{slug}/").status_code == 404


@starts_from(in_translation)
def test_a_begun_translation_cannot_be_read(client, text, english):
    page = text.get_translation(english)

    assert client.get(f"/en/steering-documents/{page.plan.slug}/").status_code == 404
    assert client.get(f"/en/steering-documents/{page.plan.slug}/{page.slug}/").status_code == 404


@starts_from(released_in_english)
def test_the_older_translation_is_shown_until_the_new_edition_has_one(
    client, released, matter, monkeypatch
):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})
    day = later.adoption.adopted_on
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)

    html = read(client, released.plan.url)

    assert "Safe roads" in html


@starts_from(Matter.adopted)
def test_the_easy_to_read_text_is_read_under_its_own_prefix(client, text, oversattare, redaktor):
    draft = write_easy_read(revision=text, on=BEGUN, user=oversattare)
    draft.body = [
        (
            "easy_read",
            {"heading": "Lampor", "text": "<p>Det blir lampor.</p>", "covers": [BODY[1]["id"]]},
        )
    ]
    draft.save_revision()
    page = publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    response = client.get(page.url)

    html = response.content.decode()
    assert page.url.startswith("/sv-simple/styrdokument/")
    assert response.headers["Content-Language"] == "sv-simple"
    assert "Det blir lampor." in html
    assert "Alla ska kunna låna en cykel." not in html
