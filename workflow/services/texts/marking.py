"""Each change of a text, marked as editorial or in substance."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from plandocs.models import Case, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.text.compare import BlockChange
from plandocs.vocabulary import ChangeKind
from workflow import permissions
from workflow.models import Decision, TextChange
from workflow.procedure.changes import MarkedChange, changes_since, changes_since_sent, unmarked
from workflow.procedure.texts import refuse_ended
from workflow.record.log import log_fact
from workflow.services.locking import lock_case


@transaction.atomic
def mark_changes(
    *, case: Case, kinds: Mapping[str, ChangeKind], on: date, user: User
) -> list[TextChange]:
    """Mark blocks, by id, that were changed in the editor since a body last tried the text.

    Before any body has tried it: since it was sent to one. Blocks that have not changed, or are
    marked already, are passed over.
    """
    permissions.require("edit_text", user)
    case = lock_case(case)
    refuse_ended(case)
    text = case.latest_text()
    waiting = _waiting(case, text)
    marked: list[TextChange] = []
    for kind in ChangeKind:
        blocks = [found.change for found in waiting if kinds.get(found.change.id) == kind]
        marked += record_changes(case, blocks, kind=kind, text=text, on=on, user=user)
    if marked:
        log_fact(
            case,
            "mark_change",
            user=user,
            on=on,
            place="; ".join(change.place for change in marked),
            kind=", ".join(sorted({change.kind for change in marked})),
            blocks={str(change.block_id): change.kind for change in marked},
        )
    return marked


def _waiting(case: Case, text: PlanRevisionPage) -> list[MarkedChange]:
    """Return the changes that nobody has marked, since a body had the text."""
    if decision := case.decisions.last_on_text():
        return unmarked(changes_since(decision, text=text))
    if sent := case.submissions.last_up():
        return unmarked(changes_since_sent(sent, text=text))
    return []


def record_changes(
    case: Case,
    blocks: Iterable[BlockChange],
    *,
    kind: ChangeKind,
    text: PlanRevisionPage,
    on: date,
    user: User,
    decision: Decision | None = None,
) -> list[TextChange]:
    """Record each block's change with its mark; ``text`` is the text with the changes in it."""
    sha256 = text_sha256(text)
    return [
        TextChange.objects.create(
            case=case,
            decision=decision,
            kind=kind,
            block_id=block.id or None,
            place=block.place[:255],
            before=block.before,
            after=block.after,
            form=[asdict(change) for change in block.form],
            block_sha256_before=block.sha256_before,
            block_sha256_after=block.sha256_after,
            made_on=on,
            made_by=user,
            sha256_after=sha256,
        )
        for block in blocks
    ]
