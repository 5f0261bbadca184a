"""Sending a text out on remiss."""

from collections.abc import Iterable

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plandocs.models import RemissRecipient
from plandocs.vocabulary import DRAFTED, CaseStage
from workflow import permissions
from workflow.admin.form_screens import FormScreen
from workflow.admin.remiss.opening_form import OpenRemissForm
from workflow.admin.remiss.screens import round_url
from workflow.admin.screens import StepScreen, WayOn, find_case
from workflow.procedure.memos import unsent_memos
from workflow.procedure.next_body import committee
from workflow.services.remiss import NewRound, open_remiss


class OpenView(FormScreen, StepScreen):
    """Send the text out on remiss."""

    step = "open_remiss"
    template_name = "workflow/admin/remiss/open.html"
    header_icon = "mail"
    page_title = gettext_lazy("Send out on remiss")
    may = staticmethod(permissions.may_open_remiss)
    form_class = OpenRemissForm

    def find(self) -> None:
        self.case = find_case(self.kwargs["case_pk"])

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "case": self.case, "on": self.today}

    def act(self, form: forms.BaseForm) -> HttpResponse:
        on = self.today
        sent_out = NewRound(**form.cleaned_data)
        page = open_remiss(case=self.case, round=sent_out, on=on, user=self.user)
        self.say(_sent_sentence(page.recipients.all()))
        return redirect(round_url(page))

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(text=self.case.latest_text(), **kwargs)

    def way_on(self) -> WayOn | None:
        """Lead to the round that is out, or to the memo that asks the working committee."""
        case = self.case
        if case.stage == CaseStage.PA_REMISS:
            page = case.remisser.latest("opened_on", "pk").page
            return WayOn(round_url(page), _("Follow the remiss"))
        body = committee()
        if case.stage not in DRAFTED or body is None:
            return None
        begun = unsent_memos(case).filter(to_body=body).first()
        if begun:
            return WayOn(reverse("memo_edit", args=[begun.pk]), _("Continue with the memo"))
        new = reverse("memo_new", args=[case.pk])
        return WayOn(f"{new}?till={body.pk}", _("Write a memo"))


def _sent_sentence(recipients: Iterable[RemissRecipient]) -> str:
    recipients = list(recipients)
    without = [recipient.organisation.name for recipient in recipients if not recipient.email]
    sent = len(recipients) - len(without)
    said = ngettext(
        "The text is out on remiss. %(sent)d body gets its link by e-mail.",
        "The text is out on remiss. %(sent)d bodies get their links by e-mail.",
        sent,
    ) % {"sent": sent}
    if not without:
        return said
    names = _("No e-mail address: %(names)s. Copy their links below and send them another way.")
    return f"{said} {names % {'names': ', '.join(without)}}"
