"""Letting the public read the answers to a remiss."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import RemissAnswer
from workflow import permissions
from workflow.record.log import log_fact
from workflow.services.locking import lock_case


@transaction.atomic
def show_answer(*, answer: RemissAnswer, on: date, user: User, shown: bool = True) -> RemissAnswer:
    """Let the public read an answer, or no longer, once somebody has read it (R51).

    Raises RuleViolation: ``not_permitted``.
    """
    permissions.require(permissions.may_register_answer(user), who=_("the registrar"))
    case = lock_case(answer.round.opening.case)
    answer.is_shown = shown
    answer.save(update_fields=["is_shown"])
    log_fact(case, "show_answer", user=user, on=on, answer=answer.pk, shown=shown)
    return answer
