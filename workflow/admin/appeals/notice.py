"""Recording the notice of a decision. The last day to appeal is shown before it is saved."""

from dataclasses import dataclass, field
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflow.admin.appeals.screens import AfterwardsScreen
from workflow.admin.checking import ACTION, LIVE, is_as_checked, seal
from workflow.admin.form_fields import DayField
from workflow.admin.form_screens import UNPROCESSABLE
from workflow.errors import RuleViolation
from workflow.models import Decision
from workflow.rules import appeal, notice
from workflow.services.appeals import announce

CLOCK = "workflow/admin/appeals/clock.html"


class NoticeForm(forms.Form):
    """When the minutes were adjusted and the notice put up."""

    use_required_attribute = False

    adjusted_on = DayField(label=gettext_lazy("The minutes were adjusted on"))
    announced_on = DayField(label=gettext_lazy("The notice was put up on"))


@dataclass(frozen=True, slots=True)
class Clock:
    """The days that follow from a notice, or why there can be no such notice."""

    last_day: date | None = None
    laga_kraft: date | None = None
    removal: date | None = None
    warnings: list[str] = field(default_factory=list)
    refusal: RuleViolation | None = None


def clock_of(decision: Decision, *, adjusted_on: date, announced_on: date) -> Clock:
    """Work out what a notice of ``decision`` would mean."""
    days = {
        "decided_on": decision.current_date,
        "adjusted_on": adjusted_on,
        "announced_on": announced_on,
    }
    try:
        notice.require_possible_dates(**days)
    except RuleViolation as violation:
        return Clock(refusal=violation)
    return Clock(
        last_day=appeal.appealable_until(announced_on),
        laga_kraft=appeal.laga_kraft_earliest(announced_on),
        removal=notice.earliest_removal(announced_on),
        warnings=notice.date_warnings(**days),
    )


class AnnounceView(AfterwardsScreen):
    """Record the notice, which starts the clock."""

    step = "announce"
    template_name = "workflow/admin/appeals/announce.html"
    page_title = gettext_lazy("Record the notice")

    @property
    def decision(self) -> Decision | None:
        """The decision that waits for its notice."""
        return self.situation.waits_for_notice(self.case)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        decision = self.decision
        adjusted = decision.current_date if decision and decision.immediately_adjusted else None
        return self.show(NoticeForm(initial={"adjusted_on": adjusted}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the last day; save when it has been seen."""
        form = NoticeForm(request.POST)
        clock = self.clock(form) if form.is_valid() else None
        if request.POST.get(ACTION) == LIVE:
            return render(request, CLOCK, {"clock": clock, "checked": seal(request.POST)})
        if clock is None or clock.refusal:
            return self.show(form, clock=clock, status=UNPROCESSABLE)
        if not is_as_checked(request.POST):
            return self.show(form, clock=clock)
        try:
            put_up = announce(case=self.case, user=self.user, **form.cleaned_data)
        except RuleViolation as violation:
            return self.show(form, clock=Clock(refusal=violation), status=UNPROCESSABLE)
        said = _("The notice is recorded. The decision can be appealed until %(day)s.")
        self.say(said % {"day": date_format(put_up.appealable_until)})
        return self.back()

    def show(
        self, form: NoticeForm, *, clock: Clock | None = None, status: int = 200
    ) -> HttpResponse:
        return self.render(
            form=form,
            media=form.media,
            decision=self.decision,
            clock=clock,
            checked=seal(self.request.POST),
            status=status,
        )

    def clock(self, form: NoticeForm) -> Clock:
        """Return what the two days mean, where there is a decision that waits for them."""
        return clock_of(self.decision, **form.cleaned_data) if self.decision else Clock()
