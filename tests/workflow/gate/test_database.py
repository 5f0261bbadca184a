"""What asks neither Wagtail nor Django is refused by the database itself."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import F
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, Task

from plandocs.models import (
    Bemotande,
    Case,
    InformationPage,
    PlanRevisionPage,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from tests.workflow.gate.record import PUBLIC, UNADOPTED
from tests.workflow.gate.register import closes
from tests.workflow.gate.statements import refused, sql
from workflow.gate.appended import MAY_CHANGE
from workflow.gate.triggers import installing as triggers
from workflow.models import Adoption, MotiveAnswer, ParagraphClaim, Vote
from workflow.services.decisions import correct_decision

pytestmark = pytest.mark.django_db


def row(record, name):
    page = getattr(record, name)
    return type(page).objects.filter(pk=page.pk)


def plain(record, name):
    return Page.objects.filter(pk=getattr(record, name).pk)


@closes("database: queryset.update(live=True)")
@pytest.mark.parametrize("rows", [row, plain], ids=["own class", "plain page"])
@pytest.mark.parametrize("name", UNADOPTED)
def test_no_update_makes_an_unadopted_page_live(record, name, rows):
    refused(lambda: rows(record, name).update(live=True), "not_adopted")


@closes("database: queryset.update(live=True)")
def test_one_unadopted_page_among_many_keeps_all_as_they_were(record):
    refused(lambda: Page.objects.filter(depth__gt=2).update(live=True), "not_adopted")


@closes("database: queryset.update(live=False)")
@pytest.mark.parametrize("name", ["adopted", "plan", "round"])
def test_no_update_hides_what_is_public(record, name):
    refused(lambda: plain(record, name).update(live=False), "adopted_text_is_frozen")


@closes("database: queryset.update() of words or address")
@pytest.mark.parametrize("name", ["adopted", "english", "easy"])
@pytest.mark.parametrize(
    "change",
    [
        {"title": "Något annat"},
        {"summary": "Något annat"},
        {"body": []},
        {"valid_to": 2099},
        {"slug": "nagot-annat"},
        {"url_path": "/nagot/annat/"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_no_update_changes_a_public_text(record, name, change):
    refused(lambda: row(record, name).update(**change), "adopted_text_is_frozen")


@closes("database: queryset.update() of words or address")
@pytest.mark.parametrize(
    "change",
    [{"text": []}, {"text_title": "Något annat"}, {"questions": []}, {"missive": "Något annat"}],
    ids=lambda change: next(iter(change)),
)
def test_no_update_changes_what_was_sent_out(record, change):
    refused(lambda: row(record, "round").update(**change), "record_is_frozen")


@closes("database: queryset.update() of words or address")
@pytest.mark.parametrize("field", ["background", "assessment", "summary"])
def test_no_update_changes_a_sent_memo(record, field):
    refused(lambda: row(record, "sent_memo").update(**{field: "Något annat"}), "record_is_frozen")


@closes("database: queryset.update() of words or address")
@pytest.mark.parametrize("name", ["plan", "round"])
def test_no_update_changes_a_public_address(record, name):
    refused(lambda: plain(record, name).update(slug="nagot-annat"), "adopted_text_is_frozen")


@closes("database: queryset.update() of words or address")
def test_no_update_changes_the_title_of_a_sent_memo(record):
    refused(lambda: plain(record, "sent_memo").update(title="Något annat"), "record_is_frozen")


@closes("database: queryset.update() of a page above")
@pytest.mark.parametrize("name", ["index", "home", "consulted"])
def test_no_update_gives_what_is_public_another_address_from_above(record, name):
    refused(lambda: plain(record, name).update(slug="nagot-annat"), "adopted_text_is_frozen")


@closes("database: queryset.update() of a page above")
@pytest.mark.parametrize("name", ["index", "home"])
def test_no_update_hides_a_page_above_what_is_public(record, name):
    refused(lambda: plain(record, name).update(live=False), "adopted_text_is_frozen")


@closes("database: queryset.update() of a schedule", "command: publish_scheduled")
@pytest.mark.parametrize("name", ["draft", "memo", "adopted", "plan", "index", "home"])
@pytest.mark.parametrize("field", ["go_live_at", "expire_at"])
def test_no_update_sets_a_clock(record, name, field):
    refused(lambda: plain(record, name).update(**{field: timezone.now()}), "not_adopted")


@closes("database: queryset.update() of a schedule", "command: publish_scheduled")
@pytest.mark.parametrize("name", ["draft", "memo", "finnish", "new_plan"])
def test_no_update_plans_a_publication(record, name):
    versions = Revision.objects.filter(object_id=str(getattr(record, name).pk))

    refused(lambda: versions.update(approved_go_live_at=timezone.now()), "not_adopted")


@closes("database: queryset.update() of an alias")
@pytest.mark.parametrize("name", [*PUBLIC, "draft", "memo"])
def test_no_update_makes_an_alias(record, name):
    refused(lambda: plain(record, name).update(alias_of=record.home.pk), "not_adopted")


@closes("database: queryset.update() of a version")
@pytest.mark.parametrize("name", ["adopted", "consulted"])
def test_no_update_writes_over_a_version_that_a_fact_names(record, name):
    version = Revision.objects.filter(pk=record.fresh(name).latest_revision_id)

    refused(lambda: version.update(content={"title": "Något annat"}), "record_is_frozen")


@closes("database: queryset.update() and delete() of facts")
@pytest.mark.parametrize("model", MAY_CHANGE, ids=lambda model: model.__name__)
def test_every_fact_is_guarded_by_the_database(record, model):
    table = model._meta.db_table

    names = {name for name, on in triggers.installed() if on == table}

    assert {f"styrdok_again_{table}", f"styrdok_gone_{table}"} <= names


NO_FACTS = {MotiveAnswer, ParagraphClaim}
"""Working material, and the lock on a §: rules of their own guard these."""


def test_every_model_of_the_record_is_a_fact_or_named_as_none():
    ours = apps.get_app_config("workflow").get_models()

    assert {model for model in ours if not issubclass(model, Task)} - MAY_CHANGE.keys() == NO_FACTS


@closes("database: queryset.update() and delete() of facts", "database: plain SQL")
@pytest.mark.parametrize("model", MAY_CHANGE, ids=lambda model: model.__name__)
def test_no_statement_changes_or_removes_a_fact(record, model):
    assert model.objects.exists(), "write_every_other_fact makes none"
    table, key = model._meta.db_table, model._meta.pk.column
    column = next(field.column for field in model._meta.concrete_fields if not field.primary_key)

    refused(lambda: sql(f"UPDATE {table} SET {column} = {column}"), "record_is_frozen")
    refused(lambda: sql(f"DELETE FROM {table} WHERE {key} > 0"), "record_is_frozen")


@closes("database: queryset.update() and delete() of facts")
@pytest.mark.parametrize("field", ["ja_names", "nej_names", "avstar_names", "is_closed"])
def test_no_update_writes_over_who_voted_how(record, field):
    refused(lambda: Vote.objects.update(**{field: F(field)}), "record_is_frozen")


@closes("database: bulk_update")
def test_no_bulk_update_publishes_or_changes(record):
    draft, adopted = record.fresh("draft"), record.fresh("adopted")
    draft.live = True
    adopted.title = "Något annat"

    refused(lambda: PlanRevisionPage.objects.bulk_update([draft], ["live"]), "not_adopted")
    refused(
        lambda: PlanRevisionPage.objects.bulk_update([adopted], ["title"]),
        "adopted_text_is_frozen",
    )


@closes("database: bulk_create", "database: plain SQL")
@pytest.mark.parametrize("model", [PlanRevisionPage, TjansteskrivelsePage, RemissRoundPage])
def test_no_row_of_the_record_is_born_public(record, model):
    """A multi-table page cannot be bulk created in Django, so this is plain SQL."""
    other = InformationPage.objects.filter(live=True).first()
    source = model.objects.first()
    columns = [f.column for f in model._meta.local_concrete_fields if not f.primary_key]
    listed = ", ".join(columns)
    table = model._meta.db_table

    refused(
        lambda: sql(
            f"INSERT INTO {table} (page_ptr_id, {listed}) "
            f"SELECT {other.pk}, {listed} FROM {table} WHERE page_ptr_id = {source.pk}"
        ),
        "not_adopted",
    )


@closes("database: plain SQL")
def test_no_plain_sql_publishes_or_changes(record):
    page, edition = Page._meta.db_table, PlanRevisionPage._meta.db_table

    refused(
        lambda: sql(f"UPDATE {page} SET live = NOT live WHERE id = {record.draft.pk}"),
        "not_adopted",
    )
    refused(
        lambda: sql(
            f"UPDATE {edition} SET summary = 'Annat' WHERE page_ptr_id = {record.adopted.pk}"
        ),
        "adopted_text_is_frozen",
    )


@closes("database: truncate")
def test_no_table_of_facts_is_emptied(record):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no TRUNCATE, and its DELETE is refused above")
    connection.check_constraints()  # PostgreSQL empties no table that still has checks to make

    refused(lambda: sql("TRUNCATE workflow_decision CASCADE"), "record_is_frozen")


@closes("database: INSERT OR REPLACE, UPDATE OR REPLACE, ON CONFLICT DO UPDATE")
@pytest.mark.parametrize("model", MAY_CHANGE, ids=lambda model: model.__name__)
def test_no_conflict_turns_a_new_fact_into_a_change_of_an_old(record, model):
    table, key = model._meta.db_table, model._meta.pk.column
    column = next(field.column for field in model._meta.concrete_fields if not field.primary_key)
    connection.check_constraints()

    refused(
        lambda: sql(
            f"INSERT INTO {table} SELECT * FROM {table} WHERE {key} > 0 "
            f"ON CONFLICT ({key}) DO UPDATE SET {column} = EXCLUDED.{column}"
        ),
        "record_is_frozen",
    )


CLAIMED = "database: the § that a decision has claimed"


@closes(CLAIMED)
@pytest.mark.parametrize(
    "change", [{"number": F("number") + 900}, {"year": 1999}, {"decision": F("decision")}], ids=str
)
def test_no_update_moves_a_claim_to_another_paragraph_or_decision(record, change):
    refused(lambda: ParagraphClaim.objects.update(**change), "record_is_frozen")


@closes(CLAIMED)
def test_no_statement_lets_a_paragraph_go_without_a_correction(record):
    claims = ParagraphClaim.objects.filter(decision__corrections=None)
    assert claims.exists()

    refused(claims.delete, "record_is_frozen")


@closes(CLAIMED)
def test_a_paragraph_that_the_last_correction_says_is_not_let_go(record):
    claim = ParagraphClaim.objects.filter(decision__corrections=None).first()
    decision = claim.decision

    def correct(paragraph):
        correct_decision(
            decision=decision,
            paragraph=paragraph,
            decided_on=decision.decided_on,
            reason="Fel i protokollet.",
            on=date(2026, 7, 2),
            user=record.actors["superuser"],
        )

    correct(411)
    correct(412)

    claims = ParagraphClaim.objects.filter(decision=decision)
    assert claims.get().number == 412
    refused(claims.delete, "record_is_frozen")


@closes("database: the closing of a round")
@pytest.mark.parametrize("field", ["closed_on", "closing_registered_at", "closes_on"])
def test_no_update_changes_when_a_round_was_closed(record, field):
    rounds = row(record, "round")
    now = timezone.now()
    assert rounds.update(closed_on=date(2026, 4, 2), closing_registered_at=now) == 1

    other = now + timedelta(days=1)
    refused(
        lambda: rounds.update(**{field: other if field.endswith("_at") else other.date()}),
        "record_is_frozen",
    )
    if field != "closes_on":
        refused(lambda: rounds.update(**{field: None}), "record_is_frozen")


@closes("database: answers to motives and points of an ended case")
def test_no_statement_changes_an_answer_to_a_motive_once_the_case_has_ended(record):
    MotiveAnswer.objects.create(
        motive=record.adoption.decision.motives.get(),
        response="foljs",
        reason="Se avsnitt 3.",
        answered_on="2026-07-01",
        answered_by=record.handlaggare,
    )

    refused(lambda: MotiveAnswer.objects.update(reason="Något annat"), "record_is_frozen")
    refused(lambda: MotiveAnswer.objects.all().delete(), "record_is_frozen")


@closes("database: answers to motives and points of an ended case")
def test_no_statement_changes_an_answer_to_a_point_once_the_case_has_ended(record):
    Bemotande.objects.create(
        point=record.answer.points.get(),
        response="beaktas",
        reason="Fler bryggor byggs.",
        answered_on="2026-03-02",
        answered_by=record.handlaggare,
    )
    assert Bemotande.objects.update(reason="Bryggor byggs.") == 1
    Case.objects.filter(revision=record.consulted).update(stage="avslagen")

    refused(lambda: Bemotande.objects.update(reason="Något annat"), "record_is_frozen")
    refused(lambda: Bemotande.objects.all().delete(), "record_is_frozen")


@closes("database: a case that decides another text")
def test_no_update_gives_a_case_another_text_or_number(record):
    cases = Case.objects.filter(revision=record.adopted)

    refused(lambda: cases.update(diarienummer="KS 2026/9999"), "record_is_frozen")
    refused(lambda: cases.update(revision=record.english), "record_is_frozen")


@closes("database: the log")
@pytest.mark.parametrize("model", [ModelLogEntry, PageLogEntry])
def test_no_statement_changes_what_our_services_wrote_in_the_log(record, model):
    ours = model.objects.filter(action__startswith="styrdok.")

    assert ours.exists()
    refused(lambda: ours.update(label="Något annat"), "record_is_frozen")
    refused(ours.delete, "record_is_frozen")


def test_a_draft_may_be_changed_by_an_update(record):
    row(record, "draft").update(summary="Något annat", title="Något annat")

    assert record.fresh("draft").summary == "Något annat"


def test_an_answer_may_be_shown_by_an_update(record):
    rows = type(record.answer).objects.filter(pk=record.answer.pk)

    assert rows.update(is_shown=True) == 1


@closes("database: queryset.update() and delete() of facts")
def test_the_day_of_an_adoption_moves_only_to_that_of_a_correction(record):
    rows = Adoption.objects.filter(page=record.adopted.pk)

    refused(lambda: rows.update(adopted_on=date(2020, 1, 1)), "record_is_frozen")


def test_a_database_migrated_only_in_part_waits_for_its_triggers(db, monkeypatch):
    kept, frozen = ("of_tomorrow",), "record_is_frozen"
    later = triggers.Rule("later", "UPDATE", Vote._meta.db_table, "1 = 1", frozen, kept)
    rules = [*triggers.rules(), later]
    monkeypatch.setattr(triggers, "rules", lambda: rules)
    connection.check_constraints()  # PostgreSQL alters no table that still has something to check

    triggers.install()

    assert triggers.installed() == []


def test_every_rule_has_its_trigger(db):
    names = {name for name, _table in triggers.installed()}

    assert names == {
        f"{triggers.PREFIX}{rule.name}"
        for rule in triggers.rules()
        if rule.only_on in ("", connection.vendor)
    }
