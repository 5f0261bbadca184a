"""The panels' place on Wagtail's dashboard."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from workflow.admin.dashboard.panels import MyCasesPanel, WaitingPanel

_NOT_OURS = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "locked_pages"}


@hooks.register("construct_homepage_panels")
def lay_out_dashboard(request: HttpRequest, panels: list[Component]) -> None:
    """Put what waits first; Wagtail's own moderation panels know nothing of our cases."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in _NOT_OURS]
    panels[:0] = [WaitingPanel(), MyCasesPanel()]
