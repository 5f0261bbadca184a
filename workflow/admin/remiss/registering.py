"""Filing an answer that came by letter or e-mail."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plandocs.models import Organisation
from plandocs.vocabulary import AnswerChannel
from workflow import permissions
from workflow.admin.form_fields import DayField
from workflow.admin.form_screens import UNPROCESSABLE
from workflow.admin.remiss.screens import RoundScreen
from workflow.answering.remiss.answering import Answering
from workflow.answering.remiss.forms import AnswerForm
from workflow.errors import RuleViolation
from workflow.services.remiss import receive_answer


class RegisterForm(AnswerForm):
    """An answer that came by letter or e-mail, as the registrar files it."""

    organisation = forms.ModelChoiceField(
        label=_("From"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("Somebody who is not in the register"),
    )
    respondent = forms.CharField(
        label=_("Name, if not in the register"), required=False, max_length=200
    )
    received_on = DayField(label=_("Came in on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stance"].label = _("Standpoint")
        self.fields["text"].label = _("The answer, in full or in short")
        self.fields["text"].help_text = _("What is not said in a comment of its own below.")
        self.fields["email"].help_text = _("Only if whoever answered wants a copy by e-mail.")
        self.fields["email"].widget.attrs["autocomplete"] = "off"


class RegisterView(RoundScreen):
    """File an answer that came by letter or e-mail."""

    template_name = "workflow/admin/remiss/register.html"
    page_title = _("Register an answer")
    may = staticmethod(permissions.may_register_answer)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(self.answering())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        answering = self.answering(request.POST)
        if not (answering.is_bound and answering.is_valid()):
            return self.show(answering)
        cleaned = answering.form.cleaned_data
        try:
            answer = receive_answer(
                answer=answering.answer(AnswerChannel.REGISTRERAD, of=cleaned["organisation"]),
                round=self.page,
                received_on=cleaned["received_on"],
                user=self.user,
                form_key=answering.sent_key,
            )
        except RuleViolation as violation:
            answering.refuse(violation.message)
            return self.show(answering)
        said = gettext("The answer from %(name)s has been registered.") % {
            "name": answer.respondent
        }
        self.say(said)
        return self.back()

    def answering(self, data: QueryDict | None = None) -> Answering:
        initial = {"received_on": self.today, "organisation": self.request.GET.get("fran", "")}
        return Answering(RegisterForm, page=self.page, data=data, initial=initial)

    def show(self, answering: Answering) -> HttpResponse:
        problems = answering.problems()
        return self.render(
            answering=answering,
            problems=problems,
            media=answering.form.media,
            status=UNPROCESSABLE if problems else 200,
        )
