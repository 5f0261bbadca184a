"""Any way through the bodies, possible or not: Wagtail's workflow stays with the case.

Steps are drawn at random and tried in any order. Whatever is refused or done, the case, the
workflow, the page and the adoption must tell the same story.
"""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import TaskState, WorkflowState

from plandocs.models import RemissRoundPage
from plandocs.text.canonical import text_sha256
from plandocs.vocabulary import CaseStage, ChangeKind, MotiveResponse, Outcome
from tests.factories.situations import starts_from
from workflow.errors import RuleViolation
from workflow.models import Motive
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.services.memos import answer_motive
from workflow.services.remiss import NewRound, close_remiss, open_remiss
from workflow.services.texts import edit_text

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 15)
CLOSES, AFTER = date(2026, 7, 1), date(2026, 7, 2)
BODIES = ("ksau", "ks", "kf")
STARTS = ("opened", "before_committee", "reworked", "before_board", "before_council")
WORDS = ("Lampor", "Ljus")  # the text has always one of them

decisions = st.tuples(st.just("decide"), st.sampled_from(BODIES), st.sampled_from(Outcome))
memos = st.tuples(st.just("memo"), st.sampled_from(BODIES))
edits = st.tuples(st.just("edit"), st.sampled_from(ChangeKind))
others = st.sampled_from([("open_remiss",), ("close_remiss",), ("answer_motives",)])
acts = st.one_of(decisions, decisions, memos, memos, edits, others)


def act(matter, verb, *arguments):
    """Try one step; return the code of the refusal, if it was refused."""
    try:
        with transaction.atomic():
            VERBS[verb](matter, *arguments)
    except RuleViolation as violation:
        return violation.code
    finally:
        matter.case.refresh_from_db()
    return ""


def swapped(matter):
    text = str(matter.case.latest_text().body.get_prep_value())
    return WORDS if WORDS[0] in text else WORDS[::-1]


def decide(matter, body, outcome):
    find, replace = swapped(matter)
    matter.decided(
        getattr(matter, body),
        DAY,
        outcome,
        motives=[MotiveText("Mer.", None)] if outcome == Outcome.ATERREMISS else [],
        changes=[Amendment(find, replace)],
    )


def edit(matter, kind):
    find, replace = swapped(matter)
    edit_text(
        case=matter.case, find=find, replace=replace, kind=kind, on=DAY, user=matter.handlaggare
    )


def answer_motives(matter):
    for motive in Motive.objects.filter(decision__case=matter.case, answer=None):
        answer_motive(
            motive=motive,
            response=MotiveResponse.FOLJS,
            reason="Se avsnitt 3.",
            on=DAY,
            user=matter.handlaggare,
        )


VERBS = {
    "decide": decide,
    "memo": lambda matter, body: matter.memo(getattr(matter, body), DAY),
    "edit": edit,
    "answer_motives": answer_motives,
    "open_remiss": lambda matter: open_remiss(
        round=NewRound(closes_on=CLOSES, to=[matter.ks], is_public=False, questions=[]),
        case=matter.case,
        on=DAY,
        user=matter.handlaggare,
    ),
    "close_remiss": lambda matter: (
        close_remiss(
            round=RemissRoundPage.objects.get(opening__case=matter.case, closed_on=None),
            on=AFTER,
            user=matter.handlaggare,
        )
        if matter.case.stage == CaseStage.PA_REMISS
        else None
    ),
}


def assert_same_story(case):
    """The case, Wagtail's workflow, the page and the adoption agree."""
    revision = type(case.revision).objects.get(pk=case.revision_id)
    states = WorkflowState.objects.for_instance(revision)
    running = states.active().first()
    adoption = getattr(revision, "adoption", None)
    assert revision.live == (case.stage == CaseStage.ANTAGEN) == (adoption is not None)
    match case.stage:
        case CaseStage.UTKAST:
            assert not states.exists()
        case CaseStage.ANTAGEN:
            assert [state.status for state in states] == [WorkflowState.STATUS_APPROVED]
            assert text_sha256(revision) == adoption.sha256
        case CaseStage.AVSLAGEN:
            assert [state.status for state in states] == [WorkflowState.STATUS_CANCELLED]
        case stage:
            now = running.current_task_state
            assert running.status == WorkflowState.STATUS_IN_PROGRESS
            assert (now.task.specific.stage, now.status) == (stage, TaskState.STATUS_IN_PROGRESS)
            open_tasks = running.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
            assert list(open_tasks.values_list("pk", flat=True)) == [now.pk]


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(start=st.sampled_from(STARTS), steps=st.lists(acts, min_size=6, max_size=14))
def test_wagtails_workflow_is_where_the_case_is_whatever_is_tried(matter, start, steps):
    with transaction.atomic():
        getattr(matter, start)()
        for step in steps:
            stage = matter.case.stage

            refused = act(matter, *step)

            assert_same_story(matter.case)
            assert not (refused and matter.case.stage != stage)
        transaction.set_rollback(True)


SHORT_WAY = [
    ("memo", "ksau"),
    ("decide", "ksau", Outcome.BIFALL),
    ("open_remiss",),
    ("close_remiss",),
    ("memo", "ks"),
    ("edit", ChangeKind.REDAKTIONELL),
    ("decide", "ks", Outcome.BIFALL_MED_ANDRING),
    ("decide", "kf", Outcome.BORDLAGGNING),
    ("decide", "kf", Outcome.ATERREMISS),
    ("answer_motives",),
    ("memo", "kf"),
    ("decide", "ks", Outcome.ATERREMISS),
    ("answer_motives",),
    ("open_remiss",),
    ("close_remiss",),
    ("memo", "ksau"),
    ("decide", "ksau", Outcome.ATERREMISS),
    ("answer_motives",),
    ("memo", "ks"),
    ("decide", "ks", Outcome.AVSLAG),
    ("edit", ChangeKind.I_SAK),
    ("memo", "ks"),
    ("decide", "ks", Outcome.BIFALL),
]


def back_and_forth(matter):
    matter.opened()
    for step in SHORT_WAY:
        assert_done(matter, *step)
    return matter


def assert_done(matter, *step):
    assert (step, act(matter, *step)) == (step, "")
    assert_same_story(matter.case)


@pytest.mark.parametrize("end", [Outcome.BIFALL, Outcome.BIFALL_MED_ANDRING, Outcome.AVSLAG])
@starts_from(back_and_forth)
def test_wagtails_workflow_follows_a_case_that_goes_back_and_forth(matter, end):
    assert_done(matter, "decide", "kf", end)

    assert matter.case.is_ended
