"""A memo that nobody has received yet: writing on it, and making it ready to be sent."""

from datetime import date
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from plandocs.models import MemoAttachment, TjansteskrivelsePage
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.services.locking import lock_case
from workflow.services.memos.memo_words import MemoWords, as_html


def memo_of_form(form_key: UUID | None) -> TjansteskrivelsePage | None:
    """Return the memo that a form has been saved as before, in its last saved words."""
    if form_key is None:
        return None
    memo = TjansteskrivelsePage.objects.filter(form_key=form_key).first()
    return memo and memo.get_latest_revision_as_object()


@transaction.atomic
def redraft_memo(
    *, memo: TjansteskrivelsePage, words: MemoWords, on: date, user: User
) -> TjansteskrivelsePage:
    """Replace the words of a memo that has not been sent.

    A document that an attachment carries stays with it as long as its title stays.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``.
    """
    permissions.require("send_memo", user)
    case = lock_case(memo.get_parent().specific.case)
    refuse_sent(memo)
    memo.proposal = [("att_sats", sentence) for sentence in words.proposal]
    memo.summary = as_html(words.summary.split("\n"))
    memo.background = as_html((words.background or "").split("\n"))
    memo.assessment = as_html(words.assessment.split("\n"))
    memo.dated_on = on
    kept = {attachment.title: attachment for attachment in memo.attachments.all()}
    memo.attachments = [
        kept.get(title) or MemoAttachment(title=title) for title in dict.fromkeys(words.attachments)
    ]
    settle_memo(memo)
    memo.save_revision(user=user)
    log_fact(case, "redraft_memo", user=user, on=on, to=memo.to_body.code, memo=memo.pk)
    return memo


def settle_memo(memo: TjansteskrivelsePage) -> TjansteskrivelsePage:
    """Write the last saved words into the page's own row, which the editor leaves as it was.

    Call inside a transaction, before the memo is sent.
    """
    refuse_sent(memo)
    memo.save()
    return memo


def refuse_sent(memo: TjansteskrivelsePage) -> None:
    """Refuse to touch a memo that a body has received."""
    if said := memo.record_says:
        raise RuleViolation(said, code="step_not_possible")
