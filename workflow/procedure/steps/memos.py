"""Writing a memo, and sending the case up with it."""

from collections.abc import Callable, Collection

from django.utils.translation import ngettext

from plandocs.models import Organisation
from workflow.errors import RuleViolation
from workflow.procedure.memos import require_undecided
from workflow.procedure.moment import Moment
from workflow.procedure.moves import move_of_memo
from workflow.procedure.transitions import Move, is_possible, step_not_possible
from workflow.rules.remiss import require_motives_answered, require_points_answered


def is_undecided(moment: Moment) -> None:
    """Refuse a memo in a case that has been decided."""
    require_undecided(moment.case)


def can_go_up(moment: Moment) -> None:
    """Refuse where a memo to the next body could not be sent as things are."""
    require_undecided(moment.case)
    move_with_memo(moment, moment.memo_body)


def move_with_memo(
    moment: Moment, to: Organisation, *, despite: Collection[str] = ()
) -> tuple[Move | None, list[str]]:
    """Return the move that a memo to ``to`` makes, and the codes that it is sent in spite of.

    None: it is filed and moves nothing.

    Raises RuleViolation: ``remiss_open``, ``motive_unanswered``, ``points_unanswered``,
    ``change_unmarked``, ``step_not_possible``.
    """
    move = move_of_memo(moment.case, to)
    if move is None:
        return None, []
    spared = []
    for found in left_undone(moment):
        if found.code not in despite:
            raise found
        spared.append(found.code)
    if not is_possible(moment.case, move):
        raise step_not_possible(moment.case)
    return move, spared


def left_undone(moment: Moment) -> list[RuleViolation]:
    """Return what must be done before the case goes up, in the order in which it is asked for."""
    situation = moment.situation
    checks: list[Callable[[], None]] = [
        lambda: require_motives_answered(unanswered=situation.motives.left),
        lambda: require_points_answered(unanswered=situation.points.left),
        lambda: _require_marks(moment),
    ]
    found = []
    for check in checks:
        try:
            check()
        except RuleViolation as violation:
            found.append(violation)
    return found


def _require_marks(moment: Moment) -> None:
    if moment.unmarked and moment.tried:
        raise RuleViolation(
            ngettext(
                "%(number)d change since the decision of %(body)s is not marked. "
                "Mark it as editorial or in substance, and send the memo again.",
                "%(number)d changes since the decision of %(body)s are not marked. "
                "Mark each as editorial or in substance, and send the memo again.",
                moment.unmarked,
            )
            % {"number": moment.unmarked, "body": moment.tried.body_then.name_in_sentence},
            code="change_unmarked",
        )
