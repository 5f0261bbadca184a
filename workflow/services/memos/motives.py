"""Answering the motives of an återremiss."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.vocabulary import MotiveResponse
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import Motive, MotiveAnswer
from workflow.procedure.steps.answering import require_reworked
from workflow.record.journal import register_carried
from workflow.record.log import log_fact
from workflow.rules.remiss import SOURCE_MOTIVES
from workflow.services.locking import lock_case


@transaction.atomic
def answer_motive(
    *, motive: Motive, response: MotiveResponse, reason: str, on: date, user: User
) -> MotiveAnswer:
    """Say what was done with a motive, and why. It may be reworded until the case goes up again.

    A motive that an earlier återremiss left without an answer may still get one.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``, ``reason_missing``.
    """
    permissions.require("answer_motive", user)
    case = lock_case(motive.decision.case)
    before = MotiveAnswer.objects.filter(motive=motive).first()
    is_settled = before is not None and motive.decision != case.decisions.last_referral()
    require_reworked(case, is_settled=is_settled)
    if not reason.strip():
        said = _("The answer to a motive needs a reason. Write what was done and why.")
        raise RuleViolation(said, code="reason_missing", source=SOURCE_MOTIVES)
    answer, _created = MotiveAnswer.objects.update_or_create(
        motive=motive,
        defaults={
            "response": response,
            "reason": reason.strip(),
            "answered_on": on,
            "answered_by": user,
        },
    )
    register_carried(case)
    log_fact(
        case,
        "answer_motive",
        user=user,
        on=on,
        motive=motive.text,
        response=response.value,
        reason=answer.reason,
        before=before.response if before else "",
        reason_before=before.reason if before else "",
    )
    return answer
