"""Sending a memo, and the case up with it."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import TjansteskrivelsePage
from plandocs.text.canonical import text_sha256
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import Submission
from workflow.procedure.memos import require_undecided
from workflow.procedure.moment import Moment
from workflow.procedure.steps.memos import move_with_memo
from workflow.procedure.transitions import advance
from workflow.record.journal import register, register_carried
from workflow.record.log import log_fact
from workflow.services.cases.stage import follow_stage
from workflow.services.locking import lock_case
from workflow.services.memos.redrafting import refuse_sent


@transaction.atomic
def send_memo(
    *,
    memo: TjansteskrivelsePage,
    on: date,
    user: User,
    despite: Collection[str] = (),
    note: str = "",
) -> Submission:
    """Send a memo, and the case up with it, to the body it is written to.

    To KF while KS has not put its proposal on this text, the case goes to KS; a memo to KF while
    KS has the case is filed and moves nothing.

    Raises RuleViolation: ``not_permitted``, ``note_missing``, ``remiss_open``,
    ``motive_unanswered``, ``points_unanswered``, ``change_unmarked``, ``proposal_missing``,
    ``step_not_possible``.
    """
    permissions.require("send_memo", user)
    case = lock_case(memo.get_parent().specific.case)
    require_undecided(case)
    refuse_sent(memo)
    _require_note(despite, note)
    moment = Moment(case, on=on)
    move, spared = move_with_memo(moment, memo.to_body, despite=despite)
    if not memo.proposals:
        raise RuleViolation(
            _("The memo has no proposed decision. Write what the body is to decide."),
            code="proposal_missing",
        )
    text = moment.text
    if move:
        advance(case, move)
    submission = Submission.objects.create(
        case=case,
        memo=memo,
        body=memo.to_body,
        sent_on=on,
        moved_case=move is not None,
        text_revision=text.get_latest_revision(),
        text_sha256=text_sha256(text),
        despite=spared,
        note=note,
        sent_by=user,
    )
    register_carried(case)
    register(case, submission)
    log_fact(
        case,
        "send_memo",
        user=user,
        on=on,
        to=memo.to_body.code,
        memo=memo.pk,
        stage=case.stage,
        sha256=submission.text_sha256,
        despite=spared,
        note=note,
    )
    follow_stage(case, user=user)
    return submission


def _require_note(despite: Collection[str], note: str) -> None:
    if despite and not note.strip():
        raise RuleViolation(
            _("A case that goes up in spite of a rule needs a reason. Write why it does."),
            code="note_missing",
        )
