"""The screen where a case is opened."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.models import Case
from workflow import permissions
from workflow.admin.cases.opening.forms import EDITION, OpenCaseForm
from workflow.admin.form_screens import FormScreen
from workflow.admin.screens import case_url
from workflow.admin.texts.importing import found_in_words
from workflow.services.cases import FirstText, NewCase, NewPlan, open_case
from workflow.services.texts import Imported, import_draft


class OpenCaseView(FormScreen):
    """Open a case for a new document, or for a new edition of one."""

    template_name = "workflow/admin/cases/opening/open.html"
    header_icon = "plus"
    page_title = gettext_lazy("Open a case")
    may = staticmethod(permissions.may_open_case)
    form_class = OpenCaseForm
    about: ClassVar[Mapping[str, str]] = {
        "case_exists": "diarienummer",
        "diarienummer_unreadable": "diarienummer",
        "step_not_possible": "plan",
    }

    def get_initial(self) -> dict[str, object]:
        plan = self.request.GET.get("plan")
        return {"what": EDITION, "plan": plan} if plan else {}

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "user": self.user}

    def act(self, form: forms.BaseForm) -> HttpResponse:
        case, imported = self._open(form.cleaned_data)
        said = _("The case %(number)s is open.") % {"number": case.diarienummer}
        found = found_in_words(imported) if imported else ""
        self.say(f"{said} {found}".strip())
        return redirect(case_url(case))

    @transaction.atomic
    def _open(self, data: dict[str, Any]) -> tuple[Case, Imported | None]:
        on, user = self.today, self.user
        years = (data["first_year"], data["last_year"])
        case = open_case(
            case=NewCase(
                diarienummer=data["diarienummer"],
                title=data["title"],
                decided_by=data["decided_by"],
                handlaggare=data["handlaggare"],
                replaces=data["replaces"],
            ),
            plan=data["plan"] if data["what"] == EDITION else _new_plan(data),
            on=on,
            user=user,
            text=FirstText(valid=years if any(years) else None),
        )
        document = data["document"]
        number = case.diarienummer
        return case, document and import_draft(
            document=document, diarienummer=number, on=on, user=user
        )


def _new_plan(data: dict[str, Any]) -> NewPlan:
    return NewPlan(**{field.name: data[field.name] for field in fields(NewPlan)})
