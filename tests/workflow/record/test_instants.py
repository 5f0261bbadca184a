"""The log says when each fact was registered, also those of a record that did not say so itself."""

from datetime import date
from importlib import import_module

from django.apps import apps

from plandocs.vocabulary import AppealOutcome, MotiveResponse, Outcome
from tests.factories.recorded import Remiss
from tests.factories.situations import Matter, starts_from
from workflow.procedure.minutes import MotiveText
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.decisions import correct_decision

JUNE, OCTOBER = date(2026, 6, 15), date(2026, 10, 1)
TOLD = {
    "Announcement": 1,
    "Appeal": 2,
    "Bemotande": 1,
    "DecisionCorrection": 1,
    "LagaKraft": 1,
    "MotiveAnswer": 1,
    "RemissExtension": 1,
    "RemissOpening": 1,
    "RemissRoundPage": 1,
}


def consulted_and_referred_back(matter):
    """The text has been out on remiss, and fullmäktige has referred it back."""
    remiss = Remiss(matter.reworked()).sent(public=True).extended()
    answer = remiss.answered(name="Ida", points=[(None, "För dyrt.")])
    remiss.closed()
    for reason in ("Nej.", "Det ryms i budgeten."):
        remiss.met(answer, ("beaktas_inte", reason))
    matter.memo(matter.ks, date(2026, 5, 4))
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)
    return matter.decided(
        matter.kf, JUNE, Outcome.ATERREMISS, motives=[MotiveText("Mer.", None)], paragraph=90
    )


def adopted_and_appealed(matter):
    """It has then been adopted, and appealed in vain."""
    on = {"case": matter.case, "user": matter.registrator}
    matter.memo(matter.ks, date(2026, 9, 3))
    matter.decided(matter.ks, date(2026, 9, 8), Outcome.BIFALL)
    matter.decided(matter.kf, date(2026, 9, 14), Outcome.BIFALL, paragraph=120)
    announce(adjusted_on=date(2026, 9, 15), announced_on=date(2026, 9, 15), **on)
    for outcome in (AppealOutcome.INLAMNAT, AppealOutcome.AVSLAGET):
        record_appeal(outcome=outcome, on=OCTOBER, **on)
    confirm_laga_kraft(on=date(2026, 12, 1), **on)
    correct_decision(
        decision=matter.case.decisions.get(paragraph=120),
        paragraph=121,
        decided_on=date(2026, 9, 14),
        reason="Skrivfel.",
        on=OCTOBER,
        user=matter.registrator,
    )


@starts_from(consulted_and_referred_back)
def test_each_fact_was_registered_as_the_log_has_it_and_not_before(matter: Matter, motive_met):
    motive_met(MotiveResponse.FOLJS_INTE)
    motive_met(MotiveResponse.FOLJS)
    adopted_and_appealed(matter)
    migration = import_module("workflow.migrations.0013_instants_from_the_log")

    given = list(migration.instants_to_give(apps))

    told = [model.__name__ for model, _pk, instant in given if instant]
    assert {name: told.count(name) for name in told} == TOLD
    for model, pk, instant in given:
        fact = model.objects.get(pk=pk)
        registered = getattr(fact, "closing_registered_at", None) or fact.registered_at
        assert instant >= registered, fact
