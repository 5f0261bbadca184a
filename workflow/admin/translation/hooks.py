"""The languages screens' place in Wagtail's admin: a menu item, and before wagtail-localize."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from workflow import addresses  # noqa: F401 - names the numbers of rows
from workflow.admin.translation.editor import upload
from workflow.admin.translation.screens import may_see
from workflow.admin.translation.syncing import SyncTranslations

FIRST = -100  # before wagtail-localize's own hooks


class LanguagesMenuItem(MenuItem):
    """Shown to those who have something to do there."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def languages_menu_item() -> LanguagesMenuItem:
    """Add “Languages” below the pages."""
    return LanguagesMenuItem(
        _("Languages"), reverse("translation_list"), icon_name="globe", order=210
    )


@hooks.register("register_admin_urls", order=FIRST)
def stand_before_localize() -> list[URLPattern]:
    """Take the addresses of wagtail-localize's views; the first that matches answers."""
    return [
        path("localize/translate/<row:translation_id>/pofile/upload/", upload),
        path("localize/update/<row:translation_source_id>/", SyncTranslations.as_view()),
    ]
