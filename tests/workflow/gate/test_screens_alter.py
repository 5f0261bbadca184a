"""No screen alters, hides, moves or loses what is adopted, sent or public, whoever tries."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Workflow, WorkflowState

from plandocs.vocabulary import Outcome
from tests.workflow.gate import screens
from tests.workflow.gate.record import PUBLIC, nothing_changes
from tests.workflow.gate.register import closes
from tests.workflow.gate.screens import messages_of
from tests.workflow.gate.test_screens_publish import ANSWERS, attempt

LOCKED = ("adopted", "english", "round", "sent_memo")
ABOVE = ("plan", "index", "home")


@closes("editor: save an adopted text, a sent memo or a round")
def test_what_is_adopted_sent_or_asked_is_not_edited(actor, client, record):
    saved = {name: record.fresh(name).latest_revision_id for name in LOCKED}

    attempt(screens.edit, client, record, LOCKED)
    attempt(screens.publish_from_editor, client, record, LOCKED)

    assert {name: record.fresh(name).latest_revision_id for name in LOCKED} == saved


@closes("editor: autosave into an adopted text")
def test_nothing_is_autosaved_into_what_is_adopted_sent_or_asked(actor, client, record):
    with nothing_changes():
        for name in ("adopted", "round", "sent_memo"):
            page = record.fresh(name)

            response = screens.autosave(client, page, overwrite_revision_id=page.latest_revision_id)

            assert response.status_code == 400
            assert response.json()["error_code"] == "locked"


@closes("editor: autosave over a version that a body has received")
def test_a_tab_left_open_does_not_write_over_what_a_body_received(admin, client, record, matter):
    matter.opened(diarienummer="KS 2026/0190").memo(matter.ksau, date(2026, 1, 20))
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=19)
    text = matter.case.revision
    version = text.latest_revision
    type(version).objects.filter(pk=version.pk).update(user=admin)

    with nothing_changes():
        response = screens.autosave(client, text, overwrite_revision_id=version.pk)

        assert response.status_code == 409
        assert response.json()["code"] == "record_is_frozen"
        assert response.json()["error_message"].startswith("Den här sparade versionen")


@closes("history: revert to an earlier version", "api: revert")
@pytest.mark.parametrize("way", [screens.revert, screens.api_revert], ids=lambda way: way.__name__)
def test_nothing_adopted_or_sent_goes_back_to_an_earlier_version(actor, client, record, way):
    saved = {name: record.fresh(name).latest_revision_id for name in ("adopted", "sent_memo")}

    attempt(way, client, record, saved)

    assert {name: record.fresh(name).latest_revision_id for name in saved} == saved


@closes("editor: change the address of a page above")
def test_the_pages_above_keep_their_address(actor, client, record):
    addresses = {name: record.fresh(name).url_path for name in (*ABOVE, "adopted")}

    for name in ABOVE:
        response = screens.change_slug(client, record.fresh(name))

        assert response.status_code == 302

    assert {name: record.fresh(name).url_path for name in addresses} == addresses


@closes("unpublish", "bulk: unpublish", "api: unpublish")
@pytest.mark.parametrize(
    "way",
    [screens.unpublish, screens.bulk_unpublish, screens.api_unpublish],
    ids=lambda way: way.__name__,
)
def test_what_is_public_stays_public(actor, client, record, way):
    attempt(way, client, record, PUBLIC)


@closes(
    "unpublish: an ancestor with its descendants",
    "bulk: unpublish an ancestor with its descendants",
)
@pytest.mark.parametrize(
    "way",
    [screens.unpublish_with_descendants, screens.bulk_unpublish_descendants, screens.api_unpublish],
    ids=lambda way: way.__name__,
)
def test_what_is_public_is_not_hidden_with_the_pages_above(actor, client, record, way):
    attempt(way, client, record, ABOVE)


@closes("delete", "bulk: delete", "api: delete")
@pytest.mark.parametrize(
    "way", [screens.delete, screens.bulk_delete, screens.api_delete], ids=lambda way: way.__name__
)
def test_nothing_of_the_record_is_deleted(actor, client, record, way):
    attempt(way, client, record, (*PUBLIC, "sent_memo", "draft", "consulted"))


@closes("delete: an ancestor", "bulk: delete an ancestor")
@pytest.mark.parametrize(
    "way", [screens.delete, screens.bulk_delete, screens.api_delete], ids=lambda way: way.__name__
)
def test_nothing_of_the_record_is_deleted_with_the_pages_above(actor, client, record, way):
    attempt(way, client, record, (*ABOVE, "new_plan"))


def test_a_page_that_is_kept_says_why(admin, client, record):
    response = screens.delete(client, record.fresh("index"))

    assert response.status_code == 302
    [message] = messages_of(response)
    assert message.startswith("Under ”Styrdokument” finns publicerade handlingar")


def test_the_page_that_confirms_a_removal_says_why_there_is_none(admin, client, record):
    response = client.get(reverse("wagtailadmin_pages:delete", args=[record.index.pk]))

    assert response.status_code == 302
    assert messages_of(response)


def test_a_draft_memo_may_be_thrown_away(admin, client, record):
    screens.delete(client, record.fresh("memo"))

    assert not Page.objects.filter(pk=record.memo.pk).exists()


@closes("delete: a body, a person or a workflow that the record refers to")
def test_a_body_that_the_record_refers_to_stays(actor, client, record):
    address = reverse("wagtailsnippets_plandocs_organisation:delete", args=[record.council.pk])

    with nothing_changes():
        response = client.post(address)

        assert response.status_code in ANSWERS
    assert type(record.council).objects.filter(pk=record.council.pk).exists()


@closes("delete: a body, a person or a workflow that the record refers to")
def test_a_person_that_the_record_refers_to_stays(actor, client, record):
    with nothing_changes():
        response = client.post(reverse("wagtailusers_users:delete", args=[record.handlaggare.pk]))

        assert response.status_code in ANSWERS
    assert type(record.handlaggare).objects.filter(pk=record.handlaggare.pk).exists()


@closes("delete: a body, a person or a workflow that the record refers to")
def test_the_workflow_stays_while_a_case_is_on_it(actor, client, record):
    workflow = Workflow.objects.get()
    running = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    before = list(running)

    response = client.post(reverse("wagtailadmin_workflows:disable", args=[workflow.pk]))

    assert response.status_code == 302
    assert Workflow.objects.get().active
    assert before
    assert list(running) == before


def targets(record, another_site):
    return {
        "adopted": record.fresh("new_plan"),
        "english": record.fresh("plan"),
        "draft": record.fresh("plan"),
        "plan": another_site.index,
        "new_plan": another_site.index,
        "round": record.fresh("adopted"),
        "memo": record.fresh("adopted"),
    }


@closes("move", "bulk: move", "api: move")
@pytest.mark.parametrize(
    "way", [screens.move, screens.bulk_move, screens.api_move], ids=lambda way: way.__name__
)
def test_nothing_of_the_record_is_moved(actor, client, record, another_site, way):
    with nothing_changes():
        for name, target in targets(record, another_site).items():
            parent = record.fresh(name).get_parent()

            response = way(client, record.fresh(name), target)

            assert response.status_code in ANSWERS
            assert record.fresh(name).get_parent() == parent


@closes("move: an ancestor")
@pytest.mark.parametrize(
    "way", [screens.move, screens.bulk_move, screens.api_move], ids=lambda way: way.__name__
)
def test_the_list_of_documents_is_not_moved(actor, client, record, another_site, way):
    with nothing_changes():
        response = way(client, record.fresh("index"), another_site.home)

        assert response.status_code in ANSWERS


@closes("reorder")
def test_nothing_of_the_record_changes_places(actor, client, record):
    attempt(screens.reorder, client, record, ("new_plan", "plan", "adopted", "round", "sent_memo"))


@closes("privacy: limit the readers", "privacy: limit the readers of an ancestor")
def test_what_is_public_is_public_to_everyone(actor, client, record):
    attempt(screens.make_private, client, record, (*PUBLIC, "draft", *ABOVE))

    assert not PageViewRestriction.objects.exists()
