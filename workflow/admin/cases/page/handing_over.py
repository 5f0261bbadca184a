"""Handing a case over to another official."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflow import permissions
from workflow.admin.cases.people import PersonField, officials
from workflow.admin.screens import CaseScreen
from workflow.services.cases import assign_case


class AssignForm(forms.Form):
    """Who takes over the case."""

    handlaggare = PersonField(label=gettext_lazy("Official in charge"), queryset=officials())


class AssignView(CaseScreen):
    """Hand the case over."""

    may = staticmethod(permissions.may_open_case)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = AssignForm(request.POST)
        if form.is_valid():
            assign_case(case=self.case, on=self.today, user=self.user, **form.cleaned_data)
            self.say(_("The case has been handed over."))
        else:
            self.warn(_("Choose who is to be in charge of the case."))
        return self.back()
