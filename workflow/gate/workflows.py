"""Wagtail's workflow follows the case: it ends as the case does, and is not rebuilt on its way."""

from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Task, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.errors import RuleViolation
from workflow.models import StageTask

ENDS_AT = {
    WorkflowState.STATUS_APPROVED: CaseStage.ANTAGEN,
    WorkflowState.STATUS_CANCELLED: CaseStage.AVSLAGEN,
}
"""How Wagtail's workflow may end → the stage of the case that lets it."""


def connect() -> None:
    """Ask before a workflow ends, and before its tasks or its place in the tree are changed."""
    pre_save.connect(_guard_end, sender=WorkflowState, dispatch_uid="gate.workflow_state")
    pre_save.connect(_guard_workflow, sender=Workflow, dispatch_uid="gate.workflow")
    for model in (Task, *StageTask.__subclasses__()):
        pre_save.connect(_guard_task, sender=model, dispatch_uid=f"gate.{model.__name__}")
    for model in (WorkflowTask, WorkflowPage):
        name = f"gate.{model.__name__}"
        pre_save.connect(_guard_part, sender=model, dispatch_uid=name)
        pre_delete.connect(_guard_removal, sender=model, dispatch_uid=f"{name}.del")


def _guard_end(instance: WorkflowState, **_: object) -> None:
    """Whoever sent a text on its way, or closes the workflow, does not end the case by it."""
    stage = ENDS_AT.get(instance.status)
    case = Case.objects.filter(revision_id=instance.object_id).first()
    if stage is not None and case is not None and case.stage != stage:
        raise _on_its_way(case)


def _guard_workflow(instance: Workflow, **_: object) -> None:
    if not instance.active and instance.pk:
        _refuse_running(workflow_id=instance.pk)


def _guard_task(instance: Task, **_: object) -> None:
    if not instance.active and instance.pk:
        _refuse_running(workflow__workflow_tasks__task_id=instance.pk)


def _guard_part(instance: WorkflowTask | WorkflowPage, **_: object) -> None:
    """A form saves every row anew, so only a row that changes is refused."""
    model = type(instance)
    stored = model.objects.filter(pk=instance.pk).values().first()
    now = {field.attname: getattr(instance, field.attname) for field in model._meta.concrete_fields}
    if stored != now:
        _refuse_running(workflow_id=instance.workflow_id)


def _guard_removal(instance: WorkflowTask | WorkflowPage, **_: object) -> None:
    _refuse_running(workflow_id=instance.workflow_id)


def _refuse_running(**started: int) -> None:
    running = WorkflowState.objects.active().filter(**started).first()
    if running is not None:
        raise _on_its_way(running.content_object)


def _on_its_way(thing: object) -> RuleViolation:
    said = _(
        "“%(thing)s” is on its way through the bodies, so the workflow can neither be ended "
        "nor changed now. It ends with the decision; change the path when no case is under way."
    )
    return RuleViolation(said % {"thing": thing}, code="workflow_in_use")
