"""What follows a decision: its notice, the appeals against it, and laga kraft (KL 8:12 and 13)."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from plandocs.models import Case
from plandocs.vocabulary import AppealOutcome
from workflow import permissions
from workflow.models import Announcement, Appeal, LagaKraft
from workflow.procedure.ending import ending_decision
from workflow.procedure.steps.appeals import decision_without_appeals, decision_without_notice
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
    permissions.require("announce", user)
    case = lock_case(case)
    decision = decision_without_notice(case)
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


@transaction.atomic
def record_appeal(
    *, case: Case, outcome: AppealOutcome, on: date, user: User, note: str = ""
) -> Appeal:
    """Record what became known of an appeal against the decision that ended the case.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``, ``dates_impossible``.
    """
    permissions.require("announce", user)
    case = lock_case(case)
    decision = ending_decision(case)
    rules.require_known_since_decision(on, decided_on=decision.current_date)
    rules.require_possible_outcome(outcome, decision.appeals_known(on=on))
    appeal = Appeal.objects.create(
        decision=decision, outcome=outcome, known_on=on, note=note, recorded_by=user
    )
    register(case, appeal)
    log_fact(case, "record_appeal", user=user, on=on, decision=decision.pk, outcome=outcome.value)
    return appeal


@transaction.atomic
def confirm_laga_kraft(*, case: Case, on: date, user: User) -> LagaKraft:
    """Confirm that the time to appeal is over and that no appeal is pending.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``.
    """
    permissions.require("announce", user)
    case = lock_case(case)
    decision = decision_without_appeals(case, on=on)
    laga_kraft = LagaKraft.objects.create(decision=decision, confirmed_on=on, confirmed_by=user)
    register(case, laga_kraft)
    log_fact(case, "confirm_laga_kraft", user=user, on=on, decision=decision.pk)
    return laga_kraft
