"""What stands around every page: head, logotype, and the pages for what went wrong."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client

from plandocs.models import Municipality
from tests.workflow.reading.conftest import in_swedish, page_of
from workflow.reading.tags import plain_text


def test_without_a_logotype_our_own_mark_stands_in_the_header(client, kommun):
    html = client.get("/sv/").content.decode()

    assert "brand__mark" in html
    assert "brand__logo" not in html


def test_a_logotype_that_is_set_takes_the_place_of_our_mark(client, kommun):
    municipality = Municipality.load()
    municipality.logo.name = "municipality/vapen.svg"
    municipality.save()

    html = client.get("/sv/").content.decode()

    assert '<img class="brand__logo" src="/media/municipality/vapen.svg" alt="">' in html
    assert "brand__mark" not in html


@pytest.mark.parametrize(
    ("template", "swedish", "english"),
    [
        ("500.html", "Något gick fel hos oss", "Something went wrong"),
        ("400.html", "Det gick inte att ta emot", "This could not be received"),
    ],
)
def test_the_pages_for_faults_ask_nothing_of_the_database_or_the_request(
    template, swedish, english
):
    html = render_to_string(template)

    assert swedish in html
    assert english in html


def test_a_form_from_elsewhere_gets_a_page_in_the_readers_language_that_says_what_to_do(kommun):
    stranger = Client(enforce_csrf_checks=True)

    response = stranger.post("/sv/tillganglighet/synpunkt/", {"message": "Kartan går inte att nå"})

    assert response.status_code == 403
    html = response.content.decode()
    assert '<html lang="sv"' in html
    assert in_swedish("The form could not be received") in html


def test_a_page_names_its_own_address_and_says_what_it_is_about(client, kommun):
    html = page_of(client, "/sv/styrdokument/")

    assert '<link rel="canonical" href="http://testserver/sv/styrdokument/">' in html
    assert 'name="robots"' not in html
    assert re.search(r'<meta property="og:title" content="[^"]+">', html)


def test_search_engines_are_kept_from_the_answers_to_questions(client, kommun):
    html = page_of(client, "/sv/styrdokument/?q=cykel")

    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html


def test_a_page_that_is_not_there_has_no_address_of_its_own(client, kommun):
    assert "canonical" not in page_of(client, "/sv/finns-inte/")


def test_rich_text_becomes_plain_words_for_the_head_of_a_page():
    assert plain_text("<p>Mat &amp; dryck.</p><p>Båda</p>") == "Mat & dryck. Båda"


def test_a_page_that_has_not_changed_since_it_was_fetched_is_not_sent_again(client, kommun):
    first = client.get("/sv/")
    again = client.get("/sv/", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert "Content-Security-Policy" in again
