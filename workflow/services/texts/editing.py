"""Changing words of a text."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation, PlanRevisionPage
from plandocs.text.compare import BlockChange, blocks_of, compare_blocks
from plandocs.text.replacing import PhraseNotOnce, replace_once
from plandocs.vocabulary import ChangeKind
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import TextChange
from workflow.procedure.amendments import phrase_not_found
from workflow.procedure.moment import Moment
from workflow.procedure.steps.texts import is_as_sent
from workflow.record.log import log_fact
from workflow.services.locking import lock_case
from workflow.services.texts.marking import record_changes


@transaction.atomic
def edit_text(
    *, case: Case, find: str, replace: str, kind: ChangeKind, on: date, user: User
) -> list[TextChange]:
    """Replace a phrase that stands once in the text, and mark the change.

    Raises RuleViolation: ``not_permitted``, ``adopted_text_is_frozen``, ``step_not_possible``,
    ``text_changed``, ``same_words``, ``phrase_not_found``.
    """
    permissions.require("edit_text", user)
    case = lock_case(case)
    moment = Moment(case, on=on)
    is_as_sent(moment)
    _require_other_words(find, replace)
    rewritten, blocks = rewrite(moment.text, find=find, replace=replace, user=user)
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


def _require_other_words(find: str, replace: str) -> None:
    """A change that changes nothing would be told as one."""
    if find == replace:
        said = _("These are the same words. Write what they are to read instead.")
        raise RuleViolation(said, code="same_words")


def rewrite(
    text: PlanRevisionPage, *, find: str, replace: str, user: User
) -> tuple[PlanRevisionPage, list[BlockChange]]:
    """Save a draft in which a phrase is replaced; return it and the blocks that changed."""
    block = text.body.stream_block
    try:
        replacement = replace_once(block.get_prep_value(text.body), find, replace)
    except PhraseNotOnce as wrong:
        raise phrase_not_found(find, wrong.times) from None
    for body in replacement.renamed:
        known = Organisation.objects.called(body.name)
        body.stand_for(known.pk if known else None)
    before = blocks_of(text)
    text.body = block.to_python(replacement.stream)
    text.save_revision(user=user)
    return text, compare_blocks(before, blocks_of(text))
