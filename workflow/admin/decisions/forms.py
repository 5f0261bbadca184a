"""The form of a §: what the nämndsekreterare has before them in the minutes."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plandocs.models import Case, Organisation
from plandocs.vocabulary import KEEPING_MINUTES, Basis, Outcome
from workflow.admin.form_fields import (
    CountField,
    DayField,
    LinesField,
    choose_among,
    choose_among_rows,
)
from workflow.errors import RuleViolation
from workflow.record.outcomes import outcome_label
from workflow.rules.paragraph_number import Paragraph, require_paragraph_in_year

CHAIR = [("", _("not needed")), ("yes", _("for the decision")), ("no", _("against it"))]


class DecisionForm(forms.Form):
    """One § of one body's minutes. What the minutes do not say is left empty."""

    use_required_attribute = False

    body = forms.ModelChoiceField(label=_("Body"), queryset=Organisation.objects.none())
    decided_on = DayField(label=_("Meeting date"))
    paragraph = forms.CharField(
        label=_("§"),
        required=False,
        max_length=20,
        help_text=_("As in the minutes: 203, or 63/20."),
    )
    outcome = forms.ChoiceField(
        label=_("What the body decided"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the body decided.")},
    )
    att_satser = LinesField(
        label=_("The decision in words"),
        help_text=_("One point a line. Left empty, an approval takes the proposal of the memo."),
    )
    present = CountField(
        label=_("Present"), help_text=_("Members and serving substitutes who took part in this §.")
    )
    requested_by = CountField(
        label=_("Asked for it"),
        help_text=_("Members who asked for the referral back or for tabling."),
    )
    chair = forms.ChoiceField(
        label=_("The chair’s vote, if it was a tie"), choices=CHAIR, required=False
    )
    yrkanden = LinesField(
        label=_("Yrkanden"),
        help_text=_("One a line, with who put it. Write “inga” if there were none."),
    )
    reservations = LinesField(
        label=_("Reservations"), help_text=_("One a line. Write “inga” if there were none.")
    )
    jav = LinesField(label=_("Jäv"), rows=2, help_text=_("Who stood aside, one a line."))
    sent_to = LinesField(label=_("The decision is sent to"), rows=2, help_text=_("One a line."))
    immediately_adjusted = forms.BooleanField(
        label=_("Adjusted at once (omedelbart justerad)"), required=False
    )
    without_vote = forms.BooleanField(label=_("No vote was held (acclamation)"), required=False)
    basis = forms.ChoiceField(
        label=_("On whose strength, if the minutes say otherwise"),
        choices=[("", _("as the numbers say")), *Basis.choices],
        required=False,
        help_text=_("Needs a note that explains it (KL 5 kap. 50 §)."),
    )
    note = forms.CharField(
        label=_("Note or reason"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        case: Case,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        bodies = self.fields["body"]
        assert isinstance(bodies, forms.ModelChoiceField)
        bodies.empty_label = None if self.initial.get("body") else _("Choose a body")
        choose_among_rows(self, "body", Organisation.objects.of_type(*KEEPING_MINUTES))
        decides = str(self["body"].value() or "") == str(case.decided_by_id)
        labels = {value: outcome_label(value, decides=decides) for value in Outcome.values}
        choose_among(self, "outcome", [(value, _capitalised(labels[value])) for value in labels])

    def clean_paragraph(self) -> int | None:
        """Read the number as it is printed; a year in it must be the meeting's."""
        text = self.cleaned_data["paragraph"].strip()
        if not text:
            return None
        try:
            paragraph = Paragraph.parse(text)
            if decided_on := self.cleaned_data.get("decided_on"):
                require_paragraph_in_year(paragraph=paragraph, decided_on=decided_on)
        except RuleViolation as violation:
            raise forms.ValidationError(violation.message, code=violation.code) from None
        return paragraph.number

    def clean_form_key(self) -> UUID:
        """A form without a key of its own is one of a kind."""
        key: UUID | None = self.cleaned_data["form_key"]
        return key or uuid4()


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]
