"""Answering a motive where it stands on the page of its case."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import MotiveResponse
from workflow import permissions
from workflow.admin.cases.page.motive_form import MotiveForm
from workflow.admin.cases.page.views import CasePageView
from workflow.admin.form_screens import UNPROCESSABLE, FormScreen
from workflow.models import Motive
from workflow.services.memos import answer_motive


class AnswerMotiveView(FormScreen, CasePageView):
    """Answer a motive, beside the words of those who asked."""

    may = staticmethod(permissions.may_answer_motive)
    form_class = MotiveForm
    motive: Motive

    def find(self) -> None:
        self.motive = get_object_or_404(
            Motive.objects.select_related("decision__case", "answer"), pk=self.kwargs["pk"]
        )
        self.case = Case.objects.get(pk=self.motive.decision.case_id)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.back(f"motiv-{self.motive.pk}")

    def get_form_kwargs(self) -> dict[str, object]:
        return {"data": self.request.POST, "motive": self.motive}

    def act(self, form: forms.BaseForm) -> HttpResponse:
        answer_motive(
            motive=self.motive,
            response=MotiveResponse(form.cleaned_data["response"]),
            reason=form.cleaned_data["reason"],
            on=self.today,
            user=self.user,
        )
        self.say(_("The answer to the motive has been saved."))
        return self.back(f"motiv-{self.motive.pk}")

    def form_invalid(self, form: forms.BaseForm) -> HttpResponse:
        assert isinstance(form, MotiveForm)
        return self.show(corrected=form, status=UNPROCESSABLE)
