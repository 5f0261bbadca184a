"""Code that asks nobody meets the gate at every save, move and removal."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.db.models.deletion import ProtectedError
from wagtail.models import Locale, Page, PageViewRestriction, Revision

from plandocs.models import MemoAttachment, PlanPage, PlanRevisionPage, TjansteskrivelsePage
from plandocs.text.canonical import text_sha256
from tests.workflow.gate.record import PUBLIC, UNADOPTED, nothing_changes
from tests.workflow.gate.register import closes
from workflow import finish
from workflow.errors import RuleViolation
from workflow.gate.appended import MAY_CHANGE
from workflow.models import Adoption, TranslationRelease

pytestmark = pytest.mark.django_db
REFUSED = (RuleViolation, ProtectedError)


def refused(act, code=None):
    """Hold that ``act`` is refused and leaves nothing changed."""
    with nothing_changes(), pytest.raises(REFUSED) as refusal, transaction.atomic():
        act()
    if code:
        assert refusal.value.code == code


@closes("code: revision.publish()")
@pytest.mark.parametrize("name", UNADOPTED)
def test_no_code_publishes_what_is_not_adopted(record, name):
    page = record.fresh(name)
    version = page.get_latest_revision() or page.save_revision()

    refused(lambda: version.publish(skip_permission_checks=True), "not_adopted")


@closes("code: revision.publish() of an earlier version")
def test_no_earlier_version_of_an_adopted_text_is_published(record):
    version = Revision.objects.get(pk=record.adoption.text_revision_id)
    Revision.objects.bulk_create(
        [
            Revision(
                content_type_id=version.content_type_id,
                base_content_type_id=version.base_content_type_id,
                object_id=version.object_id,
                content={**version.content, "title": "En annan text"},
                created_at=version.created_at,
            )
        ]
    )
    other = Revision.objects.filter(object_id=version.object_id).latest("pk")

    refused(lambda: other.publish(skip_permission_checks=True), "adopted_text_is_frozen")


@closes("code: page.save()")
@pytest.mark.parametrize("name", UNADOPTED)
def test_no_page_is_saved_as_live(record, name):
    page = record.fresh(name)
    page.live = True

    refused(page.save, "not_adopted")


@closes("code: page.save()")
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Något annat"),
        ("summary", "Något annat"),
        ("valid_from", 1999),
        ("valid_to", 2099),
        ("body", []),
        ("number", 9),
        ("slug", "nagot-annat"),
        ("live", False),
        ("search_description", "Något annat"),
    ],
)
@pytest.mark.parametrize("name", ["adopted", "english"])
def test_no_adopted_or_released_text_is_saved_with_a_change(record, name, field, value):
    page = record.fresh(name)
    setattr(page, field, value)

    refused(page.save)


@closes("code: page.save()")
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Något annat"),
        ("text", []),
        ("text_title", "Något annat"),
        ("questions", ["Något annat?"]),
        ("missive", "<p>Något annat</p>"),
        ("closes_on", "2027-01-01"),
        ("live", False),
    ],
)
def test_no_round_is_saved_with_a_change(record, field, value):
    page = record.fresh("round")
    setattr(page, field, value)

    refused(page.save, "record_is_frozen")


@closes("code: page.save()")
@pytest.mark.parametrize("field", ["title", "summary", "background", "assessment", "proposal"])
def test_no_sent_memo_is_saved_with_a_change(record, field):
    page = record.fresh("sent_memo")
    setattr(page, field, [] if field == "proposal" else "Något annat")

    refused(page.save, "record_is_frozen")


@closes("code: page.save()")
@pytest.mark.parametrize("field", ["go_live_at", "expire_at"])
@pytest.mark.parametrize("name", ["draft", "adopted", "memo", "round", "plan", "index", "home"])
def test_nothing_of_the_record_waits_for_a_clock(record, name, field):
    page = record.fresh(name)
    setattr(page, field, page.latest_revision_created_at or page.first_published_at)

    refused(page.save, "not_adopted")


@closes("code: page.save() as a plain Page")
@pytest.mark.parametrize("name", UNADOPTED)
def test_no_plain_page_is_saved_as_live(record, name):
    page = Page.objects.get(pk=getattr(record, name).pk)
    page.live = True

    refused(lambda: page.save(clean=False), "not_adopted")


@closes("code: page.save() as a plain Page")
@pytest.mark.parametrize("name", PUBLIC)
def test_no_plain_page_gives_what_is_public_another_address(record, name):
    page = Page.objects.get(pk=getattr(record, name).pk)
    page.slug = "nagot-annat"

    refused(lambda: page.save(clean=False))


@closes("code: page.save() as a plain Page")
@pytest.mark.parametrize("name", ["consulted", "index"])
def test_no_page_above_a_public_round_gets_another_address(record, name):
    page = record.fresh(name)
    page.slug = "nagot-annat"

    refused(lambda: page.save(clean=False), "adopted_text_is_frozen")


@closes("code: page.save() as a plain Page")
@pytest.mark.parametrize("name", [*PUBLIC, "index", "home"])
def test_no_plain_page_hides_what_is_public(record, name):
    page = Page.objects.get(pk=getattr(record, name).pk)
    page.live = False

    refused(lambda: page.save(clean=False))


@closes("code: page.save(update_fields=…)")
@pytest.mark.parametrize("name", UNADOPTED)
def test_no_single_field_makes_a_page_live(record, name):
    page = record.fresh(name)
    page.live = True

    refused(lambda: page.save(update_fields=["live"], clean=False), "not_adopted")


@closes("code: page.save(update_fields=…)")
@pytest.mark.parametrize("field", ["title", "body", "live"])
def test_no_single_field_of_an_adopted_text_changes(record, field):
    page = record.fresh("adopted")
    setattr(page, field, {"title": "Något annat", "body": [], "live": False}[field])

    refused(lambda: page.save(update_fields=[field], clean=False), "adopted_text_is_frozen")


def release(page, user):
    TranslationRelease.objects.create(
        page=page, released_on="2026-07-02", released_by=user, sha256=text_sha256(page)
    )


@closes("code: page.save(update_fields=…)")
@pytest.mark.parametrize("field", ["title", "body", "live"])
def test_no_single_field_of_a_released_translation_changes(record, field):
    page = record.fresh("english")
    setattr(page, field, {"title": "Something else", "body": [], "live": False}[field])
    release(page, record.handlaggare)

    refused(lambda: page.save(update_fields=[field], clean=False), "adopted_text_is_frozen")


def test_a_translation_is_released_again_in_other_words(record):
    page = record.fresh("english")
    page.title, page.summary = "Something else", "In short."
    release(page, record.handlaggare)

    page.save_revision().publish(skip_permission_checks=True)

    public = record.fresh("english")
    assert public.live
    assert (public.title, public.summary) == ("Something else", "In short.")


@closes("code: page.save_revision()")
@pytest.mark.parametrize("name", ["adopted", "sent_memo"])
def test_what_is_adopted_or_sent_gets_no_new_draft(record, name):
    page = record.fresh(name)
    page.title = "Något annat"

    refused(page.save_revision)


@closes("code: page.unpublish()")
@pytest.mark.parametrize("name", [*PUBLIC, "index", "home"])
def test_no_code_hides_what_is_public(record, name):
    refused(record.fresh(name).unpublish)


@closes("code: page.delete()")
@pytest.mark.parametrize("name", [*PUBLIC, "draft", "sent_memo", "index", "home", "new_plan"])
def test_no_code_removes_what_is_in_the_record(record, name):
    refused(record.fresh(name).delete)


@closes("code: page.move()")
@pytest.mark.parametrize("name", [*PUBLIC, *UNADOPTED])
def test_no_code_moves_what_is_in_the_record(record, another_site, name):
    refused(lambda: record.fresh(name).move(another_site.home, pos="last-child"))


@closes("code: page.move()")
def test_no_code_moves_the_list_of_documents(record, another_site):
    refused(
        lambda: record.fresh("index").move(another_site.home, pos="last-child"),
        "adopted_text_is_frozen",
    )


@closes("code: page.copy()")
@pytest.mark.parametrize("name", ["adopted", "english", "plan", "round", "index"])
def test_no_code_makes_a_public_copy(record, name):
    page = record.fresh(name)

    refused(
        lambda: page.copy(recursive=True, update_attrs={"slug": "en-kopia"}, keep_live=True),
        "not_adopted",
    )


@closes("code: page.create_alias()")
@pytest.mark.parametrize("name", [*PUBLIC, *UNADOPTED])
def test_nothing_of_the_record_has_an_alias(record, name):
    refused(lambda: record.fresh(name).create_alias(update_slug="ett-alias"), "not_adopted")


@closes("code: page.copy_for_translation(alias=True)")
@pytest.mark.parametrize("name", ["adopted", "draft", "plan", "new_plan", "memo", "round"])
def test_nothing_of_the_record_has_an_alias_in_another_language(record, name):
    language = Locale.objects.get(language_code="ar")

    refused(
        lambda: record.fresh(name).copy_for_translation(language, copy_parents=True, alias=True),
        "not_adopted",
    )


@closes("code: a new page that is live")
@pytest.mark.parametrize(
    ("model", "parent"),
    [(PlanPage, "index"), (PlanRevisionPage, "plan"), (TjansteskrivelsePage, "draft")],
)
def test_no_page_of_the_record_is_born_live(record, model, parent):
    fields = (
        {"to_body": record.council, "dated_on": "2026-01-01", "proposal": [("att_sats", "Ja.")]}
        if model is TjansteskrivelsePage
        else {}
    )
    page = model(title="Ny", slug="ny", live=True, **fields)
    if model is PlanPage:
        page.kind = "plan"

    refused(lambda: record.fresh(parent).add_child(instance=page), "not_adopted")


@closes("code: a workflow that ends without an adoption")
def test_a_workflow_that_ends_without_an_adoption_publishes_nothing(record):
    state = record.consulted.current_workflow_state

    refused(state.finish, "workflow_in_use")
    with nothing_changes():
        finish.publish_adopted_revision(state)


def test_a_workflow_is_not_cancelled_while_the_case_runs(record):
    state = record.consulted.current_workflow_state

    refused(state.cancel, "workflow_in_use")


def adopted_with_a_later_draft(record):
    """Adopt the draft past the services; return the adoption, and a version written after it."""
    draft = record.fresh("draft")
    decided = draft.get_latest_revision()
    sha256 = text_sha256(decided.as_object())
    draft.title = "Ett senare utkast"
    later = draft.save_revision()
    adoption = Adoption.objects.create(
        page=draft,
        decision=record.round.opening.case.decisions.first(),
        text_revision=decided,
        adopted_on="2026-06-15",
        sha256=sha256,
    )
    return adoption, later


@closes("code: a workflow that ends with a later draft")
def test_a_workflow_publishes_the_decided_words_and_not_the_latest(record):
    adoption, _later = adopted_with_a_later_draft(record)

    finish.publish_adopted_revision(SimpleNamespace(object_id=str(adoption.page_id)))

    published = record.fresh("draft")
    assert published.live
    assert published.title == "Parkplan"
    assert text_sha256(published) == adoption.sha256


@closes("code: a workflow that ends with a later draft")
def test_an_adoption_does_not_let_other_words_out(record):
    _adoption, later = adopted_with_a_later_draft(record)

    refused(lambda: later.publish(skip_permission_checks=True), "not_adopted")


@closes("code: write a fact again", "code: remove a fact")
@pytest.mark.parametrize("model", MAY_CHANGE, ids=lambda model: model.__name__)
def test_a_fact_is_written_once(record, model):
    fact = model.objects.first()

    refused(fact.save, "record_is_frozen")
    refused(fact.delete)


def test_an_answer_is_shown_when_somebody_has_read_it(record):
    answer = type(record.answer).objects.get(pk=record.answer.pk)
    answer.is_shown = True

    answer.save(update_fields=["is_shown"])

    answer.refresh_from_db()
    assert answer.is_shown


@closes("code: write over a version that a fact names")
@pytest.mark.parametrize("name", ["adopted", "consulted"])
def test_a_version_that_a_body_received_is_not_written_over(record, name):
    version = record.fresh(name).latest_revision
    version.content = {**version.content, "title": "Något annat"}

    refused(version.save, "record_is_frozen")
    refused(version.delete)


@closes("code: change the attachments of a sent memo")
def test_a_sent_memo_keeps_its_attachments(record):
    attachment = MemoAttachment(memo=record.sent_memo, title="Ny bilaga")

    refused(attachment.save, "record_is_frozen")


@closes("code: change the attachments of a sent memo")
def test_an_attachment_of_a_draft_is_not_slipped_into_a_sent_memo(record):
    attachment = MemoAttachment.objects.create(memo=record.memo, title="Ny bilaga")
    attachment.memo = record.sent_memo

    refused(attachment.save, "record_is_frozen")


def test_a_draft_memo_may_get_attachments(record):
    MemoAttachment(memo=record.memo, title="Ny bilaga").save()

    assert record.memo.attachments.filter(title="Ny bilaga").exists()


@pytest.mark.parametrize("name", [*PUBLIC, "index", "home", "draft"])
def test_no_code_limits_the_readers_of_the_record(record, name):
    restriction = PageViewRestriction(page=record.fresh(name), restriction_type="login")

    refused(restriction.save, "adopted_text_is_frozen")
