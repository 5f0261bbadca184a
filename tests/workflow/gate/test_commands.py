"""The commands of Django, Wagtail and Styrdok pass the gate like everybody else."""

from io import StringIO

import pytest
from django.core import mail, serializers
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from plandocs.models import InformationPage, PlanRevisionPage
from tests.workflow.gate.record import nothing_changes
from tests.workflow.gate.register import closes
from workflow.errors import RuleViolation
from workflow.gate.triggers import installing as triggers

pytestmark = pytest.mark.django_db
TEXT = "# En annan plan\n\n## Bakgrund\n\nNågot annat.\n"


@closes("command: publish_scheduled")
def test_the_clock_publishes_and_hides_nothing_of_the_record(record):
    with nothing_changes():
        call_command("publish_scheduled", stdout=StringIO())


@closes("command: publish_scheduled")
def test_a_schedule_that_got_past_the_database_still_publishes_nothing(record):
    """As in a database restored without its triggers: the guard stands by itself."""
    triggers.remove()
    version = record.draft.get_latest_revision()
    Revision.objects.filter(pk=version.pk).update(approved_go_live_at=timezone.now())

    with nothing_changes(), pytest.raises(RuleViolation), transaction.atomic():
        call_command("publish_scheduled", stdout=StringIO())


@closes("command: publish_scheduled")
def test_the_clock_publishes_an_ordinary_page(record):
    page = InformationPage(title="Nyhet", slug="nyhet", body="<p>Nytt.</p>", live=False)
    record.home.add_child(instance=page)
    page.save_revision(approved_go_live_at=timezone.now())

    call_command("publish_scheduled", stdout=StringIO())

    assert Page.objects.get(pk=page.pk).live


@closes("command: purge_revisions")
def test_purging_keeps_every_version_that_a_fact_names(record):
    later = record.fresh("draft").save_revision()
    earlier = later.get_previous()

    with nothing_changes():
        call_command("purge_revisions", stdout=StringIO())

    assert not Revision.objects.filter(pk=earlier.pk).exists()


@closes("command: loaddata")
@pytest.mark.parametrize("name", ["draft", "memo"])
def test_no_file_of_data_publishes_what_is_not_adopted(record, name, tmp_path):
    page = record.fresh(name)
    page.live = True
    path = tmp_path / "data.json"
    path.write_text(serializers.serialize("json", [page.page_ptr], use_natural_primary_keys=False))

    with nothing_changes(), pytest.raises((RuleViolation, IntegrityError)), transaction.atomic():
        call_command("loaddata", path, verbosity=0)


@closes("command: loaddata")
def test_no_file_of_data_changes_an_adopted_text(record, tmp_path):
    page = record.fresh("adopted")
    page.summary = "Något annat"
    path = tmp_path / "data.json"
    path.write_text(serializers.serialize("json", [page]))

    with nothing_changes(), pytest.raises((RuleViolation, IntegrityError)), transaction.atomic():
        call_command("loaddata", path, verbosity=0)


@closes("command: loaddata")
def test_a_file_of_data_may_change_a_draft(record, tmp_path):
    page = record.fresh("draft")
    page.summary = "Något annat"
    path = tmp_path / "data.json"
    path.write_text(serializers.serialize("json", [page]))

    call_command("loaddata", path, verbosity=0)

    assert record.fresh("draft").summary == "Något annat"


@closes("command: import_plan into an adopted text")
def test_no_import_writes_into_an_adopted_text(record, admin, tmp_path):
    path = tmp_path / "plan.md"
    path.write_text(TEXT, "utf-8")

    with nothing_changes(), pytest.raises(CommandError, match="antogs"), transaction.atomic():
        call_command("import_plan", str(path), case="KS 2026/0101", user=admin.username)


@closes("command: flush")
def test_a_record_with_decisions_is_not_erased(record, monkeypatch):
    monkeypatch.delattr(mail, "outbox")  # as outside the tests

    with nothing_changes(), pytest.raises(CommandError, match="raderas inte"):
        call_command("flush", interactive=False, verbosity=0)


@closes("command: flush")
def test_a_flush_that_is_called_off_leaves_the_triggers_in_place(db, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    before = triggers.installed()

    call_command("flush", interactive=True, verbosity=0, stdout=StringIO())

    assert sorted(triggers.installed()) == sorted(before)
    assert before


@closes("command: flush")
def test_the_tests_may_erase_their_own_record_and_the_triggers_are_back(record):
    connection.check_constraints()  # PostgreSQL empties no table that still has checks to make

    call_command("flush", interactive=False, verbosity=0)

    assert triggers.installed()
    assert not PlanRevisionPage.objects.exists()


def test_the_triggers_are_taken_away_and_put_back_around_migrations(db):
    triggers._before_migrating(connection.alias, plan=[("a migration", False)])
    between = triggers.installed()

    triggers._after_migrating(connection.alias)

    assert between == []
    assert triggers.installed()


def test_a_migrate_that_changes_nothing_leaves_the_triggers_alone(db):
    triggers._before_migrating(connection.alias, plan=[])

    assert triggers.installed()
