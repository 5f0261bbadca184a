"""The screens of a round: sending the text out, following it, and registering answers."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from plandocs.models import Case, RemissRecipient
from plandocs.vocabulary import AnswerChannel, CaseStage
from workflow import permissions
from workflow.admin.remiss.forms import (
    SUGGESTED_WEEKS,
    ExtendForm,
    OpenRemissForm,
    RegisterForm,
    RenewLinkForm,
)
from workflow.admin.remiss.overview import read_overview
from workflow.admin.remiss.screens import RoundScreen, round_url
from workflow.admin.screens import UNPROCESSABLE, CaseScreen, find_case
from workflow.answering.remiss.answering import Answering
from workflow.errors import RuleViolation
from workflow.procedure.memos import unsent_memos
from workflow.procedure.next_body import committee
from workflow.procedure.remiss import require_may_be_sent_out
from workflow.services.remiss import (
    close_remiss,
    extend_remiss,
    open_remiss,
    receive_answer,
    renew_link,
)


class OpenView(CaseScreen):
    """Send the text out on remiss."""

    template_name = "workflow/admin/remiss/open.html"
    header_icon = "mail"

    def find(self) -> None:
        """Set the case."""
        self.case = find_case(self.kwargs["case_pk"])

    def may(self, user: Any) -> bool:
        return permissions.may_open_remiss(user)

    def get_page_title(self) -> str:
        return _("Send out on remiss")

    def get(self, request: HttpRequest, case_pk: int) -> HttpResponse:
        """Show the form with what the text itself suggests, if it could be sent."""
        try:
            require_may_be_sent_out(self.case)
        except RuleViolation as refusal:
            return self.render(refusal=refusal, way_on=_way_on(self.case))
        return self.show(OpenRemissForm(case=self.case, on=timezone.localdate()))

    def post(self, request: HttpRequest, case_pk: int) -> HttpResponse:
        """Send the text out."""
        today = timezone.localdate()
        form = OpenRemissForm(request.POST, case=self.case, on=today)
        if form.is_valid():
            try:
                page = open_remiss(case=self.case, on=today, user=request.user, **form.cleaned_data)
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, _sent_sentence(page.recipients.all()))
                return redirect(round_url(page))
        return self.show(form, status=UNPROCESSABLE)

    def show(self, form: OpenRemissForm, *, status: int = 200) -> HttpResponse:
        """Print the form."""
        return self.render(
            form=form,
            media=form.media,
            weeks=SUGGESTED_WEEKS,
            text=self.case.latest_text(),
            status=status,
        )


@dataclass(frozen=True, slots=True)
class WayOn:
    """Where to do what must be done first."""

    url: str
    label: str


def _way_on(case: Case) -> WayOn | None:
    """Return the way on from a text that cannot be sent out, beside the page of its case."""
    if case.stage == CaseStage.PA_REMISS:
        return WayOn(
            round_url(case.remisser.latest("opened_on", "pk").page), _("Follow the remiss")
        )
    body = committee()
    if case.stage not in (CaseStage.UTKAST, CaseStage.BEARBETAS) or body is None:
        return None
    begun = unsent_memos(case).filter(to_body=body).first()
    if begun:
        return WayOn(reverse("memo_edit", args=[begun.pk]), _("Continue with the memo"))
    new = reverse("memo_new", args=[case.pk])
    return WayOn(f"{new}?till={body.pk}", _("Write a memo"))


class RoundView(RoundScreen):
    """Who was asked, who has answered, and what to do next."""

    template_name = "workflow/admin/remiss/round.html"

    def get_page_title(self) -> str:
        return _("Remiss")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the case: the round is here."""
        return CaseScreen.get_breadcrumbs_items(self)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Print the screen."""
        may_lead = permissions.may_open_remiss(request.user)
        extend_form = ExtendForm()
        return self.render(
            round=self.page,
            overview=read_overview(self.page, on=timezone.localdate(), with_links=may_lead),
            may_lead=may_lead,
            may_register=permissions.may_register_answer(request.user),
            extend_form=extend_form,
            media=extend_form.media,
        )


class ExtendView(RoundScreen):
    """Give those asked more time."""

    def may(self, user: Any) -> bool:
        return permissions.may_open_remiss(user)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Set the later last day."""
        form = ExtendForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Write the new last day as a date, such as 2026-05-29."))
            return redirect(round_url(self.page))
        page = extend_remiss(
            round=self.page, on=timezone.localdate(), user=request.user, **form.cleaned_data
        )
        day = date_format(page.closes_on)
        messages.success(request, _("The last day to answer is now %(day)s.") % {"day": day})
        return redirect(round_url(page))


