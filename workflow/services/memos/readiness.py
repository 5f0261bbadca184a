"""What must be done before a case goes up, and what it may go up in spite of."""

from collections.abc import Collection

from django.utils.translation import ngettext

from plandocs.models import Case
from workflow.errors import RuleViolation
from workflow.procedure.changes import waiting_for_a_mark
from workflow.procedure.unanswered import unanswered_motives, unanswered_points
from workflow.rules.remiss import require_motives_answered, require_points_answered


def require_ready(case: Case, *, despite: Collection[str]) -> list[str]:
    """Refuse what is left undone, or return the codes that it goes up in spite of."""
    spared = []
    for check in (_require_motives, _require_points):
        try:
            check(case)
        except RuleViolation as violation:
            if violation.code not in despite:
                raise
            spared.append(violation.code)
    _require_marks(case)
    return spared


def _require_motives(case: Case) -> None:
    require_motives_answered(unanswered=unanswered_motives(case))


def _require_points(case: Case) -> None:
    require_points_answered(unanswered=unanswered_points(case))


def _require_marks(case: Case) -> None:
    waiting = waiting_for_a_mark(case)
    decision = case.decisions.last_on_text()
    if waiting and decision:
        said = ngettext(
            "%(number)d change since the decision of %(body)s is not marked. "
            "Mark it as editorial or in substance, and send the memo again.",
            "%(number)d changes since the decision of %(body)s are not marked. "
            "Mark each as editorial or in substance, and send the memo again.",
            len(waiting),
        )
        raise RuleViolation(
            said % {"number": len(waiting), "body": decision.body_then.name_in_sentence},
            code="change_unmarked",
        )
