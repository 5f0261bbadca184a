"""Sending a text out, giving more time, taking answers and closing."""

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import DRAFTED, CaseStage
from workflow.procedure.moment import Moment
from workflow.procedure.path import stages_on_path
from workflow.procedure.situation import Round
from workflow.procedure.transitions import Move, is_possible, step_not_possible
from workflow.rules.remiss import require_remiss_over


def may_be_sent_out(moment: Moment) -> None:
    """Refuse to send a text out from where its case stands, and say what is to be done first."""
    case = moment.case
    needs_committee = CaseStage.HOS_KSAU in stages_on_path(case)
    if case.stage in DRAFTED and needs_committee and not moment.situation.committee_approved:
        raise step_not_possible(
            case,
            _(
                "The working committee has not approved that the text is sent out. "
                "Send a memo to the committee first."
            ),
        )
    if not is_possible(case, Move.OPEN_REMISS):
        raise step_not_possible(case, _what_first(case))


def is_out(moment: Moment) -> Round:
    """Return the round that is open, or refuse."""
    if found := moment.situation.open_round:
        return found
    raise step_not_possible(moment.case, _("No remiss is open."))


def is_over(moment: Moment) -> None:
    """Refuse to close a round before its last day has passed."""
    found = is_out(moment)
    require_remiss_over(is_over=found.is_over(on=moment.on), closes_on=found.closes_on)


def has_been_out(moment: Moment) -> None:
    """Refuse to register an answer to what nobody was asked."""
    if not moment.situation.rounds:
        raise step_not_possible(moment.case, _("The text has not been out on remiss."))


def _what_first(case: Case) -> str:
    match CaseStage(case.stage):
        case CaseStage.HOS_KSAU:
            return _("Record first what the working committee decided.")
        case CaseStage.PA_REMISS:
            return _("The text is out on remiss already.")
        case CaseStage.HOS_KS | CaseStage.HOS_KF:
            return _("If the case is referred back, the text can be sent out again.")
        case CaseStage.ANTAGEN | CaseStage.AVSLAGEN:
            return _("The case has been decided.")
    return _("The path of the case has no remiss.")
