"""An adoption happens whole or not at all, whatever stops in the middle of it."""

from datetime import date

import pytest
from django.db import transaction

from plandocs.models import Measure
from plandocs.vocabulary import CaseStage, Outcome
from tests.workflow.gate.record import nothing_changes
from tests.workflow.gate.register import closes
from workflow.errors import RuleViolation
from workflow.models import Adoption
from workflow.services.publication import adopting as publication

pytestmark = pytest.mark.django_db


class PulledPlug(Exception):
    """The machine stops."""


def pull_the_plug(*args, **kwargs):
    raise PulledPlug


@closes("two acts: a fault in the middle of an adoption")
@pytest.mark.parametrize("at", ["index_measures", "log_fact", "_end_replaced"])
def test_a_fault_in_an_adoption_leaves_nothing_of_it(record, matter, monkeypatch, at):
    case = on_the_table(matter)
    monkeypatch.setattr(publication, at, pull_the_plug)

    with nothing_changes(), pytest.raises(PulledPlug), transaction.atomic():
        matter.decided(matter.kf, date(2026, 6, 15), Outcome.BIFALL, paragraph=91, present=60)

    case.refresh_from_db()
    assert case.stage == CaseStage.HOS_KF
    assert not Adoption.objects.filter(page=case.revision).exists()
    assert not Measure.objects.filter(revision=case.revision).exists()


@closes("two acts: a fault in the middle of an adoption")
def test_an_adoption_with_the_wrong_sum_publishes_nothing(record, matter, monkeypatch):
    case = on_the_table(matter)
    monkeypatch.setattr("workflow.services.decisions.minuting.text_sha256", lambda _text: "0" * 64)
    monkeypatch.setattr(
        "workflow.services.decisions.recording.require_text_as_sent", lambda *_args: None
    )

    with nothing_changes(), pytest.raises(RuleViolation) as refusal, transaction.atomic():
        matter.decided(matter.kf, date(2026, 6, 15), Outcome.BIFALL, paragraph=91, present=60)

    assert refusal.value.code == "not_adopted"
    case.refresh_from_db()
    assert case.stage == CaseStage.HOS_KF


def on_the_table(matter):
    matter.opened(diarienummer="KS 2026/0190")
    matter.memo(matter.ksau, date(2026, 1, 20))
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=19)
    matter.memo(matter.ks, date(2026, 5, 4))
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=81)
    return matter.case
