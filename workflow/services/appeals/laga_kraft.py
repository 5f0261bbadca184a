"""The confirmation that a decision has gained legal force (laga kraft)."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow import permissions
from workflow.models import LagaKraft
from workflow.procedure.ending import ending_decision
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.rules import appeal as rules
from workflow.services.locking import lock_case


@transaction.atomic
def confirm_laga_kraft(*, case: Case, on: date, user: User) -> LagaKraft:
    """Confirm that the time to appeal is over and that no appeal is pending.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``.
    """
    permissions.require(permissions.may_announce(user), who=_("the registrar"))
    case = lock_case(case)
    decision = ending_decision(case)
    announcement = getattr(decision, "announcement", None)
    confirmed = getattr(decision, "laga_kraft", None)
    rules.require_laga_kraft_possible(
        announced_on=announcement.announced_on if announcement else None,
        today=on,
        appeals=decision.appeals_known(),
        confirmed_on=confirmed.confirmed_on if confirmed else None,
    )
    laga_kraft = LagaKraft.objects.create(decision=decision, confirmed_on=on, confirmed_by=user)
    register(case, laga_kraft)
    log_fact(case, "confirm_laga_kraft", user=user, on=on, decision=decision.pk)
    return laga_kraft
