"""Glue between Styrdok and Wagtail's admin: no rule lives here."""

from wagtail import hooks

from workflow.admin import gate_hooks  # noqa: F401 - registers its hooks
from workflow.admin import hooks as admin_hooks  # noqa: F401
from workflow.admin.translation import hooks as translation_hooks  # noqa: F401
from workflow.record.log import LOG_ACTIONS


@hooks.register("register_log_actions")
def register_log_actions(actions):  # type: ignore[no-untyped-def]
    """Give every service's log entry its words in the history."""
    for action, label, message in LOG_ACTIONS:
        actions.register_action(action, label, message)
