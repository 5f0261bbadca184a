"""What the screens of a case have in common: who may see them, and where they stand."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from plandocs.models import Case
from workflow import permissions

UNPROCESSABLE = 422


def case_url(case: Case, place: str = "") -> str:
    """Return the address of the page of a case, or of a place on it."""
    address = reverse("case_page", args=[case.pk])
    return f"{address}#{place}" if place else address


class Screen(WagtailAdminTemplateMixin, View):
    """A screen of Wagtail's admin for those who may be here."""

    header_icon = "folder-open-inverse"

    def may(self, user: Any) -> bool:
        """Whether the user may be here."""
        return permissions.may_read_case(user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn away those who may not be here."""
        if not self.may(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list of cases."""
        home = super().get_breadcrumbs_items()
        return [*home, {"url": reverse("case_list"), "label": _("Cases")}]

    def render(self, *, status: int = 200, **context: Any) -> HttpResponse:
        """Print the screen."""
        return self.render_to_response(self.get_context_data(**context), status=status)


class CaseScreen(Screen):
    """A screen of one case."""

    case: Case

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the case once it is known that the user may be here."""
        if not self.may(request.user):
            raise PermissionDenied
        self.find()
        return super().dispatch(request, *args, **kwargs)

    def find(self) -> None:
        """Set ``case``, and whatever else the address names."""
        self.case = find_case(self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the case."""
        return str(self.case)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the page of the case."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": case_url(self.case), "label": self.case.diarienummer},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the case."""
        return super().get_context_data(case=self.case, **kwargs)


def find_case(pk: int) -> Case:
    """Return a case with what nearly every screen needs of it, or answer 404."""
    cases = Case.objects.select_related(
        "decided_by", "handlaggare", "revision__locale", "revision__latest_revision"
    )
    return get_object_or_404(cases, pk=pk)
