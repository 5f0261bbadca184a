"""Changing a text, with each change marked as editorial or in substance."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.text.compare import BlockChange, blocks_of, compare_blocks
from plandocs.text.replacing import PhraseNotOnce, replace_once
from plandocs.vocabulary import CaseStage, ChangeKind
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import Decision, TextChange
from workflow.procedure.changes import (
    MarkedChange,
    changes_since,
    changes_since_sent,
    unmarked,
)
from workflow.procedure.text_as_sent import require_text_as_sent
from workflow.procedure.transitions import step_not_possible
from workflow.record.log import log_fact
from workflow.services.locking import lock_case


@transaction.atomic
def edit_text(
    *, case: Case, find: str, replace: str, kind: ChangeKind, on: date, user: Any
) -> list[TextChange]:
    """Replace a phrase that stands once in the text, and mark the change.

    Raises RuleViolation: ``not_permitted``, ``adopted_text_is_frozen``, ``step_not_possible``,
    ``text_changed``, ``phrase_not_found``.
    """
    permissions.require(permissions.may_edit_text(user), who=_("the official in charge"))
    case = lock_case(case)
    refuse_ended(case)
    text = case.latest_text()
    require_text_as_sent(case, text)
    rewritten, blocks = rewrite(text, find=find, replace=replace, user=user)
    changes = record_changes(case, blocks, kind=kind, text=rewritten, on=on, user=user)
    log_fact(
        case,
        "edit_text",
        user=user,
        on=on,
        find=find,
        replace=replace,
        kind=kind.value,
        blocks=[str(change.block_id) for change in changes],
    )
    return changes


@transaction.atomic
def mark_changes(
    *, case: Case, kinds: Mapping[str, ChangeKind], on: date, user: Any
) -> list[TextChange]:
    """Mark blocks, by id, that were changed in the editor since a body last tried the text.

    Before any body has tried it: since it was sent to one. Blocks that have not changed, or are
    marked already, are passed over.
    """
    permissions.require(permissions.may_edit_text(user), who=_("the official in charge"))
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


def rewrite(
    text: PlanRevisionPage, *, find: str, replace: str, user: Any
) -> tuple[PlanRevisionPage, list[BlockChange]]:
    """Save a draft in which a phrase is replaced; return it and the blocks that changed."""
    block = text.body.stream_block
    try:
        replacement = replace_once(block.get_prep_value(text.body), find, replace)
    except PhraseNotOnce as wrong:
        raise _phrase_not_found(find, wrong.times) from None
    for body in replacement.renamed:
        known = Organisation.objects.called(body.value["as_printed"])
        body.value["organisation"] = known.pk if known else None
    before = blocks_of(text)
    text.body = block.to_python(replacement.stream)
    text.save_revision(user=user)
    return text, compare_blocks(before, blocks_of(text))


def record_changes(
    case: Case,
    blocks: Iterable[BlockChange],
    *,
    kind: ChangeKind,
    text: PlanRevisionPage,
    on: date,
    user: Any,
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


def refuse_ended(case: Case) -> None:
    """Refuse to touch the text of a case that has been decided."""
    if case.is_adopted:
        raise RuleViolation(
            _(
                "The text was adopted in %(diarienummer)s and cannot be changed. "
                "Open a new case to prepare the next edition."
            )
            % {"diarienummer": case.diarienummer},
            code="adopted_text_is_frozen",
        )
    if case.stage == CaseStage.AVSLAGEN:
        raise step_not_possible(case, _("The rejected text is kept as it was."))


def _phrase_not_found(find: str, times: int) -> RuleViolation:
    if times:
        message = _(
            "“%(phrase)s” stands %(times)d times in the text, so it is not clear which one is "
            "meant. Quote a few more words around it."
        )
    else:
        message = _(
            "“%(phrase)s” does not stand in the text, so nothing was changed. "
            "Copy the words exactly as they stand."
        )
    return RuleViolation(message % {"phrase": find, "times": times}, code="phrase_not_found")
