"""The officials' screens' place in Wagtail's admin: addresses, help and style."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from workflow.admin.urls import urlpatterns

_WAGTAILS_HELP = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Put the screens below the admin's own address, where one must be signed in."""
    return urlpatterns


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


@hooks.register("insert_global_admin_css")
def style() -> str:
    """Style what Wagtail has no component for."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/cases.css"))
