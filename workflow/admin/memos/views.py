"""The screens of a memo: writing it, looking at it as a letter, and sending it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plandocs.models import Case, Organisation, TjansteskrivelsePage
from workflow import permissions
from workflow.admin.memos.forms import MemoForm, NewMemoForm, is_formatted, words_of
from workflow.admin.memos.sending import foresee
from workflow.admin.memos.suggestions import suggested_attachments, suggested_proposal
from workflow.admin.screens import UNPROCESSABLE, CaseScreen, case_url
from workflow.background import background_paragraphs
from workflow.errors import RuleViolation
from workflow.models import is_sent
from workflow.procedure.consequence import RECORDABLE
from workflow.procedure.next_body import memo_bodies, suggested_memo_body
from workflow.services.memos import (
    draft_memo,
    memo_of_form,
    redraft_memo,
    says,
    send_memo,
    settle_memo,
)

SEND, SHOW = "send", "show"


class MemoScreen(CaseScreen):
    """A memo's form, with what sending it would do beside it."""

    template_name = "workflow/admin/memos/memo.html"
    header_icon = "doc-full"
    body: Organisation
    memo: TjansteskrivelsePage | None = None

    def may(self, user: Any) -> bool:
        """Those who send memos."""
        return permissions.may_send_memo(user)

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Memo to %(body)s") % {"body": self.body.name}

    def show(
        self, form: MemoForm, *, refusal: RuleViolation | None = None, status: int = 200
    ) -> HttpResponse:
        """Print the form."""
        sending = foresee(self.case, self.body)
        return self.render(
            form=form,
            media=form.media,
            memo=self.memo,
            body=self.body,
            bodies=memo_bodies(self.case),
            sending=sending,
            refusal=refusal,
            may_deviate=permissions.may_record_decision(self.request.user) and sending.liftable,
            status=status,
        )

    def go_on(self, memo: TjansteskrivelsePage) -> HttpResponse:
        """Send the memo, show it as a letter, or let the writing go on."""
        action = self.request.POST.get("action")
        if action == SEND:
            return self.send(memo)
        if action == SHOW:
            return redirect("memo_pdf", memo.pk)
        messages.success(self.request, _("The draft of the memo has been saved."))
        return redirect("memo_edit", memo.pk)

    def send(self, memo: TjansteskrivelsePage) -> HttpResponse:
        """Send the memo as it was last saved.

        Raises RuleViolation where the case cannot go up with it.
        """
        despite: list[str] = []
        if permissions.may_record_decision(self.request.user):
            despite = [code for code in self.request.POST.getlist("despite") if code in RECORDABLE]
        with transaction.atomic():
            submission = send_memo(
                memo=settle_memo(memo),
                on=timezone.localdate(),
                user=self.request.user,
                despite=despite,
                note=self.request.POST.get("note", "").strip(),
            )
        messages.success(
            self.request,
            _("The memo has been sent to %(body)s.") % {"body": submission.body.name},
        )
        return redirect(case_url(self.case))


class NewMemoView(MemoScreen):
    """Write a memo, from what the case already says."""

    def find(self) -> None:
        """Set the case and the body, which is suggested from the stage until it is written to."""
        super().find()
        bodies = {str(body.pk): body for body in memo_bodies(self.case)}
        asked = self.request.POST.get("till") or self.request.GET.get("till", "")
        self.body = bodies.get(asked) or suggested_memo_body(self.case)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form with what is suggested."""
        background = background_paragraphs(self.case, to=self.body, on=timezone.localdate())
        initial = {
            "proposal": suggested_proposal(self.case, to=self.body),
            "background": "\n\n".join(background),
            "attachments": suggested_attachments(self.case),
        }
        return self.show(NewMemoForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the draft, and go on. What cannot be sent leaves no draft behind."""
        form = NewMemoForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=UNPROCESSABLE)
        try:
            with transaction.atomic():
                memo = self.save(**form.cleaned_data)
                if is_sent(memo):  # by the same form, whose button was pressed twice
                    return redirect(case_url(self.case, "handlingar"))
                return self.go_on(memo)
        except RuleViolation as violation:
            return self.show(form, refusal=violation, status=UNPROCESSABLE)

    def save(self, *, form_key: UUID | None, **words: Any) -> TjansteskrivelsePage:
        """Write the draft; the same form sent again leads to the one it wrote the first time.

        Raises RuleViolation where that one has been sent and the words are others.
        """
        today, user = timezone.localdate(), self.request.user
        earlier = memo_of_form(form_key)
        if earlier is None:
            return draft_memo(
                case=self.case, to=self.body, on=today, user=user, form_key=form_key, **words
            )
        if says(earlier, **words):
            return earlier
        return redraft_memo(memo=earlier, on=today, user=user, **words)


class EditMemoView(MemoScreen):
    """Go on writing a memo that has not been sent."""

    memo: TjansteskrivelsePage

    def find(self) -> None:
        """Set the memo as it was last saved, its body and its case."""
        page = get_object_or_404(TjansteskrivelsePage, pk=self.kwargs["pk"])
        self.memo = page.get_latest_revision_as_object()
        self.body = self.memo.to_body
        self.case = Case.objects.select_related("decided_by", "revision").get(
            revision__pk=page.get_parent().pk
        )

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form, or lead on where plain text would lose something."""
        if is_sent(self.memo):
            return redirect(case_url(self.case, "handlingar"))
        return self.show(MemoForm(initial=words_of(self.memo)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the words, and go on."""
        form = MemoForm(request.POST)
        goes_as_written = is_formatted(self.memo) and request.POST.get("action") == SEND
        if goes_as_written:
            form = MemoForm(words_of(self.memo))
        elif not form.is_valid():
            return self.show(form, status=UNPROCESSABLE)
        try:
            if not goes_as_written:
                self.memo = redraft_memo(
                    memo=self.memo, on=timezone.localdate(), user=request.user, **form.cleaned_data
                )
            return self.go_on(self.memo)
        except RuleViolation as violation:
            return self.show(form, refusal=violation, status=UNPROCESSABLE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Lead to Wagtail's editor for lists, emphasis and files."""
        return super().get_context_data(
            is_formatted=is_formatted(self.memo),
            editor_url=reverse("wagtailadmin_pages:edit", args=[self.memo.pk]),
            **kwargs,
        )
