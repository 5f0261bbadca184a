"""What follows a decision: its notice, appeals, laga kraft."""

from datetime import date

from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow.models import Decision
from workflow.procedure.ending import ending_decision
from workflow.procedure.moment import Moment
from workflow.procedure.transitions import step_not_possible
from workflow.rules.appeal import require_laga_kraft_possible


def decision_without_notice(case: Case) -> Decision:
    """Return the deciding body's last §, whose notice waits to be recorded, or refuse."""
    decision = case.decisions.last_of(case.decided_by)
    if decision is None or hasattr(decision, "announcement"):
        raise step_not_possible(
            case,
            _("There is no decision of %(body)s that waits for its notice.")
            % {"body": case.decided_by.name_in_sentence},
        )
    return decision


def decision_without_appeals(case: Case, *, on: date) -> Decision:
    """Return the § that ended the case, whose laga kraft can be confirmed, or refuse."""
    decision = ending_decision(case)
    announcement = getattr(decision, "announcement", None)
    confirmed = getattr(decision, "laga_kraft", None)
    require_laga_kraft_possible(
        announced_on=announcement.announced_on if announcement else None,
        today=on,
        appeals=decision.appeals_known(),
        confirmed_on=confirmed.confirmed_on if confirmed else None,
    )
    return decision


def a_notice_waits(moment: Moment) -> None:
    """Refuse by ``decision_without_notice``."""
    decision_without_notice(moment.case)


def the_time_has_run(moment: Moment) -> None:
    """Refuse by ``decision_without_appeals``."""
    decision_without_appeals(moment.case, on=moment.on)


def has_been_decided(moment: Moment) -> None:
    """Refuse where there is no decision in the matter to appeal."""
    ending_decision(moment.case)
