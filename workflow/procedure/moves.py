"""Which move of its stage a memo or a § makes, from where the case stands."""

from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation
from plandocs.vocabulary import PROPOSING, SETTLING, CaseStage, OrganisationType, Outcome
from workflow.errors import RuleViolation
from workflow.procedure.minutes import Minutes
from workflow.procedure.part_in_case import Part, part_of
from workflow.procedure.preparation import proposal_stands
from workflow.procedure.transitions import Move, step_not_possible
from workflow.rules import beredning


def move_of_memo(case: Case, to: Organisation) -> Move | None:
    """Return the move that a memo to this body makes; None when it is only filed.

    Raises RuleViolation: ``remiss_open``, ``step_not_possible``.
    """
    if case.stage == CaseStage.PA_REMISS:
        raise RuleViolation(
            _("The remiss is still open, so the case cannot go up. Close the remiss first."),
            code="remiss_open",
        )
    match part_of(to, case):
        case Part.PREPARES:
            return Move.SEND_TO_COMMITTEE
        case Part.PROPOSES:
            if case.stage == CaseStage.HOS_KF and proposal_stands(case):
                raise step_not_possible(case)
            return Move.SEND_TO_BOARD
        case Part.DECIDES:
            return _move_to_deciding_body(case)
    raise step_not_possible(
        case, _("%(body)s has no part in the path of this case.") % {"body": to.name}
    )


def _move_to_deciding_body(case: Case) -> Move | None:
    if case.stage == CaseStage.HOS_KS and not case.is_at_decision:
        return None
    if case.deciding_stage == CaseStage.HOS_KS:
        return Move.SEND_TO_BOARD
    if case.decided_by.type == OrganisationType.FULLMAKTIGE and not proposal_stands(case):
        return Move.SEND_TO_BOARD
    return Move.SEND_TO_DECIDING_BODY


def move_of_minutes(case: Case, minutes: Minutes) -> Move | None:
    """Return the move that the § makes; None where a body outside the path gives its view.

    Raises RuleViolation (``step_not_possible``) where the body does not have the case.
    """
    match part_of(minutes.body, case):
        case Part.PREPARES:
            return _committee_move(case, minutes.outcome)
        case Part.PROPOSES:
            return _board_move(case, minutes.outcome)
        case Part.DECIDES:
            return _deciding_move(case, minutes.outcome)
    may_propose = minutes.body.type in PROPOSING
    has_a_say = case.stage in (CaseStage.BEARBETAS, CaseStage.HOS_KS)
    if may_propose and has_a_say and minutes.outcome != Outcome.ATERREMISS:
        return None
    raise step_not_possible(case)


def _committee_move(case: Case, outcome: Outcome) -> Move:
    if case.stage != CaseStage.HOS_KSAU:
        raise step_not_possible(case)
    return _without_decision(outcome) or Move.COMMITTEE_DECIDES


def _board_move(case: Case, outcome: Outcome) -> Move:
    has_case = case.stage == CaseStage.HOS_KS
    decides_again = case.stage == CaseStage.HOS_KF and not proposal_stands(case)
    if not (has_case or decides_again):
        raise step_not_possible(case)
    return _without_decision(outcome) or Move.BOARD_PROPOSES


def _deciding_move(case: Case, outcome: Outcome) -> Move:
    if outcome not in SETTLING and not case.is_at_decision:
        raise step_not_possible(case)
    needs_beredning = beredning.needs_beredning(OrganisationType(case.decided_by.type))
    if not case.is_at_decision and not needs_beredning:
        raise step_not_possible(case)
    decided = Move.REJECT if outcome == Outcome.AVSLAG else Move.ADOPT
    return _without_decision(outcome) or decided


def _without_decision(outcome: Outcome) -> Move | None:
    """Return the move of any body that sends the case back or leaves it undecided."""
    match outcome:
        case Outcome.ATERREMISS:
            return Move.REFER_BACK
        case Outcome.BORDLAGGNING | Outcome.UTGAR:
            return Move.STAY
    return None
