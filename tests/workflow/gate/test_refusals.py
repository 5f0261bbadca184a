"""A refusal is a sentence for the person who acts, and nothing of what was begun is saved."""

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Page

from tests.workflow.gate import screens
from tests.workflow.gate.record import nothing_changes
from workflow.errors import RuleViolation
from workflow.middleware import RefusalMiddleware

pytestmark = pytest.mark.django_db
SENTENCE = RuleViolation("Det går inte nu. Gör så här.", code="step_not_possible")


@pytest.fixture
def answer(client):
    middleware = RefusalMiddleware(lambda _request: HttpResponse())

    def ask(exception=SENTENCE, *, method="post", path="/admin/pages/3/", **headers):
        request = getattr(RequestFactory(headers=headers), method)(path)
        request.session = client.session
        request._messages = Kept()
        return middleware.process_exception(request, exception), request._messages.kept

    return ask


class Kept:
    """Messages, kept in a list."""

    def __init__(self):
        self.kept = []

    def add(self, level, message, extra_tags=""):
        self.kept.append(str(message))


def test_a_refusal_in_the_admin_returns_to_the_page_with_the_sentence(answer):
    response, messages = answer(referer="http://testserver/admin/pages/3/edit/")

    assert response.status_code == 302
    assert response.url == "http://testserver/admin/pages/3/edit/"
    assert messages == [SENTENCE.message]


def test_a_refusal_never_leads_to_another_site(answer):
    response, messages = answer(referer="https://example.com/admin/")

    assert response.url == reverse("wagtailadmin_home")
    assert messages == [SENTENCE.message]


def test_a_refused_page_is_not_returned_to(answer):
    response, _messages = answer(
        method="get",
        path="/admin/pages/3/delete/",
        referer="http://testserver/admin/pages/3/delete/",
    )

    assert response.url == reverse("wagtailadmin_home")


@pytest.mark.parametrize(
    "headers", [{"x-requested-with": "XMLHttpRequest"}, {"accept": "application/json"}]
)
def test_a_script_gets_the_refusal_as_json(answer, headers):
    response, _messages = answer(**headers)

    assert response.status_code == 409
    assert b'"code": "step_not_possible"' in response.content


def test_what_is_no_refusal_is_left_to_django(answer):
    response, _messages = answer(IntegrityError("NOT NULL constraint failed: plandocs_case.title"))

    assert response is None


def test_a_refusal_by_the_database_is_a_sentence_too(answer):
    response, messages = answer(IntegrityError("styrdok:not_adopted\nCONTEXT: a function"))

    assert response.status_code == 302
    assert messages[0].startswith("Något som inte är antaget")


def test_a_refusal_outside_the_admin_is_a_page(client, record):
    response = RefusalMiddleware(lambda _request: HttpResponse()).process_exception(
        public_request(client, record), SENTENCE
    )

    assert response.status_code == 409
    assert SENTENCE.message in response.content.decode()


def public_request(client, record):
    return client.get(record.home.get_url()).wsgi_request


def test_half_of_a_bulk_action_is_not_kept(admin, client, record):
    """The ordinary page comes first and is published; then the text that is refused undoes it."""
    from plandocs.models import InformationPage

    page = InformationPage(title="Nyhet", slug="nyhet", body="<p>Nytt.</p>", live=False)
    record.home.add_child(instance=page)
    page.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    with nothing_changes():
        response = client.post(f"{address}?id={page.pk}&id={record.index.pk}&next=/admin/")

    assert response.status_code == 302
    assert [str(message) for message in get_messages(response.wsgi_request)]
    assert Page.objects.filter(pk=page.pk).exists()


def test_half_of_a_move_is_not_kept(admin, client, record, another_site):
    with nothing_changes():
        response = screens.move(client, record.fresh("index"), another_site.home)

    assert response.status_code == 302
    assert record.fresh("index").get_parent() == record.home.page_ptr
