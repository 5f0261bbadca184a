"""The form of a §: what the nämndsekreterare has before them in the minutes."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plandocs.models import Case, Organisation
from plandocs.vocabulary import KEEPING_MINUTES, Basis, Outcome
from workflow.admin.form_fields import CountField, DayField, LinesField, listed, said_none
from workflow.errors import RuleViolation
from workflow.procedure.minutes import Amendment, Minutes, MotiveText
from workflow.record.outcomes import outcome_label
from workflow.rules.paragraphs import Paragraph, require_paragraph_in_year
from workflow.rules.roll_call import RollCall, names_in
from workflow.rules.votes import Vote

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
        label=_("Note or reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        body = self.fields["body"]
        assert isinstance(body, forms.ModelChoiceField)
        body.queryset = Organisation.objects.of_type(*KEEPING_MINUTES)
        body.empty_label = None if self.get_initial_for_field(body, "body") else _("Choose a body")
        self.fields["form_key"].initial = uuid4()
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        decides = str(self["body"].value() or "") == str(case.decided_by_id)
        outcome.choices = [
            (value, _capitalised(outcome_label(value, decides=decides))) for value in Outcome.values
        ]

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

    def clean_form_key(self) -> Any:
        """A form without a key of its own is one of a kind."""
        return self.cleaned_data["form_key"] or uuid4()


class NamesField(forms.CharField):
    """Names as they are pasted from the minutes."""

    widget = forms.Textarea

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, required=False, max_length=20_000, **kwargs)
        self.widget.attrs["rows"] = 3


class VoteForm(forms.Form):
    """One omröstning. What the names say need not be counted by hand."""

    use_required_attribute = False

    question = forms.CharField(label=_("About"), required=False, max_length=500)
    ja_for = forms.CharField(label=_("Ja stands for"), max_length=500)
    nej_for = forms.CharField(label=_("Nej stands for"), max_length=500)
    ja = CountField(label=_("Ja"))
    nej = CountField(label=_("Nej"))
    avstar = CountField(label=_("Abstained"))
    ja_names = NamesField(label=_("Names of those who voted ja"))
    nej_names = NamesField(label=_("Names of those who voted nej"))
    avstar_names = NamesField(label=_("Names of those who abstained"))
    is_closed = forms.BooleanField(
        label=_("The vote was closed (sluten omröstning)"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Count the names where no number is written. Whether both agree is asked of the rule."""
        data = super().clean() or {}
        names = {side: names_in(data.get(f"{side}_names", "")) for side in ("ja", "nej", "avstar")}
        for side, named in names.items():
            if data.get(side) is None and side not in self.errors:
                data[side] = len(named) if named else None
        for side in ("ja", "nej"):
            if data.get(side) is None and side not in self.errors:
                self.add_error(side, gettext("Write the number, or the names below."))
        return {**data, "roll_call": RollCall(**names)}

    def vote(self) -> Vote:
        """Return the vote as the rules read it."""
        data = self.cleaned_data
        return Vote(
            question=data["question"],
            ja_for=data["ja_for"],
            nej_for=data["nej_for"],
            ja=data["ja"],
            nej=data["nej"],
            avstar=data["avstar"] or 0,
            roll_call=data["roll_call"],
            is_closed=data["is_closed"],
        )


class MotiveTextForm(forms.Form):
    """A motive, in the words of those who asked."""

    use_required_attribute = False

    text = forms.CharField(label=_("Motive"), widget=forms.Textarea(attrs={"rows": 3}))
    supporters = CountField(label=_("Supporters"))


class AmendmentForm(forms.Form):
    """Words that the body itself changed."""

    use_required_attribute = False

    find = forms.CharField(label=_("Words of the text"), widget=forms.Textarea(attrs={"rows": 2}))
    replace = forms.CharField(
        label=_("Read now"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 2})
    )


VoteSet = forms.formset_factory(VoteForm, extra=1, max_num=20)
MotiveSet = forms.formset_factory(MotiveTextForm, extra=1, max_num=20)
AmendmentSet = forms.formset_factory(AmendmentForm, extra=1, max_num=50)


class Protocol:
    """The whole form: the § itself with its votes, motives and amendments."""

    def __init__(self, case: Case, *, data: Any = None, initial: dict[str, Any] | None = None):
        self.form = DecisionForm(data, case=case, initial=initial)
        self.despite: list[str] = data.getlist("despite") if data is not None else []
        self.votes = VoteSet(data, prefix="votes")
        self.motives = MotiveSet(data, prefix="motives")
        self.amendments = AmendmentSet(data, prefix="amendments")

    @property
    def parts(self) -> tuple[Any, ...]:
        """Every form of it."""
        return self.form, self.votes, self.motives, self.amendments

    @property
    def media(self) -> forms.Media:
        """What the fields need."""
        return self.form.media

    def is_valid(self) -> bool:
        """Whether every part can be read. All are tried, so that all faults show."""
        tried = [part.is_valid() for part in self.parts]
        return all(tried)

    def minutes(self) -> Minutes:
        """Return what the form says, once it is valid."""
        data = self.form.cleaned_data
        return Minutes(
            body=data["body"],
            decided_on=data["decided_on"],
            outcome=Outcome(data["outcome"]),
            paragraph=data["paragraph"],
            present=data["present"],
            requested_by=data["requested_by"],
            votes=[form.vote() for form in _filled(self.votes)],
            chair_in_favour={"yes": True, "no": False}.get(data["chair"]),
            motives=[
                MotiveText(form.cleaned_data["text"], form.cleaned_data["supporters"])
                for form in _filled(self.motives)
            ],
            changes=[
                Amendment(form.cleaned_data["find"], form.cleaned_data["replace"])
                for form in _filled(self.amendments)
            ],
            att_satser=data["att_satser"],
            yrkanden=listed(data["yrkanden"]),
            reservations=listed(data["reservations"]),
            jav=listed(data["jav"]),
            sent_to=listed(data["sent_to"]),
            immediately_adjusted=data["immediately_adjusted"],
            basis=Basis(data["basis"]) if data["basis"] else None,
            despite=frozenset(self.despite),
            note=data["note"].strip(),
        )

    def said_none(self, name: str) -> bool:
        """Whether a list is empty because the minutes say so."""
        return said_none(self.form.cleaned_data[name])

    @property
    def without_vote(self) -> bool:
        """Whether the minutes say that no vote was held."""
        return bool(self.form.cleaned_data["without_vote"])


def _filled(formset: Any) -> list[Any]:
    return [form for form in formset.forms if form.has_changed()]


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]
