"""The screens of decisions: recording a §, and correcting one that was recorded wrongly."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plandocs.models import Case
from workflow import permissions
from workflow.admin.checking import ACTION, CHECK, LIVE, RECORD, is_as_checked, seal
from workflow.admin.decisions.forms import Protocol
from workflow.admin.decisions.verdict import Verdict, judge
from workflow.admin.form_fields import DayField
from workflow.admin.screens import UNPROCESSABLE, CaseScreen, case_url
from workflow.documents.recipients import proposed_recipients
from workflow.errors import RuleViolation
from workflow.models import Decision
from workflow.procedure.memos import asked_of
from workflow.procedure.next_body import deciding_now
from workflow.rules.paragraphs import Paragraph
from workflow.services.decisions import correct_decision, record_decision

PANEL = "workflow/admin/decisions/verdict.html"


class RecordDecisionView(CaseScreen):
    """Record one § in one form, which says what it means before it is saved."""

    template_name = "workflow/admin/decisions/record.html"
    header_icon = "tick-inverse"

    def may(self, user: Any) -> bool:
        """Those who record decisions."""
        return permissions.may_record_decision(user)

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Record a decision")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form with what the case itself suggests."""
        body = deciding_now(self.case)
        today = timezone.localdate()
        initial = {
            "body": body.pk if body else None,
            "sent_to": proposed_recipients(self.case, body=body, on=today) if body else [],
        }
        return self.show(Protocol(self.case, initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Check the form; record it if it reads as when it was checked."""
        protocol = Protocol(self.case, data=request.POST)
        is_valid = protocol.is_valid()
        if request.POST.get(ACTION) == LIVE:
            return self._live(protocol, is_valid=is_valid)
        if not is_valid:
            return self.show(protocol, status=UNPROCESSABLE)
        if is_as_checked(request.POST):
            try:
                decision = self._record(protocol)
            except RuleViolation as violation:
                return self.show(protocol, refusal=violation, status=UNPROCESSABLE)
            messages.success(request, _("Recorded: %(decision)s.") % {"decision": decision})
            return redirect(case_url(self.case, f"beslut-{decision.pk}"))
        verdict = self._verdict(protocol)
        status = 200 if verdict.can_be_recorded else UNPROCESSABLE
        is_changed = request.POST.get(ACTION) == RECORD
        return self.show(protocol, verdict=verdict, is_changed=is_changed, status=status)

    def show(
        self,
        protocol: Protocol,
        *,
        verdict: Verdict | None = None,
        refusal: RuleViolation | None = None,
        is_changed: bool = False,
        status: int = 200,
    ) -> HttpResponse:
        """Print the form, and beside it what it would mean."""
        is_refused = refusal is not None
        if refusal is not None:
            verdict = self._verdict(protocol)
            if refusal.code in verdict.codes:
                refusal = None  # the panel says it
        return self.render(
            protocol=protocol,
            form=protocol.form,
            media=protocol.media,
            verdict=verdict,
            refusal=refusal,
            is_changed=is_changed,
            is_refused=is_refused,
            checked=seal(self.request.POST) if verdict else "",
            proposal=self._proposal(),
            check=CHECK,
            status=status,
        )

    def _live(self, protocol: Protocol, *, is_valid: bool) -> HttpResponse:
        """Answer the form while it is being filled in, with the panel alone."""
        context: dict[str, Any] = {"form": protocol.form, "case": self.case}
        if is_valid:
            context |= {
                "verdict": self._verdict(protocol),
                "checked": seal(self.request.POST),
            }
        return render(self.request, PANEL, context)

    def _verdict(self, protocol: Protocol) -> Verdict:
        return judge(self.case, protocol, on=timezone.localdate())

    def _record(self, protocol: Protocol) -> Decision:
        return record_decision(
            case=self.case,
            minutes=protocol.minutes(),
            user=self.request.user,
            form_key=protocol.form.cleaned_data["form_key"],
        )

    def _proposal(self) -> list[str]:
        """Return what the body that has the case was asked to decide."""
        body = deciding_now(self.case)
        return asked_of(self.case, body) if body else []


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
        """Read the number as it is printed."""
        text = self.cleaned_data["paragraph"].strip()
        try:
            return Paragraph.parse(text).number if text else None
        except RuleViolation as violation:
            raise forms.ValidationError(violation.message, code=violation.code) from None


class CorrectDecisionView(CaseScreen):
    """Correct a § by a new fact that names the old. What the decision did stands."""

    template_name = "workflow/admin/decisions/correct.html"
    header_icon = "edit"
    decision: Decision

    def may(self, user: Any) -> bool:
        """Those who record decisions."""
        return permissions.may_record_decision(user)

    def find(self) -> None:
        """Set the decision and its case."""
        found = Decision.objects.select_related("body").prefetch_related("corrections")
        self.decision = get_object_or_404(found, pk=self.kwargs["pk"])
        self.case = Case.objects.select_related("decided_by").get(pk=self.decision.case_id)

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Correct a §")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form with what is recorded."""
        initial = {
            "paragraph": self.decision.current_paragraph,
            "decided_on": self.decision.current_date,
        }
        return self.show(CorrectionForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the correction."""
        form = CorrectionForm(request.POST)
        if form.is_valid():
            try:
                correct_decision(
                    decision=self.decision,
                    on=timezone.localdate(),
                    user=request.user,
                    **form.cleaned_data,
                )
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, _("The § has been corrected. The old record is kept."))
                return redirect(case_url(self.case, f"beslut-{self.decision.pk}"))
        return self.show(form, status=UNPROCESSABLE)

    def show(self, form: CorrectionForm, *, status: int = 200) -> HttpResponse:
        """Print the form."""
        return self.render(form=form, media=form.media, decision=self.decision, status=status)
