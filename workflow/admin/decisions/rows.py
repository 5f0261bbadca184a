"""The rows of a §: its votes, its motives and its amendments."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from workflow.admin.form_fields import CountField
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.rules.roll_call import RollCall, names_in
from workflow.rules.votes import Vote

MOST_ROWS = 50


class NamesField(forms.CharField):
    """Names as they are pasted from the minutes."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20_000, **kwargs)


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

    def said(self) -> Vote:
        data = {**self.cleaned_data, "avstar": self.cleaned_data["avstar"] or 0}
        return Vote(**{field.name: data[field.name] for field in fields(Vote)})


class MotiveTextForm(forms.Form):
    """A motive, in the words of those who asked."""

    use_required_attribute = False

    text = forms.CharField(label=_("Motive"), widget=forms.Textarea(attrs={"rows": 3}))
    supporters = CountField(label=_("Supporters"))

    def said(self) -> MotiveText:
        return MotiveText(self.cleaned_data["text"], self.cleaned_data["supporters"])


class AmendmentForm(forms.Form):
    """Words that the body itself changed."""

    use_required_attribute = False

    find = forms.CharField(label=_("Words of the text"), widget=forms.Textarea(attrs={"rows": 2}))
    replace = forms.CharField(
        label=_("Read now"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def said(self) -> Amendment:
        return Amendment(self.cleaned_data["find"], self.cleaned_data["replace"])


class Rows(forms.BaseFormSet):
    """Rows of one kind. More than any minutes hold are not read at all."""

    default_error_messages = {
        "too_many_forms": _("A § holds %(num)d of these at most. Take some away."),
        "missing_management_form": _("Something of the form was lost on its way. Send it again."),
    }


def rows_of(form: type[forms.Form]) -> type[forms.BaseFormSet]:
    """Return the class of rows of one kind, with room for one more."""
    return forms.formset_factory(
        form, Rows, extra=1, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )


VoteSet, MotiveSet, AmendmentSet = (
    rows_of(VoteForm),
    rows_of(MotiveTextForm),
    rows_of(AmendmentForm),
)
