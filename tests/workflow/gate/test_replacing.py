"""On SQLite no statement puts a row in the place of another that has its key."""

import pytest
from django.apps import apps
from django.db import connection
from wagtail.documents import get_document_model

from plandocs.models import Bemotande, Case
from tests.workflow.gate.register import closes
from tests.workflow.gate.statements import refused, sql
from workflow.gate.triggers import installing as triggers
from workflow.gate.triggers.replacing import keys
from workflow.models import MotiveAnswer

REPLACED = "database: INSERT OR REPLACE, UPDATE OR REPLACE, ON CONFLICT DO UPDATE"
GUARDED = sorted(
    (
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.db_table in {rule.table for rule in triggers.rules()}
    ),
    key=lambda model: model.__name__,
)
"""Every table that a rule stands on, since one that is replaced is changed."""
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite replaces rows"),
]


@closes(REPLACED)
@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
@pytest.mark.parametrize("verb", ["REPLACE", "INSERT OR REPLACE"])
def test_no_new_row_takes_the_place_of_one(record, model, verb):
    table = model._meta.db_table
    some_answers(record)
    assert model._base_manager.exists()

    refused(lambda: sql(f"{verb} INTO {table} SELECT * FROM {table}"), "record_is_frozen")


@closes(REPLACED)
@pytest.mark.parametrize(
    ("model", "key"),
    [(model, key) for model in GUARDED for key in keys(model)],
    ids=lambda found: found.__name__ if isinstance(found, type) else "-".join(found),
)
def test_no_new_row_takes_what_only_one_may_have(record, model, key):
    """Everything else of the new row is its own, so it is this key that is taken."""
    table, own = model._meta.db_table, model._meta.pk.column
    some_answers(record)
    others = {column for other in keys(model) for column in other} - set(key)
    listed = [field.column for field in model._meta.local_concrete_fields]
    given = ", ".join(
        f"(SELECT max({own}) + 77 FROM {table})"
        if column == own and own not in key
        else f"{column} || 7"
        if column in others
        else column
        for column in listed
    )
    known = " AND ".join(f"{column} IS NOT NULL" for column in key)
    if not model._base_manager.exclude(**{f"{column}__isnull": True for column in key}).exists():
        pytest.skip("nothing in the record has such a key")

    refused(
        lambda: sql(
            f"INSERT OR REPLACE INTO {table} ({', '.join(listed)}) "
            f"SELECT {given} FROM {table} WHERE {known} LIMIT 1"
        ),
        "record_is_frozen",
    )


@closes(REPLACED)
@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_no_row_is_given_the_key_of_another(record, model):
    table, key = model._meta.db_table, model._meta.pk.column
    some_answers(record)
    if model._base_manager.count() < 2:
        pytest.skip("there is one such row, which no other can push away")

    refused(
        lambda: sql(
            f"UPDATE OR REPLACE {table} SET {key} = (SELECT min({key}) FROM {table}) "
            f"WHERE {key} = (SELECT max({key}) FROM {table})"
        ),
        "record_is_frozen",
    )


@closes(REPLACED)
@pytest.mark.parametrize("column", ["slug", "diarienummer_key", "revision_id"])
def test_no_case_pushes_another_away(record, column):
    decided = Case.objects.get(revision=record.adopted)

    refused(
        lambda: sql(
            f"UPDATE OR REPLACE plandocs_case SET {column} = (SELECT {column} FROM plandocs_case "
            f"WHERE id = {decided.pk}) WHERE id = {record.draft_case.pk}"
        ),
        "record_is_frozen",
    )


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_every_key_that_the_database_knows_is_guarded(db, model):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, model._meta.db_table).values()

    known = {tuple(sorted(one["columns"])) for one in found if one["unique"]}

    assert known <= {tuple(sorted(key)) for key in keys(model)}


def some_answers(record):
    """What is answered while a case is reworked stands in the record by its own tests only."""
    MotiveAnswer.objects.create(
        motive=record.adoption.decision.motives.get(),
        response="foljs",
        reason="Se avsnitt 3.",
        answered_on="2026-07-01",
        answered_by=record.handlaggare,
    )
    Bemotande.objects.create(
        point=record.answer.points.get(),
        response="beaktas",
        reason="Fler bryggor byggs.",
        answered_on="2026-03-02",
        answered_by=record.handlaggare,
    )
    get_document_model().objects.create(title="Karta", file="documents/karta.pdf")