class CloseView(RoundScreen):
    """End the round."""

    def may(self, user: Any) -> bool:
        return permissions.may_open_remiss(user)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Close it today."""
        page = close_remiss(round=self.page, on=timezone.localdate(), user=request.user)
        messages.success(
            request,
            _("The remiss is closed, and the text may be reworked. Now answer every comment."),
        )
        return redirect("remiss_points", page.pk)


class RenewLinkView(CaseScreen):
    """Replace a body's link, or send it to another address."""

    recipient: RemissRecipient

    def find(self) -> None:
        """Set the body asked and its case."""
        self.recipient = get_object_or_404(
            RemissRecipient.objects.select_related("organisation", "round"),
            pk=self.kwargs["recipient_pk"],
        )
        self.case = self.recipient.round.opening.case

    def may(self, user: Any) -> bool:
        return permissions.may_open_remiss(user)

    def post(self, request: HttpRequest, recipient_pk: int) -> HttpResponse:
        """Make the old link worthless and send the new one."""
        form = RenewLinkForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("That is not an e-mail address, so nothing was changed."))
            return redirect(round_url(self.recipient.round))
        recipient = renew_link(
            recipient=self.recipient,
            on=timezone.localdate(),
            user=request.user,
            email=form.cleaned_data["email"],
        )
        messages.success(request, _renewed_sentence(recipient))
        return redirect(round_url(recipient.round))


class RegisterView(RoundScreen):
    """File an answer that came by letter or e-mail."""

    template_name = "workflow/admin/remiss/register.html"

    def may(self, user: Any) -> bool:
        return permissions.may_register_answer(user)

    def get_page_title(self) -> str:
        return _("Register an answer")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form."""
        return self.show(self.answering())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """File the answer, late or not."""
        answering = self.answering(request.POST)
        if not (answering.is_bound and answering.is_valid()):
            return self.show(answering)
        cleaned = answering.form.cleaned_data
        try:
            answer = receive_answer(
                round=self.page,
                channel=AnswerChannel.REGISTRERAD,
                organisation=cleaned["organisation"],
                respondent=cleaned["respondent"],
                received_on=cleaned["received_on"],
                user=request.user,
                **answering.answer(),
            )
        except RuleViolation as violation:
            answering.refuse(violation.message)
            return self.show(answering)
        said = _("The answer from %(name)s has been registered.") % {"name": answer.respondent}
        messages.success(request, said)
        return redirect(round_url(self.page))

    def answering(self, data: Any = None) -> Answering:
        """Return the form, empty or as it was sent."""
        initial = {
            "received_on": timezone.localdate(),
            "organisation": self.request.GET.get("fran", ""),
        }
        return Answering(RegisterForm, page=self.page, data=data, initial=initial)

    def show(self, answering: Answering) -> HttpResponse:
        """Print the form."""
        media: forms.Media = answering.form.media
        problems = answering.problems()
        return self.render(
            round=self.page,
            answering=answering,
            problems=problems,
            media=media,
            status=UNPROCESSABLE if problems else 200,
        )


def _sent_sentence(recipients: Any) -> str:
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


def _renewed_sentence(recipient: RemissRecipient) -> str:
    name = recipient.organisation.name
    if not recipient.email:
        return _("%(name)s has a new link. Copy it and send it.") % {"name": name}
    return _("%(name)s has a new link, which goes to %(email)s.") % {
        "name": name,
        "email": recipient.email,
    }
