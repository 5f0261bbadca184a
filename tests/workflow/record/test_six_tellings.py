"""Whatever has happened to a case, all who tell of it tell the same, in one order.

The public way, the officials' picture and log, the journal, the background of a memo and the
reading room are held against what was noted as it was done.
"""

import re
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from plandocs.models import Case
from tests.workflow.record.histories import REMISS, History, starts, steps
from workflow.admin.cases.page.history import read_history
from workflow.admin.cases.page.way import draw_way
from workflow.background import background_paragraphs
from workflow.models import MotiveAnswer
from workflow.reading.room.reading import read_case
from workflow.reading.way import read_way
from workflow.record.chronicle import PointsMet, chronicle_of
from workflow.record.journal import journal
from workflow.record.journal.row import key_of
from workflow.record.journal.rows import rows_of

pytestmark = pytest.mark.django_db

AFTER_ALL = date(2030, 1, 1)
ANY_HISTORY = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to make a failing history shorter would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def marks(texts, of_a_decision, of_a_remiss):
    """Return the §§ and the rounds that are told of, among much else."""
    pattern = f"{of_a_decision}|{of_a_remiss}"
    return [found[1] or REMISS for text in texts for found in re.finditer(pattern, text)]


def public_way(case):
    told = read_way(case, on=AFTER_ALL).events
    assert [event.day for event in told] == sorted(event.day for event in told)
    numbers = [f"§ {event.decision.current_paragraph}" if event.decision else "" for event in told]
    texts = [f"{event.title} {number}" for event, number in zip(told, numbers, strict=True)]
    return marks(texts, r"(§ \d+)$", "Förslaget skickades ut på remiss")


def picture(case):
    laps = draw_way(chronicle_of(case)).laps
    facts = [fact for lap in laps for stop in lap for fact in stop.facts]
    return marks(facts, r"(§ \d+)", " – ")


def background(case):
    texts = background_paragraphs(case, to=case.decided_by, on=AFTER_ALL)
    return marks(texts, r"\((§ \d+)\)", "Förslaget skickades")


def room(case):
    read = read_case(case, on=AFTER_ALL)
    decided = [f"§ {found.decision.current_paragraph}" for found in read.decisions]
    return decided, len(read.rounds)


def log(case):
    entries = [entry.what for entry in reversed(read_history(case))]
    return marks(entries, r"^Registrerade beslutet .*(§ \d+)", "^Skickade ut texten på remiss")


def sheet(case):
    concerns = [row.concerns for row in journal(case)]
    return marks(concerns, r"^Protokoll, (§ \d+)", "^Remiss, svar")


@settings(ANY_HISTORY, max_examples=20)
@given(start=starts, steps=steps)
def test_all_tell_the_same_events_in_the_same_order(matter, start, steps):
    with transaction.atomic():
        history = History(start(matter))
        for step in steps:
            history.take(*step)
        case, told = Case.objects.get(pk=matter.case.pk), history.in_order

        assert [public_way(case), picture(case), background(case)] == [told, told, told]
        assert room(case) == ([mark for mark in told if mark != REMISS], told.count(REMISS))
        assert [log(case), sheet(case)] == [history.registered, history.registered]
        transaction.set_rollback(True)


def numbers_of(case):
    return dict(case.journal_entries.values_list("key", "number"))


def documents_of(case):
    """Return what is to be registered: everything but what an official has at the desk."""
    return {
        row.key
        for event in chronicle_of(case).events
        if event.is_public or not isinstance(event.fact, PointsMet | MotiveAnswer)
        for row in rows_of(event.fact, court="")
    }


@settings(ANY_HISTORY, max_examples=10)
@given(start=starts, steps=steps)
def test_each_document_is_registered_at_once_under_a_number_that_never_moves(matter, start, steps):
    with transaction.atomic():
        history = History(start(matter))
        for step in steps:
            before = numbers_of(matter.case)

            history.take(*step)

            after = numbers_of(matter.case)
            assert after.items() >= before.items()
            assert set(after) == documents_of(matter.case)
            assert sorted(after.values()) == list(range(1, len(after) + 1))
        old = {key for key in after if key.partition(":")[0] in KINDS_WHEN_NUMBERS_CAME}
        assert old == numbered_by_the_migration(matter.case)
        transaction.set_rollback(True)


KINDS_WHEN_NUMBERS_CAME = {
    *("submission", "decision", "adoption", "planending", "decisioncorrection", "announcement"),
    *("appeal", "lagakraft", "motiveanswer", "remissopening", "remissrecipient"),
    *("remissextension", "remissanswer", "bemotande", "translationrelease"),
}
"""What a migration of that time could know; a kind of fact that came later has its numbers."""


def numbered_by_the_migration(case):
    migration = import_module("workflow.migrations.0015_numbers_of_earlier_documents")
    return {key_of(fact) for _day, _rank, fact in migration.documents(apps, case)}
