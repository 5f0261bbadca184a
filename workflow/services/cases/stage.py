"""Wagtail's workflow follows the case: same stage, same transaction."""

from django.contrib.auth.models import User
from wagtail.models import Task, TaskState, WorkflowState

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.procedure.path import tasks_on_path
from workflow.services.publication import publish_adopted


def follow_stage(case: Case, *, user: User, comment: str = "") -> None:
    """Bring the Wagtail workflow of the case's text to where the case stands.

    An adopted text ends the workflow, and that is what publishes it; a rejected one cancels it.
    """
    state = case.revision.current_workflow_state
    match CaseStage(case.stage):
        case CaseStage.UTKAST:
            return
        case CaseStage.ANTAGEN:
            _finish(case, state or _begin(case, user), user=user, comment=comment)
        case CaseStage.AVSLAGEN:
            if state:
                state.cancel(user=user)
        case stage:
            started = state or _begin(case, user)
            if started:
                _move(started, tasks_on_path(case), stage, user, comment)


def _begin(case: Case, user: User) -> WorkflowState | None:
    workflow = case.revision.get_workflow()
    return workflow.start(case.revision, user) if workflow else None


def _finish(case: Case, state: WorkflowState | None, *, user: User, comment: str) -> None:
    if state is None:  # no path was laid for the page, yet the decision publishes it
        publish_adopted(case.revision.adoption, user=user)
        return
    if state.status == WorkflowState.STATUS_APPROVED:
        return  # a path without a single task ends as it begins
    if state.current_task_state.status == TaskState.STATUS_IN_PROGRESS:
        state.current_task_state.approve(user=user, update=False, comment=comment)
    _wake(state)
    state.finish(user=user)


def _move(
    state: WorkflowState, tasks: dict[CaseStage, Task], stage: CaseStage, user: User, comment: str
) -> None:
    current, task = state.current_task_state, tasks.get(stage)
    if task is None:  # reworking is not on every path; Wagtail calls it “needs changes”
        current.reject(user=user, comment=comment)
        return
    if current.task_id == task.pk and current.status == TaskState.STATUS_IN_PROGRESS:
        return
    order = [other.pk for other in tasks.values()]
    goes_back = current.task_id in order and order.index(task.pk) < order.index(current.task_id)
    if goes_back:
        _undo(state, tasks=set(order[order.index(task.pk) :]))
    if current.status == TaskState.STATUS_IN_PROGRESS:
        leave = current.reject if goes_back else current.approve
        leave(user=user, update=False, comment=comment)
    _wake(state)
    state.current_task_state = None
    state.update(user=user, next_task=task)


def _wake(state: WorkflowState) -> None:
    """A workflow that waits for changes goes nowhere until it is under way again."""
    state.status = WorkflowState.STATUS_IN_PROGRESS


def _undo(state: WorkflowState, *, tasks: set[int]) -> None:
    """What was approved from the target on no longer counts: the same chain is walked again."""
    state.task_states.filter(task_id__in=tasks, status=TaskState.STATUS_APPROVED).update(
        status=TaskState.STATUS_CANCELLED
    )
