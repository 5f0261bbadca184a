"""What the screens have in common: who may be here, what they are about, and where they stand."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from plandocs.models import Case
from workflow import permissions
from workflow.procedure.moment import Moment
from workflow.procedure.steps import answer_of

Trail = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class WayOn:
    """Where to do what must be done first."""

    url: str
    label: str


def case_url(case: Case, place: str = "") -> str:
    """Return the address of the page of a case, or of a place on it."""
    address = reverse("case_page", args=[case.pk])
    return f"{address}#{place}" if place else address


class Guarded(View):
    """A view for those whom ``may`` lets in; nothing is looked up for others."""

    may: permissions.Predicate = staticmethod(permissions.may_read_case)

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Turn away those who may not be here, then find what the address names."""
        if not self.may(request.user):
            raise PermissionDenied
        self.find()
        return self.turned_away() or super().dispatch(request, *args, **kwargs)

    def find(self) -> None:
        """Set what the address names, or answer 404."""

    def turned_away(self) -> HttpResponse | None:
        """Return what those are shown instead who come when nothing can be done here."""
        return None

    @property
    def user(self) -> User:
        """Who is signed in."""
        return permissions.signed_in(self.request)

    @property
    def today(self) -> date:
        """The day on which what is done here is done."""
        return timezone.localdate()

    def say(self, said: str, *ways: tuple[str, str]) -> None:
        """Let the next page say what was done, with ways on from it: addresses and labels."""
        buttons = [messages.button(url, label) for url, label in ways]
        messages.success(self.request, said, buttons=buttons)

    def warn(self, said: str) -> None:
        """Let the next page say why nothing was done."""
        messages.error(self.request, said)


class Screen(WagtailAdminTemplateMixin, Guarded):
    """A screen of Wagtail's admin."""

    header_icon = "folder-open-inverse"

    def get_breadcrumbs_items(self) -> Trail:
        """Lead home, and back along the trail."""
        return [*super().get_breadcrumbs_items(), *self.trail()]

    def trail(self) -> Trail:
        """Return the way here from home, in addresses and labels."""
        return [{"url": reverse("case_list"), "label": _("Cases")}, self.here()]

    def here(self) -> dict[str, object]:
        """Return the end of the trail."""
        return {"url": "", "label": self.get_page_title()}

    def render(self, *, status: int = 200, **context: object) -> HttpResponse:
        """Print the screen."""
        return self.render_to_response(self.get_context_data(**context), status=status)


class CaseScreen(Screen):
    """A screen of one case."""

    case: Case

    def find(self) -> None:
        """Set ``case``, and whatever else the address names."""
        self.case = find_case(self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the case."""
        return str(self.case)

    def trail(self) -> Trail:
        """Lead back to the page of the case."""
        cases, here = super().trail()
        return [cases, {"url": case_url(self.case), "label": self.case.diarienummer}, here]

    def back(self, place: str = "") -> HttpResponse:
        """Lead to the page of the case, or to a place on it."""
        return redirect(case_url(self.case, place))

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Add the case."""
        return super().get_context_data(case=self.case, **kwargs)


class StepScreen(CaseScreen):
    """A screen where a step of ``procedure.steps`` is taken; while it is closed, why is shown."""

    step: str

    def turned_away(self) -> HttpResponse | None:
        """Say why the step cannot be taken, before anybody has written anything."""
        if self.request.method != "GET":
            return None  # the service refuses, and the words stay in the form
        answer = answer_of(self.step, self.user, Moment(self.case, self.today))
        if answer.hindrance is None:
            return None
        context = CaseScreen.get_context_data(
            self, form=None, refusal=answer.hindrance, way_on=self.way_on()
        )
        return TemplateResponse(self.request, "workflow/admin/closed.html", context)

    def way_on(self) -> WayOn | None:
        """Return where what must come first is done, if it is not the page of the case."""
        return None


def find_case(pk: int) -> Case:
    """Return a case with what nearly every screen needs of it, or answer 404."""
    cases = Case.objects.select_related(
        "decided_by", "handlaggare", "revision__locale", "revision__latest_revision"
    )
    return get_object_or_404(cases, pk=pk)
