"""Whom a decision is sent to."""

from datetime import date

import pytest

from plandocs.models import Municipality
from plandocs.vocabulary import Outcome
from tests.factories.situations import Matter, starts_from
from workflow.documents.recipients import proposed_recipients, recipients_of
from workflow.services.cases import NewPlan

JUNE = date(2026, 6, 15)


@pytest.fixture
def department(kommun):
    municipality = Municipality.load()
    municipality.department = "Kommunledningskontoret"
    municipality.save()


@starts_from(Matter.before_council)
def test_what_the_minutes_say_stands(matter):
    matter.decided(matter.kf, JUNE, Outcome.BIFALL, sent_to=["Alla nämnder", "Länsstyrelsen"])

    assert recipients_of(matter.case.decisions.last()) == ["Alla nämnder", "Länsstyrelsen"]


@starts_from(Matter.reworked)
def test_the_committees_decision_goes_to_the_department_and_the_board(matter, department):
    assert recipients_of(matter.case.decisions.last()) == [
        "Kommunledningskontoret",
        "Kommunstyrelsen",
    ]


@starts_from(Matter.before_council)
def test_the_boards_proposal_goes_to_the_council(matter, department):
    assert recipients_of(matter.case.decisions.last()) == [
        "Kommunledningskontoret",
        "Kommunfullmäktige",
    ]


@pytest.mark.parametrize("outcome", [Outcome.BORDLAGGNING, Outcome.UTGAR, Outcome.ATERREMISS])
@starts_from(Matter.before_board)
def test_what_the_board_has_not_settled_is_not_sent_on(matter, department, outcome):
    matter.decided(matter.ks, date(2026, 5, 19), outcome)

    assert recipients_of(matter.case.decisions.last()) == ["Kommunledningskontoret"]


@starts_from(Matter.reworked)
def test_a_referral_back_goes_to_the_board_alone(matter, remiss, department, socialnamnden):
    remiss.sent(socialnamnden).closed()
    matter.memo(matter.ks, date(2026, 5, 4)).decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)
    matter.decided(matter.kf, JUNE, Outcome.BORDLAGGNING)

    assert recipients_of(matter.case.decisions.last()) == [
        "Kommunledningskontoret",
        "Kommunstyrelsen",
    ]


@starts_from(Matter.reworked)
def test_an_adopted_text_goes_to_those_who_were_asked(matter, remiss, department, socialnamnden):
    remiss.sent(socialnamnden).closed()
    matter.memo(matter.ks, date(2026, 5, 4)).decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)
    matter.decided(matter.kf, JUNE, Outcome.BIFALL)

    assert recipients_of(matter.case.decisions.last()) == [
        "Kommunledningskontoret",
        "Kommunstyrelsen",
        "Socialnämnden",
    ]


@starts_from(Matter.before_council)
def test_an_adopted_text_goes_to_those_who_carry_out_its_measures(matter, socialnamnden):
    matter.decided(matter.kf, JUNE, Outcome.BIFALL)
    matter.case.revision.measures.get().bodies.update(organisation=socialnamnden)

    assert "Socialnämnden" in recipients_of(matter.case.decisions.last())


def test_the_body_responsible_for_the_document_is_told(matter, socialnamnden):
    matter.opened(plan=NewPlan(title="Vägen", kind="plan", responsible=socialnamnden))

    names = proposed_recipients(matter.case, body=matter.ksau, on=date(2026, 1, 20))

    assert names == ["Socialnämnden", "Kommunstyrelsen"]


def test_no_body_is_sent_its_own_decision(matter):
    matter.opened(decided_by=matter.ks)

    names = proposed_recipients(matter.case, body=matter.ks, on=date(2026, 1, 20))

    assert names == ["Handläggaren"]
