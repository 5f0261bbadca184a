"""The cases' place in Wagtail's admin: first in the menu."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from workflow import permissions


class CasesMenuItem(MenuItem):
    """Shown to those who may read cases."""

    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_read_case(request.user)


@hooks.register("register_admin_menu_item")
def register_cases_menu_item() -> CasesMenuItem:
    """Put the cases first in the menu."""
    return CasesMenuItem(
        _("Cases"), reverse("case_list"), name="cases", icon_name="folder-open-inverse", order=10
    )
