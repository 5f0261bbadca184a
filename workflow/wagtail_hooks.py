"""Glue between Styrdok and Wagtail's admin: no rule lives here."""

from wagtail import hooks

from workflow.admin import hooks as admin_hooks  # noqa: F401 - registers its hooks, as those below
from workflow.admin.cases import hooks as case_hooks  # noqa: F401
from workflow.admin.dashboard import hooks as dashboard_hooks  # noqa: F401
from workflow.admin.feedback import hooks as feedback_hooks  # noqa: F401
from workflow.admin.organisations import hooks as organisation_hooks  # noqa: F401
from workflow.admin.publication import hooks as publication_hooks  # noqa: F401
from workflow.admin.translation import hooks as translation_hooks  # noqa: F401
from workflow.record.log import LOG_ACTIONS, PREFIX


@hooks.register("register_log_actions")
def register_log_actions(actions):  # type: ignore[no-untyped-def]
    """Give every service's log entry its words in the history."""
    for action, label, message in LOG_ACTIONS:
        actions.register_action(f"{PREFIX}{action}", label, message)
