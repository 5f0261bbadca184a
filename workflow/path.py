"""The path of a case: the stages that the municipality's Wagtail workflow holds."""

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.models.tasks import StageTask


def tasks_on_path(case: Case) -> dict[CaseStage, StageTask]:
    """Return the task of each stage on the case's path, in the workflow's order."""
    workflow = case.revision.get_workflow()
    if workflow is None:
        return {}
    tasks = [task.specific for task in workflow.tasks]
    return {task.stage: task for task in tasks if isinstance(task, StageTask) and task.active}


def stages_on_path(case: Case) -> set[CaseStage]:
    """Return the stages that the case's path holds."""
    return set(tasks_on_path(case))
