"""Roles × actions, whole: what each role may do, and that services refuse everybody else."""

import itertools
from datetime import date

import pytest
from django.contrib.auth.models import Group

from plandocs.models import Case
from plandocs.vocabulary import AppealOutcome, ChangeKind, MotiveResponse, Outcome
from tests.factories import UserFactory
from workflow.errors import RuleViolation
from workflow.minutes import Minutes
from workflow.permissions import ACTIONS, ROLES
from workflow.services.cases import NewPlan, open_case
from workflow.services.decisions import correct_decision, record_decision
from workflow.services.memos import draft_memo, send_memo
from workflow.services.motives import answer_motive
from workflow.services.publication import announce, confirm_laga_kraft, record_appeal
from workflow.services.texts import edit_text, mark_changes

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def referred_back(matter_of_module):
    return matter_of_module.referred_back()


ROLE_NAMES = {
    "handlaggare": "Handläggare",
    "registrator": "Registrator",
    "fortroendevald": "Förtroendevald",
    "oversattare": "Översättare",
    "redaktor": "Redaktör",
    "administrator": "Administratör",
}
DAY = date(2026, 9, 1)


@pytest.mark.parametrize(("role", "action"), list(itertools.product(ROLE_NAMES, ACTIONS)))
def test_a_role_may_do_what_the_table_says_and_nothing_else(db, role, action):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=ROLE_NAMES[role]))

    allowed = ACTIONS[action](user)

    assert allowed == (action in ROLES[ROLE_NAMES[role]])


@pytest.mark.parametrize("action", ACTIONS)
def test_somebody_without_a_role_may_do_nothing(django_user_model, kommun, action):
    nobody = django_user_model.objects.create_user("ingen")

    assert not ACTIONS[action](nobody)


SERVICES = {
    "open_case": lambda matter, user: open_case(
        diarienummer="KS 2026/0999",
        plan=NewPlan("Ny plan", "plan"),
        decided_by=matter.kf,
        on=DAY,
        user=user,
    ),
    "edit_text": lambda matter, user: edit_text(
        case=matter.case,
        find="cykel",
        replace="cykel",
        kind=ChangeKind.REDAKTIONELL,
        on=DAY,
        user=user,
    ),
    "mark_changes": lambda matter, user: mark_changes(
        case=matter.case, kinds={}, on=DAY, user=user
    ),
    "draft_memo": lambda matter, user: draft_memo(
        case=matter.case, to=matter.ks, proposal=["Antas."], on=DAY, user=user
    ),
    "send_memo": lambda matter, user: send_memo(
        memo=matter.case.submissions.last().memo, on=DAY, user=user
    ),
    "answer_motive": lambda matter, user: answer_motive(
        motive=matter.case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS,
        reason="Klart.",
        on=DAY,
        user=user,
    ),
    "record_decision": lambda matter, user: record_decision(
        case=matter.case,
        minutes=Minutes(body=matter.ks, decided_on=DAY, outcome=Outcome.BIFALL),
        user=user,
    ),
    "correct_decision": lambda matter, user: correct_decision(
        decision=matter.case.decisions.last(),
        paragraph=99,
        decided_on=DAY,
        reason="Fel.",
        on=DAY,
        user=user,
    ),
    "announce": lambda matter, user: announce(
        case=matter.case, adjusted_on=DAY, announced_on=DAY, user=user
    ),
    "record_appeal": lambda matter, user: record_appeal(
        case=matter.case, outcome=AppealOutcome.INLAMNAT, on=DAY, user=user
    ),
    "confirm_laga_kraft": lambda matter, user: confirm_laga_kraft(
        case=matter.case, on=DAY, user=user
    ),
}
ACTION_OF = {
    "mark_changes": "edit_text",
    "draft_memo": "send_memo",
    "correct_decision": "record_decision",
    "record_appeal": "announce",
    "confirm_laga_kraft": "announce",
}


@pytest.mark.parametrize(
    ("role", "service"),
    [
        (role, service)
        for role, service in itertools.product(ROLE_NAMES, SERVICES)
        if ACTION_OF.get(service, service) not in ROLES[ROLE_NAMES[role]]
    ],
)
def test_a_service_refuses_a_role_without_the_right_and_changes_nothing(
    referred_back, db, role, service
):
    matter, user = referred_back, UserFactory(username=f"{role}-who-tries")
    user.groups.add(Group.objects.get(name=ROLE_NAMES[role]))
    before = Case.objects.values_list("stage", flat=True).get(), matter.case.decisions.count()

    with pytest.raises(RuleViolation) as violation:
        SERVICES[service](matter, user)

    assert violation.value.code == "not_permitted"
    after = Case.objects.values_list("stage", flat=True).get(), matter.case.decisions.count()
    assert after == before
