"""Correcting a § that was recorded wrongly."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.models import Case
from workflow import permissions
from workflow.admin.form_fields import DayField
from workflow.admin.form_screens import FormScreen
from workflow.admin.screens import CaseScreen
from workflow.errors import RuleViolation
from workflow.models import Decision
from workflow.rules.paragraph_number import Paragraph
from workflow.services.decisions import correct_decision


class CorrectionForm(forms.Form):
    """Which § and day the decision truly had."""

    paragraph = forms.CharField(label=gettext_lazy("The right §"), required=False, max_length=20)
    decided_on = DayField(label=gettext_lazy("The right meeting date"))
    reason = forms.CharField(
        label=gettext_lazy("How the mistake was found"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Shown beside the decision, with what was recorded first."),
        error_messages={"required": gettext_lazy("Write how the mistake was found.")},
    )

    def clean_paragraph(self) -> int | None:
        text = self.cleaned_data["paragraph"].strip()
        try:
            return Paragraph.parse(text).number if text else None
        except RuleViolation as violation:
            raise forms.ValidationError(violation.message, code=violation.code) from None


class CorrectDecisionView(FormScreen, CaseScreen):
    """Correct a § by a new fact that names the old. What the decision did stands."""

    template_name = "workflow/admin/decisions/correct.html"
    header_icon = "edit"
    page_title = gettext_lazy("Correct a §")
    may = staticmethod(permissions.may_record_decision)
    form_class = CorrectionForm
    decision: Decision

    def find(self) -> None:
        found = Decision.objects.select_related("body").prefetch_related("corrections")
        self.decision = get_object_or_404(found, pk=self.kwargs["pk"])
        self.case = Case.objects.select_related("decided_by").get(pk=self.decision.case_id)

    def get_initial(self) -> dict[str, object]:
        return {
            "paragraph": self.decision.current_paragraph,
            "decided_on": self.decision.current_date,
        }

    def act(self, form: forms.BaseForm) -> HttpResponse:
        on = self.today
        correct_decision(decision=self.decision, on=on, user=self.user, **form.cleaned_data)
        self.say(_("The § has been corrected. The old record is kept."))
        return self.back(f"beslut-{self.decision.pk}")

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(decision=self.decision, **kwargs)
