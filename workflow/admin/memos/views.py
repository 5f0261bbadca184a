"""Writing a new memo, and going on with one that has been begun."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from plandocs.models import Case, TjansteskrivelsePage
from workflow.admin.form_screens import UNPROCESSABLE
from workflow.admin.memos.forms import MemoForm, NewMemoForm, is_formatted, words_of
from workflow.admin.memos.screens import SEND, MemoScreen
from workflow.admin.memos.suggestions import suggested_attachments, suggested_proposal
from workflow.background import background_paragraphs
from workflow.errors import RuleViolation
from workflow.models import is_sent
from workflow.procedure.next_body import memo_bodies, suggested_memo_body
from workflow.services.memos import MemoWords, draft_memo, memo_of_form, redraft_memo, says


class NewMemoView(MemoScreen):
    """Write a memo, from what the case already says."""

    def find(self) -> None:
        super().find()
        bodies = {str(body.pk): body for body in memo_bodies(self.case)}
        asked = self.request.POST.get("till") or self.request.GET.get("till", "")
        self.body = bodies.get(asked) or suggested_memo_body(self.case)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        background = background_paragraphs(self.case, to=self.body, on=self.today)
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
            self.require_known_action()
            with transaction.atomic():
                memo = self.save(form.words(), form.cleaned_data["form_key"])
                if is_sent(memo):  # by the same form, whose button was pressed twice
                    return self.back("handlingar")
                return self.go_on(memo)
        except RuleViolation as violation:
            return self.show(form, refusal=violation, status=UNPROCESSABLE)

    def save(self, words: MemoWords, form_key: UUID | None) -> TjansteskrivelsePage:
        """Write the draft; the same form sent again leads to the one it wrote the first time.

        Raises RuleViolation where that one has been sent and the words are others.
        """
        today = self.today
        earlier = memo_of_form(form_key)
        if earlier is None:
            return draft_memo(
                case=self.case,
                to=self.body,
                words=words,
                on=today,
                user=self.user,
                form_key=form_key,
            )
        if says(earlier, words):
            return earlier
        return redraft_memo(memo=earlier, words=words, on=today, user=self.user)


class EditMemoView(MemoScreen):
    """Go on writing a memo that has not been sent."""

    memo: TjansteskrivelsePage

    def find(self) -> None:
        page = get_object_or_404(TjansteskrivelsePage, pk=self.kwargs["pk"])
        self.memo = page.get_latest_revision_as_object()
        self.body = self.memo.to_body
        self.case = Case.objects.select_related("decided_by", "revision").get(
            revision__pk=page.get_parent().pk
        )

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if is_sent(self.memo):
            return self.back("handlingar")
        return self.show(MemoForm(initial=words_of(self.memo)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = MemoForm(request.POST)
        goes_as_written = is_formatted(self.memo) and request.POST.get("action") == SEND
        if goes_as_written:
            form = MemoForm(words_of(self.memo))
        elif not form.is_valid() or self.would_lose_form():
            return self.show(form, status=UNPROCESSABLE)
        try:
            self.require_known_action()
            if not goes_as_written:
                self.memo = redraft_memo(
                    memo=self.memo, words=form.words(), on=self.today, user=self.user
                )
            return self.go_on(self.memo)
        except RuleViolation as violation:
            return self.show(form, refusal=violation, status=UNPROCESSABLE)

    def would_lose_form(self) -> bool:
        """Whether lists or emphasis have come since the form was opened. The screen says so."""
        return is_formatted(self.memo) and not is_sent(self.memo)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(
            memo=self.memo,
            is_formatted=is_formatted(self.memo),
            editor_url=reverse("wagtailadmin_pages:edit", args=[self.memo.pk]),
            **kwargs,
        )
