"""What the remiss screens have in common: who may see them, and where they stand."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from plandocs.models import Case, RemissRoundPage
from workflow import permissions

UNPROCESSABLE = 422


class RemissScreen(WagtailAdminTemplateMixin, View):
    """A screen of one case's remiss, for those who may read cases."""

    header_icon = "mail"
    case: Case

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the case first of all."""
        super().setup(request, *args, **kwargs)
        self.find()

    def find(self) -> None:
        """Set ``case``, and whatever else the address names."""
        raise NotImplementedError

    def may(self, user: Any) -> bool:
        """Whether the user may be here."""
        return permissions.may_read_case(user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Turn away those who may not be here."""
        if not self.may(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.case)

    def render(self, *, status: int = 200, **context: Any) -> HttpResponse:
        """Print the screen."""
        return self.render_to_response(
            self.get_context_data(case=self.case, **context), status=status
        )


class RoundScreen(RemissScreen):
    """A screen of one round."""

    page: RemissRoundPage

    def find(self) -> None:
        """Set the round and its case."""
        self.page = _round(self.kwargs["pk"])
        self.case = self.page.opening.case

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": str(self.case)}
        return [
            *super().get_breadcrumbs_items(),
            {"url": round_url(self.page), "label": _("Remiss")},
            here,
        ]


def _round(pk: int) -> RemissRoundPage:
    return get_object_or_404(
        RemissRoundPage.objects.select_related("opening__case__decided_by"), pk=pk
    )


def round_url(page: RemissRoundPage) -> str:
    """Return the address of a round's own screen."""
    return reverse("remiss_round", args=[page.pk])
