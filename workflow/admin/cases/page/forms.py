"""The small forms that stand on the page of a case."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plandocs.vocabulary import ChangeKind, MotiveResponse
from workflow.models import Motive
from workflow.procedure.next_step import name_of


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

    def __init__(self, data: Any = None, *, motive: Motive) -> None:
        answer = motive.answer_or_none
        initial = {"response": answer.response, "reason": answer.reason} if answer else {}
        super().__init__(data, prefix=f"motiv-{motive.pk}", initial=initial)


class MarkForm(forms.Form):
    """How one change is marked."""

    block = forms.CharField()
    kind = forms.ChoiceField(choices=ChangeKind.choices)


class PersonField(forms.ModelChoiceField):
    """People by name."""

    def label_from_instance(self, obj: Any) -> str:
        """Name the person as they are called."""
        return name_of(obj)


def officials(*, or_else: Any = None) -> Any:
    """Return those who can be in charge of a case; whoever opens one can be that too."""
    are_officials = Q(groups__name="Handläggare")
    if or_else is not None:
        are_officials |= Q(pk=or_else.pk)
    people = get_user_model()._default_manager.filter(are_officials, is_active=True)
    return people.distinct().order_by("first_name", "username")


class AssignForm(forms.Form):
    """Who takes over the case."""

    handlaggare: Any = PersonField(label=_("Official in charge"), queryset=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["handlaggare"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = officials()
