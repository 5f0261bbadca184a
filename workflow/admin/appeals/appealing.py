"""Recording what became known of an appeal."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.vocabulary import AppealOutcome
from workflow.admin.appeals.screens import AfterwardsScreen
from workflow.admin.form_fields import DayField, choose_among
from workflow.admin.form_screens import FormScreen
from workflow.rules.appeal import possible_outcomes
from workflow.services.appeals import record_appeal


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

    def __init__(self, *, known: Sequence[AppealOutcome], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        found = possible_outcomes(known)
        choose_among(self, "outcome", [(outcome.value, outcome.label) for outcome in found])

    def clean_on(self) -> date:
        """What is known became known today at the latest."""
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("That day has not come yet. Write the day on which it became known."),
                code="day_to_come",
            )
        return day


class AppealView(FormScreen, AfterwardsScreen):
    """Record what became known of an appeal."""

    step = "record_appeal"
    template_name = "workflow/admin/appeals/appeal.html"
    header_icon = "warning"
    page_title = gettext_lazy("Record an appeal")
    form_class = AppealForm
    about: ClassVar[Mapping[str, str]] = {"dates_impossible": "on"}

    def get_initial(self) -> dict[str, object]:
        return {"on": self.today}

    def get_form_kwargs(self) -> dict[str, object]:
        decision = self.decision
        return {
            **super().get_form_kwargs(),
            "known": decision.appeals_known() if decision else [],
        }

    def act(self, form: forms.BaseForm) -> HttpResponse:
        data = form.cleaned_data
        record_appeal(
            case=self.case,
            outcome=AppealOutcome(data["outcome"]),
            on=data["on"],
            note=data["note"],
            user=self.user,
        )
        self.say(_("The appeal has been recorded."))
        return self.back()
