"""The officials' screens' place in Wagtail's admin: addresses, menu, dashboard and registers."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from workflow import permissions
from workflow.admin.dashboard.panels import MyCasesPanel, WaitingPanel
from workflow.admin.organisations import registers
from workflow.admin.remiss.urls import urlpatterns as remiss_urls
from workflow.admin.urls import urlpatterns

_NOT_OURS = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "locked_pages"}
_WAGTAILS_HELP = ("whats-new-in-wagtail", "editor-guide")


class CasesMenuItem(MenuItem):
    """Shown to those who may read cases."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask what the screen itself asks."""
        return permissions.may_read_case(request.user)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Put the screens below the admin's own address, where one must be signed in."""
    return [*urlpatterns, *remiss_urls]


@hooks.register("register_admin_menu_item")
def register_cases_menu_item() -> MenuItem:
    """Put the cases first in the menu."""
    return CasesMenuItem(
        _("Cases"),
        reverse("case_list"),
        name="cases",
        icon_name="folder-open-inverse",
        order=10,
    )


@hooks.register("register_help_menu_item")
def register_steps_menu_item() -> MenuItem:
    """Put the table of steps and roles where people look for help."""
    return MenuItem(
        _("Steps and roles"), reverse("steps_and_roles"), name="steps", icon_name="table", order=10
    )


@hooks.register("construct_help_menu")
def keep_to_our_own_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out what is new in Wagtail, and its guide in English."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(_WAGTAILS_HELP)]


@hooks.register("register_admin_viewset")
def register_feedback() -> Any:
    """Show what people say about accessibility."""
    return registers.AccessibilityFeedbackViewSet()


@hooks.register("construct_homepage_panels")
def lay_out_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Put what waits first; Wagtail's own moderation panels know nothing of our cases."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in _NOT_OURS]
    panels[:0] = [WaitingPanel(), MyCasesPanel()]


@hooks.register("insert_global_admin_css")
def style() -> str:
    """Style what Wagtail has no component for."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/cases.css"))
