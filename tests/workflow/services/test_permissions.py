"""Roles × actions, whole: what each role may do, and that services refuse everybody else."""

import itertools
from datetime import date
from typing import get_args

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from plandocs.models import Case
from plandocs.vocabulary import (
    AppealOutcome,
    ChangeKind,
    MotiveResponse,
    Outcome,
    PointResponse,
)
from tests.factories import UserFactory
from workflow import permissions
from workflow.casefile.steps import AnyStep
from workflow.errors import RuleViolation
from workflow.permissions import ACTIONS, ROLES
from workflow.procedure.minutes import Minutes
from workflow.record.log import LOG_ACTIONS
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.cases import NewCase, NewPlan, assign_case, open_case
from workflow.services.decisions import correct_decision, record_decision
from workflow.services.memos import MemoWords, answer_motive, draft_memo, redraft_memo, send_memo
from workflow.services.remiss import (
    NewRound,
    answer_point,
    close_remiss,
    extend_remiss,
    open_remiss,
    renew_link,
    show_answer,
)
from workflow.services.texts import edit_text, import_draft, mark_changes
from workflow.services.translation import (
    import_translation,
    link_easy_read,
    publish_easy_read,
    publish_translation,
    request_translations,
    write_easy_read,
)

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


def test_somebody_without_a_role_may_do_nothing(db):
    assert allowed(UserFactory()) == set()


def test_somebody_who_has_not_signed_in_may_do_nothing():
    assert allowed(AnonymousUser()) == set()


@pytest.mark.parametrize("rights", [{"is_superuser": True}, {"groups": True}])
def test_somebody_who_has_left_may_do_nothing(db, rights):
    user = UserFactory(is_active=False, is_superuser=rights.get("is_superuser", False))
    if rights.get("groups"):
        user.groups.set(Group.objects.all())

    assert allowed(user) == set()


def test_a_superuser_passes_every_predicate(db):
    assert allowed(UserFactory(is_superuser=True)) == set(ACTIONS)


def test_every_predicate_is_an_action_of_the_table():
    predicates = {name: may for name, may in vars(permissions).items() if name.startswith("may_")}

    assert predicates == {f"may_{action}": may for action, may in permissions.ACTIONS.items()}


def allowed(user):
    return {action for action, may in ACTIONS.items() if may(user)}


NOTHING = None
"""For what a service does not look at before it has asked for the right."""
SERVICES = {
    "open_case": lambda matter, user: open_case(
        case=NewCase(diarienummer="KS 2026/0999", decided_by=matter.kf),
        plan=NewPlan("Ny plan", "plan"),
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
        words=MemoWords(proposal=["Antas."]), case=matter.case, to=matter.ks, on=DAY, user=user
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
    "assign_case": lambda matter, user: assign_case(
        case=matter.case, handlaggare=user, on=DAY, user=user
    ),
    "import_draft": lambda matter, user: import_draft(
        document=NOTHING, diarienummer=matter.case.diarienummer, on=DAY, user=user
    ),
    "redraft_memo": lambda matter, user: redraft_memo(
        words=MemoWords(
            proposal=["Antas."], background="", summary="", assessment="", attachments=[]
        ),
        memo=matter.case.submissions.last().memo,
        on=DAY,
        user=user,
    ),
    "open_remiss": lambda matter, user: open_remiss(
        round=NewRound(closes_on=DAY, to=[], is_public=True, questions=[]),
        case=matter.case,
        on=DAY,
        user=user,
    ),
    "extend_remiss": lambda matter, user: extend_remiss(
        round=NOTHING, closes_on=DAY, on=DAY, user=user
    ),
    "close_remiss": lambda matter, user: close_remiss(round=NOTHING, on=DAY, user=user),
    "renew_link": lambda matter, user: renew_link(recipient=NOTHING, on=DAY, user=user),
    "show_answer": lambda matter, user: show_answer(answer=NOTHING, on=DAY, user=user),
    "answer_point": lambda matter, user: answer_point(
        point=NOTHING, response=PointResponse.BEAKTAS, reason="Klart.", on=DAY, user=user
    ),
    "request_translations": lambda matter, user: request_translations(
        revision=matter.case.revision, locales=["en"], on=DAY, user=user
    ),
    "import_translation": lambda matter, user: import_translation(
        revision=matter.case.revision, locale="en", po=b"", on=DAY, user=user
    ),
    "publish_translation": lambda matter, user: publish_translation(
        revision=matter.case.revision, locale="en", on=DAY, user=user
    ),
    "write_easy_read": lambda matter, user: write_easy_read(
        revision=matter.case.revision, on=DAY, user=user
    ),
    "link_easy_read": lambda matter, user: link_easy_read(
        revision=matter.case.revision, retells={}, on=DAY, user=user
    ),
    "publish_easy_read": lambda matter, user: publish_easy_read(
        revision=matter.case.revision, on=DAY, user=user
    ),
}
LOGGED_AS = {
    "import_draft": "import_text",
    "mark_changes": "mark_change",
    "request_translations": "request_translation",
}
ASKED_NOBODY = {
    "adopt",  # within record_decision, like the next
    "end_plan",
    "install_site",  # a command
    "letter_failed",  # the mail server
    "receive_answer",  # anybody; the registrar's own way in is tried in test_receive_answer
}
ACTION_OF = {
    "assign_case": "open_case",
    "import_draft": "open_case",
    "redraft_memo": "send_memo",
    "extend_remiss": "open_remiss",
    "close_remiss": "open_remiss",
    "renew_link": "open_remiss",
    "show_answer": "register_answer",
    "request_translations": "translate",
    "import_translation": "translate",
    "write_easy_read": "translate",
    "link_easy_read": "translate",
    "publish_easy_read": "publish_translation",
    "mark_changes": "edit_text",
    "draft_memo": "send_memo",
    "correct_decision": "record_decision",
    "record_appeal": "announce",
    "confirm_laga_kraft": "announce",
}


def test_every_verb_of_the_log_is_in_the_table_of_services():
    verbs = {action.removeprefix("styrdok.") for action, _label, _message in LOG_ACTIONS}

    assert {LOGGED_AS.get(name, name) for name in SERVICES} == verbs - ASKED_NOBODY


NOT_IN_CASE_FILES = {
    "assign_case",  # who prepares a case is the municipality's own affair, and no step of it
    "correct_decision",
    "import_draft",  # a file's [case] names the document
    "link_easy_read",  # within easy_read, like the next
    "write_easy_read",
    "mark_changes",  # an edit says of itself what it is
    "open_case",  # what the file as a whole does
    "redraft_memo",
    "renew_link",
    "show_answer",
}
"""The verbs that no step of a case file is called by; why, where it is not that of a screen."""
IN_CASE_FILES_AS = {
    "draft_memo": "memo",
    "edit_text": "edit",
    "import_translation": "translate",
    "publish_easy_read": "easy_read",
    "record_appeal": "appeal",
    "record_decision": "decide",
    "request_translations": "translate",
    "send_memo": "memo",
}
NOT_OF_A_ROLE = {"answer"}  # anybody's


def test_every_verb_is_a_step_of_case_files_or_named_as_none():
    union, _by = get_args(AnyStep)
    steps = {verb for step in get_args(union) for verb in get_args(step.__annotations__["do"])}

    verbs = SERVICES.keys() - NOT_IN_CASE_FILES

    assert {IN_CASE_FILES_AS.get(verb, verb) for verb in verbs} == steps - NOT_OF_A_ROLE


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
