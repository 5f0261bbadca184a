"""No screen makes public what no body has adopted, whoever tries and whatever right they have."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import WorkflowState

from plandocs.models import PlanPage, PlanRevisionPage, TjansteskrivelsePage
from tests.workflow.gate import screens
from tests.workflow.gate.record import UNADOPTED, nothing_changes
from tests.workflow.gate.register import closes

ANSWERS = {200, 302, 400, 403, 404, 405, 409}
"""What a refusal may look like to the browser: never an error page."""


def attempt(try_it, client, record, names):
    with nothing_changes():
        for name in names:
            response = try_it(client, record.fresh(name))

            assert response.status_code in ANSWERS, name


@closes("editor: publish")
def test_the_editor_publishes_nothing_unadopted(actor, client, record):
    attempt(screens.publish_from_editor, client, record, UNADOPTED)


@closes("editor: publish, with a schedule")
def test_the_editor_schedules_nothing_unadopted(actor, client, record):
    attempt(screens.schedule_from_editor, client, record, UNADOPTED)


@closes("editor: set an expiry")
def test_the_editor_lets_nothing_of_the_record_expire(actor, client, record):
    attempt(screens.expire_from_editor, client, record, ("adopted", "english", "easy", "round"))


@closes("editor: set an expiry")
def test_the_pages_above_have_no_expiry_to_set(admin, client, record):
    for name in ("plan", "index", "home"):
        screens.expire_from_editor(client, record.fresh(name))

        assert record.fresh(name).expire_at is None


@closes("editor: submit for moderation")
def test_no_text_is_sent_on_its_way_from_the_editor(actor, client, record):
    before = WorkflowState.objects.count()

    attempt(screens.submit_for_moderation, client, record, UNADOPTED)

    assert WorkflowState.objects.count() == before


@closes("editor: run or restart a workflow action")
@pytest.mark.parametrize(
    "fields",
    [
        {"action-workflow-action": "1", "workflow-action-name": "approve"},
        {"action-workflow-action": "1", "workflow-action-name": "reject"},
        {"action-restart-workflow": "1"},
    ],
    ids=["approve", "reject", "restart"],
)
def test_no_workflow_action_is_taken_from_the_editor(actor, client, record, fields):
    state = record.consulted.current_workflow_state

    with nothing_changes():
        response = screens.edit(client, record.fresh("consulted"), **fields)

        assert response.status_code in ANSWERS
    assert WorkflowState.objects.get(pk=state.pk).current_task_state == state.current_task_state


@closes("editor: cancel the workflow as the one who submitted it")
def test_nobody_calls_a_text_back_from_the_editor(actor, client, record):
    state = record.consulted.current_workflow_state
    WorkflowState.objects.filter(pk=state.pk).update(requested_by=actor)

    with nothing_changes():
        response = screens.edit(
            client, record.fresh("consulted"), **{"action-cancel-workflow": "1"}
        )

        assert response.status_code == 302
    assert WorkflowState.objects.get(pk=state.pk).status == WorkflowState.STATUS_IN_PROGRESS


@closes("workflow address: approve or reject")
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_the_workflow_is_not_moved_by_its_address(actor, client, record, action):
    task_state = record.consulted.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[record.consulted.pk, action, task_state.pk]
    )

    with nothing_changes():
        response = client.post(address)

        assert response.status_code in ANSWERS
    task_state.refresh_from_db()
    assert task_state.status == task_state.STATUS_IN_PROGRESS


@closes("create: with publish", "create: as a draft under a page of the record")
@pytest.mark.parametrize("action", [{"action-publish": "1"}, {}], ids=["publish", "draft"])
@pytest.mark.parametrize(
    ("model", "parent"),
    [(PlanPage, "index"), (PlanRevisionPage, "plan"), (TjansteskrivelsePage, "adopted")],
    ids=["plan", "edition", "memo"],
)
def test_no_page_of_the_record_is_created_by_hand(actor, client, record, model, parent, action):
    kind = ContentType.objects.get_for_model(model)
    page = model(title="Ny", slug="ny")
    address = reverse(
        "wagtailadmin_pages:add", args=[kind.app_label, kind.model, getattr(record, parent).pk]
    )

    with nothing_changes():
        response = client.post(address, screens.form_of(page, slug="ny", **action))

        assert response.status_code in ANSWERS


@closes("history: publish an earlier version")
def test_no_earlier_version_is_published_from_the_history(actor, client, record):
    attempt(screens.publish_earlier_version, client, record, UNADOPTED[:-1])


@closes("bulk: publish")
def test_the_bulk_action_publishes_nothing_unadopted(actor, client, record):
    attempt(screens.bulk_publish, client, record, UNADOPTED)


@closes(
    "bulk: publish an ancestor with its descendants",
    "two acts: a refusal after half of a bulk action",
)
def test_publishing_an_ancestor_publishes_nothing_unadopted(actor, client, record):
    attempt(screens.bulk_publish_descendants, client, record, ("index", "home", "plan"))


@closes("copy: published", "copy: as a draft", "copy: as an alias")
@pytest.mark.parametrize(
    "way",
    [screens.copy_published, screens.copy_as_draft, screens.alias],
    ids=lambda way: way.__name__,
)
def test_nothing_of_the_record_is_copied(actor, client, record, way):
    attempt(way, client, record, (*UNADOPTED, "adopted", "english", "easy", "plan", "round"))


@closes("copy: an ancestor with its subpages, published", "copy: an ancestor as an alias")
@pytest.mark.parametrize("choice", ["publish_copies", "alias"])
def test_no_ancestor_is_copied_with_what_stands_under_it(actor, client, record, choice):
    def copy(client, page):
        return screens.copy(client, page, copy_subpages="on", **{choice: "on"})

    attempt(copy, client, record, ("index", "home"))


@closes("alias: convert")
def test_there_is_no_alias_of_the_record_to_convert(actor, client, record):
    attempt(screens.convert_alias, client, record, UNADOPTED)


@closes("api: publish", "api: copy", "api: create an alias", "api: copy for translation")
@pytest.mark.parametrize(
    "way",
    [
        screens.api_publish,
        screens.api_copy,
        screens.api_alias,
        screens.api_copy_for_translation,
    ],
    ids=lambda way: way.__name__,
)
def test_the_admin_api_publishes_nothing_of_the_record(actor, client, record, way):
    attempt(way, client, record, (*UNADOPTED, "adopted", "english", "round"))


@closes("api: convert an alias")
def test_the_admin_api_has_no_alias_of_the_record_to_convert(actor, client, record):
    with nothing_changes():
        response = screens.api(client, "convert_alias", record.fresh("draft"))

        assert response.status_code in ANSWERS
