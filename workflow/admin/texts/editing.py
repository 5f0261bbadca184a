"""Changing words in a text after it went up."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.vocabulary import ChangeKind
from workflow import permissions
from workflow.admin.form_screens import FormScreen
from workflow.admin.screens import StepScreen
from workflow.services.texts import edit_text


class EditTextForm(forms.Form):
    """Words that stand once in the text, and what they are to read."""

    find = forms.CharField(
        label=gettext_lazy("Words as they stand"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Copy them exactly. They must stand in one place of the text only."),
        strip=False,
    )
    replace = forms.CharField(
        label=gettext_lazy("Words as they are to read"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Left empty, the words are taken away."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of change is it?"),
        choices=[
            (
                ChangeKind.REDAKTIONELL.value,
                gettext_lazy("Editorial: spelling, names, numbering. The meaning is the same."),
            ),
            (
                ChangeKind.I_SAK.value,
                gettext_lazy(
                    "In substance: the executive board must decide again before the council."
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what kind of change it is.")},
    )


class EditTextView(FormScreen, StepScreen):
    """Change words in the text, and mark the change in the same go."""

    step = "edit_text"
    template_name = "workflow/admin/texts/edit.html"
    header_icon = "edit"
    page_title = gettext_lazy("Change words in the text")
    may = staticmethod(permissions.may_edit_text)
    form_class = EditTextForm
    about: ClassVar[Mapping[str, str]] = {"same_words": "replace"}

    def act(self, form: forms.BaseForm) -> HttpResponse:
        data = form.cleaned_data
        edit_text(
            case=self.case,
            find=data["find"],
            replace=data["replace"],
            kind=ChangeKind(data["kind"]),
            on=self.today,
            user=self.user,
        )
        self.say(_("The text has been changed, and the change marked."))
        return self.back("andringar")
