"""The screen of a memo: its form, and what sending it would do."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plandocs.models import Organisation, TjansteskrivelsePage
from workflow import permissions
from workflow.admin.memos.forms import MemoForm
from workflow.admin.memos.sending import foresee
from workflow.admin.screens import CaseScreen
from workflow.errors import NotUnderstood, RuleViolation
from workflow.procedure.consequence import RECORDABLE
from workflow.procedure.next_body import memo_bodies
from workflow.services.memos import send_memo, settle_memo

SAVE, SEND, SHOW = "save", "send", "show"


class MemoScreen(CaseScreen):
    """A memo's form, with what sending it would do beside it."""

    template_name = "workflow/admin/memos/memo.html"
    header_icon = "doc-full"
    may = staticmethod(permissions.may_send_memo)
    body: Organisation

    def get_page_title(self) -> str:
        return _("Memo to %(body)s") % {"body": self.body.name}

    def show(
        self, form: MemoForm, *, refusal: RuleViolation | None = None, status: int = 200
    ) -> HttpResponse:
        sending = foresee(self.case, self.body, on=self.today)
        return self.render(
            form=form,
            media=form.media,
            body=self.body,
            bodies=memo_bodies(self.case),
            sending=sending,
            refusal=refusal,
            may_deviate=permissions.may_record_decision(self.user) and sending.liftable,
            despite=self.request.POST.getlist("despite"),
            note=self.request.POST.get("note", ""),
            status=status,
        )

    def require_known_action(self) -> None:
        """Refuse what no button of the form asks for. Pressing Enter presses the first button."""
        if self.request.POST.get("action", SAVE) not in {SAVE, SEND, SHOW}:
            raise NotUnderstood(
                _(
                    "What was to be done with the memo did not arrive, so nothing was saved. "
                    "Press one of the buttons again."
                ),
                code="no_such_action",
            )

    def go_on(self, memo: TjansteskrivelsePage) -> HttpResponse:
        """Send the memo, show it as a letter, or let the writing go on."""
        action = self.request.POST.get("action")
        if action == SEND:
            return self.send(memo)
        if action == SHOW:
            return redirect("memo_pdf", memo.pk)
        self.say(_("The draft of the memo has been saved."))
        return redirect("memo_edit", memo.pk)

    def send(self, memo: TjansteskrivelsePage) -> HttpResponse:
        """Send the memo as it was last saved.

        Raises RuleViolation where the case cannot go up with it.
        """
        despite: list[str] = []
        if permissions.may_record_decision(self.user):
            despite = [code for code in self.request.POST.getlist("despite") if code in RECORDABLE]
        with transaction.atomic():
            submission = send_memo(
                memo=settle_memo(memo),
                on=self.today,
                user=self.user,
                despite=despite,
                note=self.request.POST.get("note", "").strip(),
            )
        said = _("The memo has been sent to %(body)s.") % {"body": submission.body.name}
        self.say(said)
        return self.back()
