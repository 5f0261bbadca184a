"""What the languages screens have in common."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from plandocs.models import PlanRevisionPage
from workflow import permissions
from workflow.admin.screens import Guarded, Screen, Trail
from workflow.admin.translation import editions


def may_see(user: permissions.Actor) -> bool:
    """Whether the user has something to do on the languages screens."""
    return permissions.may_translate(user) or permissions.may_publish_translation(user)


class LanguagesScreen(Screen):
    """A screen for those who translate and those who release."""

    header_icon = "globe"
    may: permissions.Predicate = staticmethod(may_see)

    def trail(self) -> Trail:
        return [{"url": reverse("translation_list"), "label": _("Languages")}]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(
            may_translate=permissions.may_translate(self.user),
            may_publish=permissions.may_publish_translation(self.user),
            **kwargs,
        )


class OfEdition(Guarded):
    """A view of one adopted text."""

    may: permissions.Predicate = staticmethod(may_see)
    text: PlanRevisionPage

    def find(self) -> None:
        """Set the adopted text that the address names; others have no languages."""
        self.text = get_object_or_404(
            PlanRevisionPage.objects.select_related("adoption", "locale"),
            pk=self.kwargs["pk"],
            adoption__isnull=False,
        )

    @property
    def address(self) -> str:
        return reverse("translation_edition", args=[self.text.pk])

    def back(self) -> HttpResponse:
        return redirect(self.address)


class EditionScreen(OfEdition, LanguagesScreen):
    """A screen of one adopted text."""

    def get_page_subtitle(self) -> str:
        return editions.name_of_edition(self.text)

    def trail(self) -> Trail:
        return [*super().trail(), {"url": self.address, "label": self.get_page_subtitle()}]
