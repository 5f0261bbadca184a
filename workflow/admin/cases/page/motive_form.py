"""The form of the answer to one motive."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plandocs.vocabulary import MotiveResponse
from workflow.models import Motive


class MotiveForm(forms.Form):
    """What was done with one motive, and why."""

    use_required_attribute = False

    response = forms.ChoiceField(
        label=_("What is done"),
        choices=MotiveResponse.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is done with the motive.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands beside the motive in the next memo and on the public page."),
        error_messages={"required": _("Write what was done and why.")},
    )

    def __init__(self, data: QueryDict | None = None, *, motive: Motive) -> None:
        answer = motive.answer_or_none
        initial = {"response": answer.response, "reason": answer.reason} if answer else {}
        super().__init__(data, prefix=f"motiv-{motive.pk}", initial=initial)
