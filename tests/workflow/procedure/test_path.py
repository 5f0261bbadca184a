"""Another path laid by an administrator, while cases are on their way and before they set out."""

from datetime import date

import pytest
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from plandocs.vocabulary import CaseStage, Outcome
from workflow.errors import RuleViolation
from workflow.models import BoardTask, DecisionTask
from workflow.procedure.path import stages_on_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def lay_short_path():
    """A path by the board and the council alone, laid for the plan of a case."""

    def lay(case):
        workflow = Workflow.objects.create(name="Utan arbetsutskott")
        for order, task in enumerate((BoardTask, DecisionTask)):
            WorkflowTask.objects.create(
                workflow=workflow, task=task.objects.get(), sort_order=order
            )
        WorkflowPage.objects.create(workflow=workflow, page=case.revision.get_parent())
        return workflow

    return lay


def test_a_case_that_has_not_set_out_takes_the_path_that_is_laid(matter, lay_short_path):
    case = matter.opened().case

    lay_short_path(case)

    assert stages_on_path(case) == {CaseStage.HOS_KS, CaseStage.HOS_KF}


def test_a_case_keeps_to_the_path_it_began_on(matter, lay_short_path, ksau):
    case = matter.before_committee().case

    lay_short_path(case)
    matter.decided(ksau, date(2026, 2, 10), Outcome.BIFALL, paragraph=12)

    assert CaseStage.HOS_KSAU in stages_on_path(case)
    case.refresh_from_db()
    assert case.stage == CaseStage.BEARBETAS
    assert case.revision.current_workflow_state.workflow.name != "Utan arbetsutskott"


def test_a_path_is_not_changed_while_a_case_that_was_sent_back_is_on_it(matter, lay_short_path, ks):
    case = matter.opened().case
    workflow = lay_short_path(case)
    matter.memo(ks, date(2026, 5, 4)).decided(
        ks, date(2026, 5, 19), Outcome.ATERREMISS, paragraph=80
    )

    with pytest.raises(RuleViolation) as refusal:
        workflow.workflow_tasks.first().delete()

    assert refusal.value.code == "workflow_in_use"
