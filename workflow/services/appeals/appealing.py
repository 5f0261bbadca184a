"""What became known of an appeal (laglighetsprövning, KL 13 kap.)."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import AppealOutcome
from workflow import permissions
from workflow.models import Appeal
from workflow.procedure.ending import ending_decision
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.rules import appeal as rules
from workflow.services.locking import lock_case


@transaction.atomic
def record_appeal(
    *, case: Case, outcome: AppealOutcome, on: date, user: User, note: str = ""
) -> Appeal:
    """Record what became known of an appeal against the decision that ended the case.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``.
    """
    permissions.require(permissions.may_announce(user), who=_("the registrar"))
    case = lock_case(case)
    decision = ending_decision(case)
    rules.require_possible_outcome(outcome, decision.appeals_known(on=on))
    appeal = Appeal.objects.create(
        decision=decision, outcome=outcome, known_on=on, note=note, recorded_by=user
    )
    register(case, appeal)
    log_fact(case, "record_appeal", user=user, on=on, decision=decision.pk, outcome=outcome.value)
    return appeal
