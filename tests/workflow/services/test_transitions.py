"""The table of steps, whole: what follows from each stage, and what is refused."""

import itertools

import pytest
from wagtail.models import Workflow, WorkflowTask

from plandocs.vocabulary import CaseStage
from workflow.errors import RuleViolation
from workflow.models import PreparationTask
from workflow.transitions import NEXT_STAGE, WITHOUT_COMMITTEE, Step, advance, next_stage

ALL = set(itertools.product(CaseStage, Step))
IMPOSSIBLE = sorted(ALL - NEXT_STAGE.keys())

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(matter):
    return matter.opened().case


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

    assert next_stage(case, Step.SEND_TO_COMMITTEE) is None


def test_nothing_but_endings_is_possible_where_the_path_is_empty(case):
    WorkflowTask.objects.all().delete()

    possible = {step for step in Step if next_stage(case, step)}

    assert possible == {Step.ADOPT, Step.REJECT}
    assert Workflow.objects.exists()


@pytest.mark.parametrize("stage", [CaseStage.ANTAGEN, CaseStage.AVSLAGEN])
def test_an_ended_case_takes_no_step(stage):
    assert not [step for ended, step in NEXT_STAGE if ended == stage]
