"""What the municipality does with each point of an answer."""

from datetime import date
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Bemotande, Case, RemissPoint, RemissRoundPage
from plandocs.text.compare import blocks_of
from plandocs.vocabulary import PointResponse
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.procedure.transitions import step_not_possible
from workflow.record.journal import register_carried
from workflow.record.log import log_fact
from workflow.record.publicity import public_until
from workflow.services.locking import lock_case
from workflow.services.remiss.places import places_of, unknown_place


@transaction.atomic
def answer_point(
    *,
    point: RemissPoint,
    response: PointResponse,
    reason: str,
    on: date,
    user: User,
    block_id: UUID | None = None,
) -> Bemotande:
    """Say what was done with a point and why, and where in the text it shows.

    It may be said anew until a memo has carried it to a body; each time is logged.

    Raises RuleViolation: ``not_permitted``; ``reason_missing``; ``unknown_place`` for a block
    that neither the text sent out nor the text as it stands holds; ``dates_impossible`` before
    the answer came; ``step_not_possible`` once a memo has carried the earlier one.
    """
    permissions.require("answer_point", user)
    page = point.answer.round
    case = lock_case(page.opening.case)
    if not reason.strip():
        raise RuleViolation(
            _("Whoever answered will read why. Write a sentence or two."), code="reason_missing"
        )
    if on < point.answer.received_on:
        said = _(
            "The answer came on %(day)s, so it cannot have been met before that. Check the day."
        )
        raise RuleViolation(
            said % {"day": date_format(point.answer.received_on)}, code="dates_impossible"
        )
    _require_place(case, page, block_id)
    earlier = Bemotande.objects.filter(point=point).first()
    if earlier and is_carried(case, earlier):
        raise step_not_possible(
            case, _("A memo has gone up with the answer to this point, so it stands as it is.")
        )
    bemotande, _created = Bemotande.objects.update_or_create(
        point=point,
        defaults={
            "response": response,
            "reason": reason.strip(),
            "block_id": block_id,
            "answered_on": on,
            "answered_by": user,
        },
    )
    register_carried(case)
    log_fact(
        case,
        "answer_point",
        user=user,
        on=on,
        answer=point.answer_id,
        point=point.number,
        response=str(response),
        reason=bemotande.reason,
        before=str(earlier.response) if earlier else "",
        reason_before=earlier.reason if earlier else "",
    )
    return bemotande


def is_carried(case: Case, bemotande: Bemotande) -> bool:
    """Whether a memo has carried the answer to a body, so that it can no longer be said anew."""
    return bemotande.answered_on <= public_until(case, case.submissions.all())


def _require_place(case: Case, page: RemissRoundPage, block_id: UUID | None) -> None:
    if block_id is None or str(block_id) in places_of(page):
        return
    if all(block.id != str(block_id) for block in blocks_of(case.latest_text())):
        raise unknown_place()
