"""The screens where a case is opened."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plandocs.models import Case
from workflow import permissions
from workflow.admin.cases.opening.forms import EDITION, OpenCaseForm
from workflow.admin.screens import UNPROCESSABLE, Screen, case_url
from workflow.admin.texts.views import found_in_words
from workflow.errors import RuleViolation
from workflow.rules.diarienummer import Diarienummer
from workflow.services.cases import NewPlan, open_case
from workflow.services.texts import Imported, import_draft


class OpenCaseView(Screen):
    """Open a case for a new document, or for a new edition of one."""

    template_name = "workflow/admin/opening/open.html"
    header_icon = "plus"

    def may(self, user: Any) -> bool:
        """Those who open cases."""
        return permissions.may_open_case(user)

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Open a case")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """End the trail here."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form; a plan named in the address gets a new edition."""
        initial: dict[str, Any] = {}
        if plan := request.GET.get("plan"):
            initial = {"what": EDITION, "plan": plan}
        return self.show(self._form(initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Open the case, and read the text in where there is one."""
        form = self._form(request.POST, request.FILES)
        if form.is_valid():
            try:
                case, imported = self._open(form.cleaned_data)
            except RuleViolation as violation:
                form.add_error(_field_of(violation), violation.message)
            else:
                said = _("The case %(number)s is open.") % {"number": case.diarienummer}
                found = found_in_words(imported) if imported else ""
                messages.success(request, f"{said} {found}".strip())
                return redirect(case_url(case))
        return self.show(form, status=UNPROCESSABLE)

    def show(self, form: OpenCaseForm, *, status: int = 200) -> HttpResponse:
        """Print the form."""
        return self.render(form=form, media=form.media, status=status)

    def _form(self, *args: Any, **kwargs: Any) -> OpenCaseForm:
        return OpenCaseForm(*args, user=self.request.user, **kwargs)

    @transaction.atomic
    def _open(self, data: dict[str, Any]) -> tuple[Case, Imported | None]:
        today, user = timezone.localdate(), self.request.user
        years = (data["first_year"], data["last_year"])
        case = open_case(
            diarienummer=data["diarienummer"],
            plan=data["plan"] if data["what"] == EDITION else _new_plan(data),
            title=data["title"],
            decided_by=data["decided_by"],
            handlaggare=data["handlaggare"],
            valid=years if any(years) else None,
            replaces=data["replaces"],
            on=today,
            user=user,
        )
        if not data["document"]:
            return case, None
        imported = import_draft(
            document=data["document"], diarienummer=case.diarienummer, on=today, user=user
        )
        return case, imported


class ReadNumberView(Screen):
    """Say how a record number is read, while it is being typed."""

    def may(self, user: Any) -> bool:
        """Those who open cases."""
        return permissions.may_open_case(user)

    def get(self, request: HttpRequest) -> JsonResponse:
        """Answer with one sentence."""
        text = request.GET.get("nummer", "").strip()
        if not text:
            return JsonResponse({"said": "", "ok": True})
        try:
            number = Diarienummer.parse(text)
        except RuleViolation as violation:
            return JsonResponse({"said": violation.message, "ok": False})
        if Case.objects.filter(diarienummer_key=number.key).exists():
            said = _("There is a case with this number already.")
            return JsonResponse({"said": said, "ok": False})
        said = _("Read as series %(series)s, year %(year)s, number %(number)s.") % {
            "series": number.series,
            "year": number.year,
            "number": number.number,
        }
        return JsonResponse({"said": said, "ok": True})


def _new_plan(data: dict[str, Any]) -> NewPlan:
    return NewPlan(
        title=data["title"],
        kind=data["kind"],
        summary=data["summary"],
        area=data["area"],
        responsible=data["responsible"],
        applies_to=data["applies_to"],
    )


def _field_of(violation: RuleViolation) -> str | None:
    return {
        "case_exists": "diarienummer",
        "diarienummer_unreadable": "diarienummer",
        "step_not_possible": "plan",
    }.get(violation.code)
