"""Which memo a body has before it, what that asks it to decide, and which nobody has received."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation, TjansteskrivelsePage
from workflow.models import Submission
from workflow.procedure.transitions import step_not_possible


def unsent_memos(case: Case) -> QuerySet[TjansteskrivelsePage]:
    """Return the memos that have been begun in a case, and that nobody has received."""
    begun = TjansteskrivelsePage.objects.child_of(case.revision).filter(submission=None)
    return begun.order_by("pk")


def memo_before(
    case: Case, body: Organisation, *, until: datetime | None = None
) -> Submission | None:
    """Return the memo that ``body`` has: its own, unless a later one has sent the case up again.

    After an återremiss a memo to fullmäktige goes by way of kommunstyrelsen, which then has that
    memo before it and not the one it had the first time (KL 5:26–28). ``until`` is when the § was
    registered; None: now.
    """
    sent = case.submissions.select_related("memo", "body").order_by("pk")
    if until:
        sent = sent.filter(registered_at__lt=until)
    relevant = [found for found in sent if found.moved_case or found.body_id == body.pk]
    own = [found for found in relevant if found.body_id == body.pk]
    moved_after = [found for found in relevant if not own or found.pk > own[-1].pk]
    found = moved_after or own
    return found[-1] if found else None


def asked_of(case: Case, body: Organisation) -> list[str]:
    """Return what ``body`` is asked to decide, one att-sats each.

    A memo to another body, which came by way of this one, asks it nothing in words of its own.
    """
    sent = memo_before(case, body)
    return sent.memo.proposals if sent and sent.body_id == body.pk else []


def require_undecided(case: Case) -> None:
    """Refuse (``step_not_possible``) a memo in a case that has been decided."""
    if case.is_ended:
        raise step_not_possible(case, _("It has been decided, so no memo can take it further."))
