"""Anyone can say what does not work for them (DOS-lagen 2018:1937, 12–15 §§)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from plandocs.models import AccessibilityFeedback
from workflow.services import flood


@pytest.fixture
def url(kommun):
    return reverse("accessibility_feedback")


def test_what_somebody_writes_is_kept_and_thanked_for(client, url):
    response = client.post(url, {"message": "Tabellen läses inte upp.", "page_address": "/sv/"})

    assert response.status_code == 302
    assert response.url == reverse("feedback_thanks")
    assert client.get(response.url).status_code == 200
    assert AccessibilityFeedback.objects.get().message == "Tabellen läses inte upp."


def test_an_empty_form_comes_back_with_the_fault_named_and_tied_to_its_field(client, url):
    response = client.post(url, {"message": "", "email": "inte en adress"})

    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#feedback-message"' in html
    assert 'href="#feedback-email"' in html
    assert html.count('aria-invalid="true"') == 2
    assert not AccessibilityFeedback.objects.exists()


def test_a_program_that_fills_in_the_trap_is_thanked_and_leaves_nothing(client, url):
    response = client.post(url, {"message": "Köp nu", "website": "https://example.org"})

    assert response.url == reverse("feedback_thanks")
    assert not AccessibilityFeedback.objects.exists()


def test_the_form_stands_on_the_page_about_accessibility(client, kommun):
    html = client.get("/sv/tillganglighetsredogorelse/").content.decode()

    assert f'action="{reverse("accessibility_feedback")}"' in html


def test_a_form_without_its_token_is_refused(kommun, url):
    assert Client(enforce_csrf_checks=True).post(url, {"message": "x"}).status_code == 403


def test_when_much_has_come_from_one_network_the_words_are_kept_and_the_time_is_told(
    client, url, monkeypatch
):
    monkeypatch.setattr(flood, "FEEDBACK", flood.Limit("feedback", 1, timedelta(hours=1)))
    client.post(url, {"message": "Det första."})

    response = client.post(url, {"message": "Det andra.", "page_address": "/sv/"})

    html = response.content.decode()
    assert response.status_code == 429
    assert 3600 <= int(response["Retry-After"]) <= 3660
    assert "eller senare" in html
    assert "Det andra." in html
    assert 'value="/sv/"' in html
    assert AccessibilityFeedback.objects.count() == 1


def test_what_falls_into_the_trap_uses_up_nobodys_turn(client, url, monkeypatch):
    monkeypatch.setattr(flood, "FEEDBACK", flood.Limit("feedback", 1, timedelta(hours=1)))
    for _time in range(3):
        client.post(url, {"message": "Köp nu", "website": "https://example.org"})

    assert client.post(url, {"message": "Tabellen."}).status_code == 302
