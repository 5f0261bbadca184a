"""The path of a case: the stages that the municipality's Wagtail workflow holds."""

from wagtail.models import Task

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.models.tasks import StageTask


def tasks_on_path(case: Case) -> dict[CaseStage, Task]:
    """Return the task of each stage on the case's path, in the workflow's order.

    A case keeps to the path it began on, whatever is laid for its page after that. The stage is
    its task's type's, so the tasks themselves are not fetched one by one.
    """
    begun = case.revision.workflow_states.order_by("pk").select_related("workflow").last()
    workflow = begun.workflow if begun else case.revision.get_workflow()
    tasks = workflow.tasks if workflow else []
    kinds = [(task.specific_class, task) for task in tasks]
    return {
        kind.stage: task
        for kind, task in kinds
        if kind and issubclass(kind, StageTask) and task.active
    }


def stages_on_path(case: Case) -> set[CaseStage]:
    """Return the stages that the case's path holds."""
    return set(tasks_on_path(case))
