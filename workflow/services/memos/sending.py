"""The tjänsteskrivelse: drafting it from the record, and sending the case up with it."""

from collections.abc import Collection, Sequence
from datetime import date
from html import escape
from itertools import count
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import (
    Case,
    MemoAttachment,
    Organisation,
    PlanRevisionPage,
    TjansteskrivelsePage,
)
from plandocs.text.canonical import text_sha256
from workflow import permissions
from workflow.background import background_paragraphs
from workflow.errors import RuleViolation
from workflow.models import Submission
from workflow.procedure.changes import waiting_for_a_mark
from workflow.procedure.steps import step_of_memo
from workflow.procedure.transitions import advance, step_not_possible
from workflow.procedure.unanswered import unanswered_motives, unanswered_points
from workflow.record.log import log_fact
from workflow.rules.remiss import require_motives_answered, require_points_answered
from workflow.services.cases.stage import follow_stage
from workflow.services.locking import lock_case


@transaction.atomic
def draft_memo(
    *,
    case: Case,
    to: Organisation,
    proposal: Sequence[str],
    on: date,
    user: Any,
    background: str | None = None,
    summary: str = "",
    assessment: str = "",
    attachments: Sequence[str] = (),
    form_key: UUID | None = None,
) -> TjansteskrivelsePage:
    """Write a memo to ``to`` as a page that only officials see.

    ``background`` is plain text, one paragraph a line; None writes it from the recorded facts.
    The same form sent twice at once (``form_key``) writes one memo.
    """
    permissions.require(permissions.may_send_memo(user), who=_("the official in charge"))
    case = lock_case(case)
    if form_key and (earlier := TjansteskrivelsePage.objects.filter(form_key=form_key).first()):
        return earlier
    _refuse_ended(case)
    paragraphs = (
        background_paragraphs(case, to=to, on=on) if background is None else background.split("\n")
    )
    revision = case.revision
    memo = TjansteskrivelsePage(
        title=case.title,
        slug=_free_slug(revision),
        live=False,
        locale=revision.locale,
        to_body=to,
        dated_on=on,
        handlaggare=case.handlaggare or user,
        proposal=[("att_sats", sentence) for sentence in proposal],
        summary=as_html(summary.split("\n")),
        background=as_html(paragraphs),
        assessment=as_html(assessment.split("\n")),
        form_key=form_key,
    )
    memo.attachments = [MemoAttachment(title=title) for title in attachments]
    revision.add_child(instance=memo)
    memo.save_revision(user=user)
    log_fact(case, "draft_memo", user=user, on=on, to=to.code, memo=memo.pk)
    return memo


@transaction.atomic
def send_memo(
    *,
    memo: TjansteskrivelsePage,
    on: date,
    user: Any,
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
    permissions.require(permissions.may_send_memo(user), who=_("the official in charge"))
    case = lock_case(memo.get_parent().specific.case)
    _refuse_ended(case)
    _refuse_sent(memo, case)
    _require_note(despite, note)
    step = step_of_memo(case, memo.to_body)
    spared = _require_ready(case, despite=despite) if step else []
    if not memo.proposals:
        raise RuleViolation(
            _("The memo has no proposed decision. Write what the body is to decide."),
            code="proposal_missing",
        )
    text = case.latest_text()
    if step:
        advance(case, step)
    submission = Submission.objects.create(
        case=case,
        memo=memo,
        body=memo.to_body,
        sent_on=on,
        moved_case=step is not None,
        text_revision=text.get_latest_revision(),
        text_sha256=text_sha256(text),
        despite=spared,
        note=note,
        sent_by=user,
    )
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


def as_html(paragraphs: Sequence[str]) -> str:
    """Return plain paragraphs as rich text."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in paragraphs if line.strip())


def _free_slug(revision: PlanRevisionPage) -> str:
    """A draft may have been thrown away, so counting the memos is not enough."""
    taken = set(revision.get_children().values_list("slug", flat=True))
    return next(slug for n in count(1) if (slug := f"tjansteskrivelse-{n}") not in taken)


def _require_note(despite: Collection[str], note: str) -> None:
    if despite and not note.strip():
        raise RuleViolation(
            _("A case that goes up in spite of a rule needs a reason. Write why it does."),
            code="note_missing",
        )


def _refuse_ended(case: Case) -> None:
    if case.is_ended:
        raise step_not_possible(case, _("It has been decided, so no memo can take it further."))


def _refuse_sent(memo: TjansteskrivelsePage, case: Case) -> None:
    if hasattr(memo, "submission"):
        raise step_not_possible(case, _("This memo has been sent already. Write a new one."))


def _require_ready(case: Case, *, despite: Collection[str]) -> list[str]:
    """Refuse what is left undone, or return the codes that it goes up in spite of."""
    spared = []
    for check in (_require_motives, _require_points):
        try:
            check(case)
        except RuleViolation as violation:
            if violation.code not in despite:
                raise
            spared.append(violation.code)
    _require_marks(case)
    return spared


def _require_motives(case: Case) -> None:
    require_motives_answered(unanswered=unanswered_motives(case))


def _require_points(case: Case) -> None:
    require_points_answered(unanswered=unanswered_points(case))


def _require_marks(case: Case) -> None:
    waiting = waiting_for_a_mark(case)
    decision = case.decisions.last_on_text()
    if waiting and decision:
        raise RuleViolation(
            ngettext(
                "%(number)d change since the decision of %(body)s is not marked. "
                "Mark it as editorial or in substance, and send the memo again.",
                "%(number)d changes since the decision of %(body)s are not marked. "
                "Mark each as editorial or in substance, and send the memo again.",
                len(waiting),
            )
            % {"number": len(waiting), "body": decision.body_then.name_in_sentence},
            code="change_unmarked",
        )
