"""The languages screens' place in Wagtail's admin: addresses and a menu item."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from workflow.admin.translation.editor import upload
from workflow.admin.translation.screens import may_see
from workflow.admin.translation.urls import urlpatterns

FIRST = -100  # before wagtail-localize's own hooks


class LanguagesMenuItem(MenuItem):
    """Shown to those who have something to do there."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask what the screen itself asks."""
        return may_see(request.user)


@hooks.register("register_admin_urls")
def languages_urls() -> list[URLPattern]:
    """Add the addresses."""
    return urlpatterns


@hooks.register("register_admin_menu_item")
def languages_menu_item() -> LanguagesMenuItem:
    """Add “Languages” below the pages."""
    return LanguagesMenuItem(
        _("Languages"), reverse("translation_list"), icon_name="globe", order=210
    )


@hooks.register("register_admin_urls", order=FIRST)
def stand_before_upload() -> list[URLPattern]:
    """Take the address of wagtail-localize's view; the first that matches answers."""
    return [path("localize/translate/<int:translation_id>/pofile/upload/", upload)]
