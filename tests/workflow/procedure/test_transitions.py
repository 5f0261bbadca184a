"""The table of steps, whole: what follows from each stage, and what is refused."""

import itertools
from datetime import date

import pytest
from wagtail.models import Workflow, WorkflowPage, WorkflowState, WorkflowTask

from plandocs.models import Case
from plandocs.vocabulary import CaseStage, Outcome
from workflow.errors import RuleViolation
from workflow.models import PreparationTask, ReworkingTask
from workflow.procedure.transitions import NEXT_STAGE, WITHOUT_COMMITTEE, Move, advance, next_stage

ALL = set(itertools.product(CaseStage, Move))
IMPOSSIBLE = sorted(ALL - NEXT_STAGE.keys())

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def opened_case(matter_of_module):
    return matter_of_module.opened(diarienummer="KS 2026/0199").case


@pytest.fixture
def case(opened_case, db):
    return Case.objects.get(pk=opened_case.pk)


def standing_at(case, stage):
    case.stage = stage
    case.save(update_fields=["stage"])
    return case


def take_committee_off_the_path():
    task = PreparationTask.objects.get()
    WorkflowTask.objects.filter(task=task).delete()


@pytest.mark.parametrize(("stage", "step"), IMPOSSIBLE)
def test_a_step_outside_the_table_is_refused_and_changes_nothing(case, stage, step):
    standing_at(case, stage)

    with pytest.raises(RuleViolation) as violation:
        advance(case, step)

    assert violation.value.code == "step_not_possible"
    case.refresh_from_db()
    assert case.stage == stage


@pytest.mark.parametrize(("stage", "step"), sorted(NEXT_STAGE))
def test_a_step_in_the_table_leads_where_the_table_says(case, stage, step):
    standing_at(case, stage)

    advance(case, step)

    case.refresh_from_db()
    assert case.stage == NEXT_STAGE[stage, step]


@pytest.mark.parametrize(("stage", "step"), sorted(WITHOUT_COMMITTEE))
def test_a_draft_goes_straight_on_where_no_committee_is_on_the_path(case, stage, step):
    take_committee_off_the_path()
    standing_at(case, stage)

    advance(case, step)

    assert case.stage == WITHOUT_COMMITTEE[stage, step]


def test_a_draft_cannot_be_sent_to_a_committee_that_is_not_on_the_path(case):
    take_committee_off_the_path()

    assert next_stage(case, Move.SEND_TO_COMMITTEE) is None


def test_nothing_but_endings_is_possible_where_the_path_is_empty(case):
    WorkflowTask.objects.all().delete()

    possible = {step for step in Move if next_stage(case, step)}

    assert possible == {Move.ADOPT, Move.REJECT}
    assert Workflow.objects.exists()


@pytest.mark.parametrize("stage", [CaseStage.ANTAGEN, CaseStage.AVSLAGEN])
def test_an_ended_case_takes_no_step(stage):
    assert not [step for ended, step in NEXT_STAGE if ended == stage]


def test_a_path_without_reworking_waits_for_changes_and_goes_on(matter):
    WorkflowTask.objects.filter(task=ReworkingTask.objects.get()).delete()
    matter.reworked()

    waiting = matter.case.revision.current_workflow_state
    assert (matter.case.stage, waiting.status) == (
        CaseStage.BEARBETAS,
        WorkflowState.STATUS_NEEDS_CHANGES,
    )
    matter.memo(matter.ks, date(2026, 5, 4))
    state = matter.case.revision.current_workflow_state
    assert (state.pk, state.status) == (waiting.pk, WorkflowState.STATUS_IN_PROGRESS)
    assert state.current_task_state.task.specific.stage == CaseStage.HOS_KS


@pytest.mark.parametrize("parts", [WorkflowTask, WorkflowPage], ids=["no task", "no workflow"])
def test_minutes_of_an_adoption_publish_the_text_also_where_no_path_is_laid(matter, parts):
    matter.opened()
    parts.objects.all().delete()

    matter.decided(
        matter.kf,
        date(2026, 6, 15),
        Outcome.BIFALL,
        despite=frozenset({"beredning_missing"}),
        note="Protokollet är justerat.",
    )

    revision = type(matter.case.revision).objects.get(pk=matter.case.revision_id)
    assert matter.case.stage == CaseStage.ANTAGEN
    assert revision.live
