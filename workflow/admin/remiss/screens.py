"""What the screens of a round have in common."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from plandocs.models import RemissRoundPage
from workflow.admin.screens import CaseScreen, Trail

BY_ANSWER = "svar"


class RoundScreen(CaseScreen):
    """A screen of one round."""

    header_icon = "mail"
    page: RemissRoundPage

    def find(self) -> None:
        rounds = RemissRoundPage.objects.select_related(
            "opening__case__decided_by", "opening__case__revision__locale"
        )
        self.page = get_object_or_404(rounds, pk=self.kwargs["pk"])
        self.case = self.page.opening.case

    def trail(self) -> Trail:
        *above, here = super().trail()
        return [*above, {"url": round_url(self.page), "label": _("Remiss")}, here]

    def back(self, place: str = "") -> HttpResponse:
        return redirect(round_url(self.page))

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(round=self.page, **kwargs)


def round_url(page: RemissRoundPage) -> str:
    """Return the address of a round's own screen."""
    return reverse("remiss_round", args=[page.pk])
