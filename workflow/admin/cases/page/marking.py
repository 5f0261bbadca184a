"""Marking a change of the text as editorial or in substance."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plandocs.vocabulary import ChangeKind
from workflow import permissions
from workflow.admin.screens import CaseScreen
from workflow.errors import RuleViolation
from workflow.services.texts import mark_changes


class MarkForm(forms.Form):
    """How one change is marked."""

    block = forms.CharField()
    kind = forms.ChoiceField(choices=ChangeKind.choices)


class MarkChangeView(CaseScreen):
    """Mark one change."""

    may = staticmethod(permissions.may_edit_text)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = MarkForm(request.POST)
        if form.is_valid():
            self.mark(form.cleaned_data["block"], ChangeKind(form.cleaned_data["kind"]))
        else:
            self.warn(_("Choose whether the change is editorial or in substance."))
        return self.back("andringar")

    def mark(self, block: str, kind: ChangeKind) -> None:
        """Mark the change in a block, or say why it cannot be marked."""
        kinds = {block: kind}
        try:
            marked = mark_changes(case=self.case, kinds=kinds, on=self.today, user=self.user)
        except RuleViolation as violation:
            self.warn(violation.message)
        else:
            if marked:
                self.say(_("The change is marked: %(kind)s.") % {"kind": str(kind.label).lower()})
