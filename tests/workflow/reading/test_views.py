"""A page is shown by the view of its kind: to readers, and to an official who looks at a draft."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from plandocs import serving
from plandocs.models import HomePage, PlanIndexPage
from plandocs.serving import ShownByView
from tests.workflow.reading.conftest import in_swedish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", ShownByView.__subclasses__())
def test_every_kind_of_page_that_is_read_has_a_view(model):
    assert model in serving._VIEWS


def test_a_page_that_no_view_shows_is_not_there(kommun, client, monkeypatch):
    monkeypatch.delitem(serving._VIEWS, PlanIndexPage)

    assert client.get("/sv/styrdokument/").status_code == 404


def test_an_official_sees_a_draft_as_readers_will(matter, client, superuser):
    client.force_login(superuser)
    edition = matter.opened().case.revision
    edition.title = "En bättre titel"
    edition.save_revision()

    seen = client.get(f"/admin/pages/{edition.pk}/view_draft/").content.decode()

    assert "En bättre titel" in seen
    assert in_swedish("This is a draft. Nobody has decided on it.") in seen
    assert client.get(edition.url).status_code == 404


def test_every_page_of_the_site_can_be_looked_at_before_it_is_published(matter, client, superuser):
    matter.adopted()
    client.force_login(superuser)
    shown = [page for page in Page.objects.specific() if isinstance(page, ShownByView)]

    for page in shown:
        response = client.get(f"/admin/pages/{page.pk}/view_draft/")
        assert response.status_code == 200, page
        assert str(page.title) in response.content.decode()
    assert {HomePage, PlanIndexPage} < {type(page) for page in shown}


def test_the_menu_is_asked_for_once_a_page(kommun, client):
    with CaptureQueriesContext(connection) as asked:
        client.get("/sv/tillganglighet/synpunkt/")  # it stands in head, foot and breadcrumb

    menus = [query for query in asked if '"depth" IN (2, 3)' in query["sql"]]
    assert len(menus) == 1
