"""The screens of what follows a decision. The last day to appeal is shown before it is saved."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plandocs.vocabulary import AppealOutcome
from workflow import permissions
from workflow.admin.checking import ACTION, LIVE, is_as_checked, seal
from workflow.admin.form_fields import DayField
from workflow.admin.screens import UNPROCESSABLE, CaseScreen, case_url
from workflow.errors import RuleViolation
from workflow.models import Decision
from workflow.procedure.situation import situation_of
from workflow.rules import appeal, notice
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal

CLOCK = "workflow/admin/follow_up/clock.html"


class NoticeForm(forms.Form):
    """When the minutes were adjusted and the notice put up."""

    use_required_attribute = False

    adjusted_on = DayField(label=gettext_lazy("The minutes were adjusted on"))
    announced_on = DayField(label=gettext_lazy("The notice was put up on"))


class FollowUpScreen(CaseScreen):
    """A screen for those who record what follows a decision."""

    header_icon = "calendar-check"

    def may(self, user: Any) -> bool:
        """Those who record notices."""
        return permissions.may_announce(user)


class AnnounceView(FollowUpScreen):
    """Record the notice, which starts the clock."""

    template_name = "workflow/admin/follow_up/announce.html"

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Record the notice")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form."""
        decision = self._decision()
        adjusted = decision.current_date if decision and decision.immediately_adjusted else None
        return self.show(NoticeForm(initial={"adjusted_on": adjusted}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the last day; save when it has been seen."""
        form = NoticeForm(request.POST)
        is_valid = form.is_valid()
        if request.POST.get(ACTION) == LIVE:
            return render(request, CLOCK, self._clock(form) if is_valid else {})
        if not is_valid:
            return self.show(form, status=UNPROCESSABLE)
        clock = self._clock(form)
        if clock["refusal"] or not is_as_checked(request.POST):
            return self.show(form, clock=clock, status=UNPROCESSABLE if clock["refusal"] else 200)
        try:
            notice = announce(case=self.case, user=request.user, **form.cleaned_data)
        except RuleViolation as violation:
            clock["refusal"] = violation
            return self.show(form, clock=clock, status=UNPROCESSABLE)
        messages.success(
            request,
            _("The notice is recorded. The decision can be appealed until %(day)s.")
            % {"day": date_format(notice.appealable_until)},
        )
        return redirect(case_url(self.case))

    def show(
        self, form: NoticeForm, *, clock: dict[str, Any] | None = None, status: int = 200
    ) -> HttpResponse:
        """Print the form."""
        decision = self._decision()
        return self.render(
            form=form, media=form.media, decision=decision, status=status, **(clock or {})
        )

    def _decision(self) -> Decision | None:
        return situation_of(self.case, on=timezone.localdate()).waits_for_notice(self.case)

    def _clock(self, form: NoticeForm) -> dict[str, Any]:
        """Work out what the two days mean, or why they cannot be."""
        decision, days = self._decision(), form.cleaned_data
        found: dict[str, Any] = {"refusal": None, "checked": seal(self.request.POST)}
        if decision is None:
            return found
        try:
            notice.require_possible_dates(decided_on=decision.current_date, **days)
        except RuleViolation as violation:
            return {**found, "refusal": violation}
        return {
            **found,
            "last_day": appeal.appealable_until(days["announced_on"]),
            "laga_kraft": appeal.laga_kraft_earliest(days["announced_on"]),
            "removal": notice.earliest_removal(days["announced_on"]),
            "warnings": notice.date_warnings(decided_on=decision.current_date, **days),
        }


class AppealForm(forms.Form):
    """What became known of an appeal."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What has become known"),
        choices=AppealOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what has become known.")},
        help_text=gettext_lazy(
            "Record each appeal by itself, of the decision or of a judgment, and what the court "
            "said in each."
        ),
    )
    on = DayField(label=gettext_lazy("Known on"))
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For example the number of the case at the court. No names."),
    )

    def __init__(self, *args: Any, known: Sequence[AppealOutcome] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        outcome.choices = [(found.value, found.label) for found in appeal.possible_outcomes(known)]

    def clean_on(self) -> date:
        """What is known is known today; by a slip of the year it would count only then."""
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("That day has not come yet. Write the day on which it became known."),
                code="day_to_come",
            )
        return day


class AppealView(FollowUpScreen):
    """Record what became known of an appeal."""

    template_name = "workflow/admin/follow_up/appeal.html"
    header_icon = "warning"

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Record an appeal")

    @property
    def known(self) -> list[AppealOutcome]:
        """What is known of appeals already."""
        decision = situation_of(self.case, on=timezone.localdate()).last_of(self.case.decided_by_id)
        return decision.appeals_known() if decision else []

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form."""
        return self.show(AppealForm(initial={"on": timezone.localdate()}, known=self.known))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save it."""
        form = AppealForm(request.POST, known=self.known)
        if form.is_valid():
            data = form.cleaned_data
            try:
                record_appeal(
                    case=self.case,
                    outcome=AppealOutcome(data["outcome"]),
                    on=data["on"],
                    note=data["note"],
                    user=request.user,
                )
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, _("The appeal has been recorded."))
                return redirect(case_url(self.case))
        return self.show(form, status=UNPROCESSABLE)

    def show(self, form: AppealForm, *, status: int = 200) -> HttpResponse:
        """Print the form."""
        return self.render(form=form, media=form.media, status=status)


class LagaKraftView(FollowUpScreen):
    """Confirm that the decision has laga kraft."""

    template_name = "workflow/admin/follow_up/laga_kraft.html"
    header_icon = "check"

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Confirm laga kraft")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask."""
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save it."""
        try:
            confirm_laga_kraft(case=self.case, on=timezone.localdate(), user=request.user)
        except RuleViolation as violation:
            return self.show(refusal=violation, status=UNPROCESSABLE)
        messages.success(request, _("It is recorded that the decision has laga kraft."))
        return redirect(case_url(self.case))

    def show(self, *, refusal: RuleViolation | None = None, status: int = 200) -> HttpResponse:
        """Print the question."""
        decision = situation_of(self.case, on=timezone.localdate()).last_of(self.case.decided_by_id)
        return self.render(decision=decision, refusal=refusal, status=status)
