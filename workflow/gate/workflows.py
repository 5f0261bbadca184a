"""The municipality's own path through the bodies is not rebuilt while a case is on it."""

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Task, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from workflow.errors import RuleViolation
from workflow.models import StageTask


def connect() -> None:
    """Ask before a workflow, its tasks or its place in the tree is changed."""
    pre_save.connect(_guard_workflow, sender=Workflow, dispatch_uid="gate.workflow")
    for model in (Task, *StageTask.__subclasses__()):
        pre_save.connect(_guard_task, sender=model, dispatch_uid=f"gate.{model.__name__}")
    for model in (WorkflowTask, WorkflowPage):
        name = f"gate.{model.__name__}"
        pre_save.connect(_guard_part, sender=model, dispatch_uid=name)
        pre_delete.connect(_guard_removal, sender=model, dispatch_uid=f"{name}.del")


def _guard_workflow(instance: Workflow, **_: Any) -> None:
    if not instance.active and instance.pk:
        _refuse_running(WorkflowState.objects.filter(workflow_id=instance.pk))


def _guard_task(instance: Task, **_: Any) -> None:
    if not instance.active and instance.pk:
        _refuse_running(
            WorkflowState.objects.filter(workflow__workflow_tasks__task_id=instance.pk)
        )


def _guard_part(instance: Any, **_: Any) -> None:
    """A form saves every row anew, so only a row that changes is refused."""
    model = type(instance)
    stored = model.objects.filter(pk=instance.pk).values().first()
    now = {field.attname: getattr(instance, field.attname) for field in model._meta.concrete_fields}
    if stored != now:
        _refuse_running(WorkflowState.objects.filter(workflow_id=instance.workflow_id))


def _guard_removal(instance: Any, **_: Any) -> None:
    _refuse_running(WorkflowState.objects.filter(workflow_id=instance.workflow_id))


def _refuse_running(states: Any) -> None:
    running = states.filter(status=WorkflowState.STATUS_IN_PROGRESS).first()
    if running is not None:
        raise RuleViolation(
            _(
                "“%(text)s” is on its way through the bodies, so the path cannot be changed now. "
                "Change it when no case is under way."
            )
            % {"text": running.content_object},
            code="workflow_in_use",
        )
