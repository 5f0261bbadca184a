"""The decision that appeals and laga kraft are about."""

from plandocs.models import Case
from workflow.models import Decision
from workflow.procedure.transitions import step_not_possible


def ending_decision(case: Case) -> Decision:
    """Return the § that ended the case.

    Adopted or rejected: a member of the municipality may have either tried (KL 13:1)."""
    decision = case.decisions.last_of(case.decided_by)
    if decision is None or not case.is_ended:
        raise step_not_possible(case)
    return decision
