"""What the screens of a round have in common."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from plandocs.models import RemissRoundPage
from workflow.admin.screens import CaseScreen


class RoundScreen(CaseScreen):
    """A screen of one round."""

    header_icon = "mail"
    page: RemissRoundPage

    def find(self) -> None:
        """Set the round and its case."""
        rounds = RemissRoundPage.objects.select_related(
            "opening__case__decided_by", "opening__case__revision__locale"
        )
        self.page = get_object_or_404(rounds, pk=self.kwargs["pk"])
        self.case = self.page.opening.case

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the round, and from there to the case."""
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": round_url(self.page), "label": _("Remiss")}, here]


def round_url(page: RemissRoundPage) -> str:
    """Return the address of a round's own screen."""
    return reverse("remiss_round", args=[page.pk])
