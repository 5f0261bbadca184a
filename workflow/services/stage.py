"""Wagtail's workflow follows the case: same stage, same transaction."""

from typing import Any

from wagtail.models import TaskState, WorkflowState

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.models.tasks import StageTask
from workflow.path import tasks_on_path


def follow_stage(case: Case, *, user: Any, comment: str = "") -> None:
    """Bring the Wagtail workflow of the case's text to where the case stands.

    An adopted text ends the workflow, and that is what publishes it; a rejected one cancels it.
    """
    state = case.revision.current_workflow_state
    match CaseStage(case.stage):
        case CaseStage.UTKAST:
            return
        case CaseStage.ANTAGEN:
            _finish(state or _begin(case, user), user=user, comment=comment)
        case CaseStage.AVSLAGEN:
            if state:
                state.cancel(user=user)
        case stage:
            _move(state or _begin(case, user), tasks_on_path(case), stage, user, comment)


def _begin(case: Case, user: Any) -> WorkflowState:
    return case.revision.get_workflow().start(case.revision, user)


def _finish(state: WorkflowState, *, user: Any, comment: str) -> None:
    if state.current_task_state.status == TaskState.STATUS_IN_PROGRESS:
        state.current_task_state.approve(user=user, update=False, comment=comment)
    state.finish(user=user)


def _move(
    state: WorkflowState,
    tasks: dict[CaseStage, StageTask],
    stage: CaseStage,
    user: Any,
    comment: str,
) -> None:
    task = tasks[stage]
    current = state.current_task_state
    if current.task_id == task.pk and current.status == TaskState.STATUS_IN_PROGRESS:
        return
    order = [other.pk for other in tasks.values()]
    goes_back = current.task_id in order and order.index(task.pk) < order.index(current.task_id)
    if goes_back:
        _undo(state, tasks=set(order[order.index(task.pk) :]))
        current.reject(user=user, update=False, comment=comment)
    elif current.status == TaskState.STATUS_IN_PROGRESS:
        current.approve(user=user, update=False, comment=comment)
    state.current_task_state = None
    state.update(user=user, next_task=task)


def _undo(state: WorkflowState, *, tasks: set[int]) -> None:
    """What was approved from the target on no longer counts: the same chain is walked again."""
    state.task_states.filter(task_id__in=tasks, status=TaskState.STATUS_APPROVED).update(
        status=TaskState.STATUS_CANCELLED
    )
