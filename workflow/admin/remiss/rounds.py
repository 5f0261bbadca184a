"""The screen of a round, and what is done to it: more time, its end, another link."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.models import RemissRecipient
from workflow import permissions
from workflow.admin.form_fields import DayField
from workflow.admin.remiss.overview import read_overview
from workflow.admin.remiss.screens import RoundScreen
from workflow.admin.screens import CaseScreen, Trail
from workflow.services.remiss import close_remiss, extend_remiss, renew_link


class ExtendForm(forms.Form):
    """A later last day."""

    closes_on = DayField(label=gettext_lazy("New last day"))


class RenewLinkForm(forms.Form):
    """Where the new link is sent."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)


class RoundView(RoundScreen):
    """Who was asked, who has answered, and what to do next."""

    template_name = "workflow/admin/remiss/round.html"
    page_title = gettext_lazy("Remiss")

    def trail(self) -> Trail:
        """Lead back to the case: the round is here."""
        return CaseScreen.trail(self)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        may_lead = permissions.may_open_remiss(self.user)
        extend_form = ExtendForm()
        return self.render(
            overview=read_overview(self.page, on=self.today, with_links=may_lead),
            may_lead=may_lead,
            may_register=permissions.may_register_answer(self.user),
            extend_form=extend_form,
            media=extend_form.media,
        )


class ExtendView(RoundScreen):
    """Give those asked more time."""

    may = staticmethod(permissions.may_open_remiss)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ExtendForm(request.POST)
        if form.is_valid():
            extend_remiss(round=self.page, on=self.today, user=self.user, **form.cleaned_data)
            day = date_format(form.cleaned_data["closes_on"])
            self.say(_("The last day to answer is now %(day)s.") % {"day": day})
        else:
            self.warn(_("Write the new last day as a date, such as 2026-05-29."))
        return self.back()


class CloseView(RoundScreen):
    """End the round."""

    may = staticmethod(permissions.may_open_remiss)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        close_remiss(round=self.page, on=self.today, user=self.user)
        self.say(_("The remiss is closed, and the text may be reworked. Now answer every comment."))
        return redirect("remiss_points", self.page.pk)


class RenewLinkView(RoundScreen):
    """Replace a body's link, or send it to another address."""

    may = staticmethod(permissions.may_open_remiss)
    recipient: RemissRecipient

    def find(self) -> None:
        self.recipient = get_object_or_404(
            RemissRecipient.objects.select_related("organisation", "round"),
            pk=self.kwargs["recipient_pk"],
        )
        self.page = self.recipient.round
        self.case = self.page.opening.case

    def post(self, request: HttpRequest, recipient_pk: int) -> HttpResponse:
        form = RenewLinkForm(request.POST)
        if form.is_valid():
            asked, email = self.recipient, form.cleaned_data["email"]
            renewed = renew_link(recipient=asked, on=self.today, user=self.user, email=email)
            self.say(_renewed_sentence(renewed))
        else:
            self.warn(_("That is not an e-mail address, so nothing was changed."))
        return self.back()


def _renewed_sentence(recipient: RemissRecipient) -> str:
    name = recipient.organisation.name
    if not recipient.email:
        return _("%(name)s has a new link. Copy it and send it.") % {"name": name}
    return _("%(name)s has a new link, which goes to %(email)s.") % {
        "name": name,
        "email": recipient.email,
    }
