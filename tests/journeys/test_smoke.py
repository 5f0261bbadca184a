"""The browser, the database and the HTML checker of the journeys do their part."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page, Workflow


def test_the_login_page_speaks_swedish(page, live_server):
    page.goto(f"{live_server.url}/admin/")

    assert page.get_by_role("button", name="Logga in").is_visible()


@pytest.mark.parametrize("journey", ["first", "second"])
def test_every_journey_starts_with_the_rows_of_the_migrations(journey):
    for model in (Group, Locale, Page, Workflow):
        assert model.objects.exists()


def test_the_html_checker_finds_what_is_wrong(html_errors):
    found = html_errors({"wrong": "<!doctype html><title>Fel</title><p><div></p>"})

    assert "wrong, line 1: No “p” element in scope but a “p” end tag seen." in found
