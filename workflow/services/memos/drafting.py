"""A new memo, drafted from the record."""

from datetime import date
from itertools import count
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from plandocs.models import (
    Case,
    MemoAttachment,
    Organisation,
    PlanRevisionPage,
    TjansteskrivelsePage,
)
from workflow import permissions
from workflow.background import background_paragraphs
from workflow.procedure.memos import require_undecided
from workflow.record.log import log_fact
from workflow.services.locking import lock_case
from workflow.services.memos.memo_words import MemoWords, as_html


@transaction.atomic
def draft_memo(
    *,
    case: Case,
    to: Organisation,
    words: MemoWords,
    on: date,
    user: User,
    form_key: UUID | None = None,
) -> TjansteskrivelsePage:
    """Write a memo to ``to`` as a page that only officials see.

    The same form sent twice at once (``form_key``) writes one memo.
    """
    permissions.require("send_memo", user)
    case = lock_case(case)
    if form_key and (earlier := TjansteskrivelsePage.objects.filter(form_key=form_key).first()):
        return earlier
    require_undecided(case)
    background = (
        background_paragraphs(case, to=to, on=on)
        if words.background is None
        else words.background.split("\n")
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
        proposal=[("att_sats", sentence) for sentence in words.proposal],
        summary=as_html(words.summary.split("\n")),
        background=as_html(background),
        assessment=as_html(words.assessment.split("\n")),
        form_key=form_key,
    )
    memo.attachments = [MemoAttachment(title=title) for title in words.attachments]
    revision.add_child(instance=memo)
    memo.save_revision(user=user)
    log_fact(case, "draft_memo", user=user, on=on, to=to.code, memo=memo.pk)
    return memo


def _free_slug(revision: PlanRevisionPage) -> str:
    """A draft may have been thrown away, so counting the memos is not enough."""
    taken = set(revision.get_children().values_list("slug", flat=True))
    return next(slug for n in count(1) if (slug := f"tjansteskrivelse-{n}") not in taken)
