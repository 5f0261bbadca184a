"""Answering what was asked of the text: motives of an återremiss, points of a remiss."""

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.procedure.moment import Moment
from workflow.procedure.transitions import step_not_possible


def require_reworked(case: Case, *, is_settled: bool = False) -> None:
    """Refuse to answer a motive where the case is not back with the officials after it.

    ``is_settled``: it was answered after an earlier referral.
    """
    if case.stage != CaseStage.BEARBETAS or is_settled:
        raise step_not_possible(
            case, _("A motive is answered while the case is being reworked after the referral.")
        )


def a_motive_waits(moment: Moment) -> None:
    """Refuse where no carried motive can be answered now."""
    require_reworked(moment.case)
    if not moment.situation.motives.left:
        raise step_not_possible(moment.case, _("No motive waits for an answer."))


def a_point_waits(moment: Moment) -> None:
    """Refuse where every point of the remisser has its bemötande."""
    if not moment.situation.points.left:
        raise step_not_possible(moment.case, _("No comment from a remiss waits for an answer."))
