"""Wagtail's own letters about a workflow are not sent: ours tell the same in the record's words."""

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

LETTERS = [
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
]


def keep_back() -> None:
    """Take the places of Wagtail's senders before it connects them.

    A signal keeps the first receiver of a ``dispatch_uid``, and our app is loaded before Wagtail's.
    """
    for signal, sender, uid in LETTERS:
        signal.connect(_no_letter, sender=sender, dispatch_uid=uid)


def _no_letter(**kwargs: object) -> None:
    """Send nothing."""
