"""A form that no screen of ours sends is refused in a sentence, and saves nothing."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState

from plandocs.models import InformationPage
from tests.workflow.gate import screens
from tests.workflow.gate.record import nothing_changes
from tests.workflow.gate.register import closes

PAGES = (
    *("adopted", "english", "finnish", "easy", "plan", "draft", "new_plan", "memo", "sent_memo"),
    *("consulted", "round", "index", "home", "information"),
)
STREAMS = {"draft": "body", "consulted": "body", "memo": "proposal"}
LONG = "9" * 4500
STEPS = {
    "none": {},
    "empty": {"workflow-action-name": ""},
    "approve": {"workflow-action-name": "approve"},
    "unknown": {"workflow-action-name": "borta"},
    "long": {"workflow-action-name": LONG},
}
TRIED = [
    *((name, step) for name in PAGES for step in ("none", "approve")),
    *((name, step) for name in ("draft", "memo") for step in ("empty", "unknown", "long")),
]


@pytest.fixture(params=["handlaggare", "superuser"])
def editor(request, record, client, db):
    client.force_login(record.actors[request.param])
    return record.actors[request.param]


def page_of(record, name):
    if name != "information":
        return record.fresh(name)
    page = InformationPage(title="Om oss", slug="om-oss", body="<p>Vi.</p>")
    record.home.add_child(instance=page)
    return page


def saved():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Page, Revision, PageLogEntry, WorkflowState)
    ]


def refused(response):
    """Say that an answer is a refusal: a sentence with 400, or Wagtail's own that leads home."""
    if response.status_code == 302:
        return response.url == reverse("wagtailadmin_home") and bool(screens.messages_of(response))
    return response.status_code == 400


@closes("editor: run or restart a workflow action")
@pytest.mark.parametrize(("name", "step"), TRIED)
def test_a_step_that_is_not_there_is_refused_in_a_sentence(client, record, editor, name, step):
    page = page_of(record, name)
    before = saved()

    with nothing_changes():
        response = screens.edit(client, page, **{"action-workflow-action": "true", **STEPS[step]})

    assert refused(response)
    assert saved() == before


def test_the_refusal_of_a_step_says_what_to_do(client, record, admin):
    response = screens.edit(client, record.fresh("draft"), **{"action-workflow-action": "true"})

    assert response.status_code == 400
    assert "Läs in sidan på nytt" in response.content.decode()


def test_a_script_hears_the_refusal_of_a_step_as_json(client, record, admin):
    response = screens.autosave(client, record.fresh("draft"), **{"action-workflow-action": "1"})

    assert response.status_code == 400
    assert response.json()["code"] == "no_such_step"


MISSING = object()
COUNTS = {
    "missing": MISSING,
    "empty": "",
    "a word": "många",
    "a fraction": "1.5",
    "4500 digits": LONG,
    "23 digits": "9" * 23,
    "one more than sent": "more",
    "other digits": "٣",
}
WAYS = {
    "edit": lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
    "preview": lambda page: reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]),
    "revert": lambda page: reverse(
        "wagtailadmin_pages:revisions_revert", args=[page.pk, page.revisions.first().pk]
    ),
}


def with_count(form, stream, count):
    key = f"{stream}-count"
    if count is MISSING:
        return {name: value for name, value in form.items() if name != key}
    return {**form, key: int(form[key]) + 1 if count == "more" else count}


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", STREAMS)
def test_a_count_that_is_not_that_of_the_rows_is_refused(client, record, editor, name, way, count):
    page = record.fresh(name)
    form = with_count(screens.form_of(page), STREAMS[name], count)
    before = saved()

    with nothing_changes():
        response = client.post(WAYS[way](page), form)

    assert refused(response)
    if response.status_code == 400:
        assert "har inget sparats" in response.content.decode()
    assert saved() == before


ROWS = {
    "no order": ("proposal-0-order", MISSING),
    "a word for an order": ("proposal-0-order", "först"),
    "a long order": ("proposal-0-order", LONG),
    "no kind": ("proposal-0-type", MISSING),
    "no word of its removal": ("proposal-0-deleted", MISSING),
    "rich text that is no text": ("summary", "{"),
    "rich text of another shape": ("summary", "[1]"),
}


@pytest.mark.parametrize(("field", "value"), ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("ask", ["page", "script"])
def test_a_row_that_is_not_whole_is_refused(client, record, admin, field, value, ask):
    memo = record.fresh("memo")
    form = {**screens.form_of(memo), field: value}
    form = {name: value for name, value in form.items() if value is not MISSING}
    accept = {"page": "text/html", "script": "application/json"}[ask]
    before = saved()

    response = client.post(WAYS["edit"](memo), form, headers={"accept": accept})

    assert response.status_code == 400
    assert saved() == before


@pytest.mark.parametrize("value", ["x", "{", "a\0b", LONG], ids=["word", "brace", "NUL", "long"])
@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("memo", "to_body"),
        *((name, "overwrite_revision_id") for name in ("draft", "memo", "english", "home")),
    ],
)
def test_a_key_that_is_no_number_is_refused(client, record, admin, name, field, value):
    page = page_of(record, name)
    before = saved()

    response = screens.edit(client, page, **{field: value})

    assert refused(response) or name in {"english", "finnish"}  # which localize answers for
    assert saved() == before


def test_a_fault_that_is_not_of_a_form_is_none_of_this(client, record, admin, monkeypatch):
    monkeypatch.setattr(InformationPage, "full_clean", lambda self, *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        screens.edit(client, page_of(record, "information"))


@pytest.mark.parametrize("way", ["add", "preview_on_add"])
def test_a_new_page_whose_words_cannot_be_read_is_refused(client, record, admin, way):
    page = InformationPage(title="Ny", slug="ny")
    address = reverse(
        f"wagtailadmin_pages:{way}", args=["plandocs", "informationpage", record.home.pk]
    )
    before = saved()

    response = client.post(address, {**screens.form_of(page), "body": "{"})

    assert response.status_code == 400
    assert saved() == before
