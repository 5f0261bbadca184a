"""The notice that minutes were adjusted, which starts the clock (KL 8 kap. 12 §)."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow import permissions
from workflow.models import Announcement
from workflow.procedure.transitions import step_not_possible
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.rules import appeal as rules
from workflow.rules.notice import require_possible_dates
from workflow.services.locking import lock_case


@transaction.atomic
def announce(*, case: Case, adjusted_on: date, announced_on: date, user: User) -> Announcement:
    """Record that the minutes were adjusted and their notice put up, which starts the clock.

    It is about the last decision of the deciding body.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``, ``dates_impossible``.
    """
    permissions.require(permissions.may_announce(user), who=_("the registrar"))
    case = lock_case(case)
    decision = case.decisions.last_of(case.decided_by)
    if decision is None or hasattr(decision, "announcement"):
        raise step_not_possible(
            case,
            _("There is no decision of %(body)s that waits for its notice.")
            % {"body": case.decided_by.name_in_sentence},
        )
    require_possible_dates(
        decided_on=decision.current_date, adjusted_on=adjusted_on, announced_on=announced_on
    )
    announcement = Announcement.objects.create(
        decision=decision,
        adjusted_on=adjusted_on,
        announced_on=announced_on,
        appealable_until=rules.appealable_until(announced_on),
        laga_kraft_earliest=rules.laga_kraft_earliest(announced_on),
        recorded_by=user,
    )
    register(case, announcement)
    log_fact(
        case,
        "announce",
        user=user,
        on=announced_on,
        decision=decision.pk,
        adjusted_on=adjusted_on.isoformat(),
        appealable_until=announcement.appealable_until.isoformat(),
    )
    return announcement
