"""Recording a §."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflow import permissions
from workflow.admin.checking import ACTION, CHECK, LIVE, RECORD, is_as_checked, seal
from workflow.admin.decisions.protocol import Protocol
from workflow.admin.decisions.verdict import Verdict, judge
from workflow.admin.form_screens import UNPROCESSABLE
from workflow.admin.screens import CaseScreen
from workflow.documents.recipients import proposed_recipients
from workflow.errors import RuleViolation
from workflow.models import Decision
from workflow.procedure.memos import asked_of
from workflow.procedure.next_body import deciding_now
from workflow.services.decisions import record_decision

PANEL = "workflow/admin/decisions/verdict.html"


class RecordDecisionView(CaseScreen):
    """Record one § in one form, which says what it means before it is saved."""

    template_name = "workflow/admin/decisions/record.html"
    header_icon = "tick-inverse"
    page_title = gettext_lazy("Record a decision")
    may = staticmethod(permissions.may_record_decision)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        body = deciding_now(self.case)
        today = self.today
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
            self.say(_("Recorded: %(decision)s.") % {"decision": decision})
            return self.back(f"beslut-{decision.pk}")
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
        context: dict[str, object] = {"form": protocol.form, "case": self.case}
        if is_valid:
            context |= {"verdict": self._verdict(protocol), "checked": seal(self.request.POST)}
        return render(self.request, PANEL, context)

    def _verdict(self, protocol: Protocol) -> Verdict:
        return judge(self.case, protocol, on=self.today)

    def _record(self, protocol: Protocol) -> Decision:
        return record_decision(
            case=self.case,
            minutes=protocol.minutes(),
            user=self.user,
            form_key=protocol.form.cleaned_data["form_key"],
        )

    def _proposal(self) -> list[str]:
        """Return what the body that has the case was asked to decide."""
        body = deciding_now(self.case)
        return asked_of(self.case, body) if body else []
