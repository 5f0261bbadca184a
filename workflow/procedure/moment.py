"""A case on a day: what its steps depend on, each asked for once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plandocs.models import Case, Organisation, PlanRevisionPage
from workflow.models import Decision
from workflow.procedure.changes import MarkedChange, binds_text, changes_since, unmarked
from workflow.procedure.next_body import deciding_now, suggested_memo_body
from workflow.procedure.preparation import proposal_stands
from workflow.procedure.situation import Situation, situation_of


@dataclass
class Moment:
    """A case as it stands on ``on``. Nothing of it is asked for before a step needs it."""

    case: Case
    on: date

    @cached_property
    def situation(self) -> Situation:
        """Its decisions, rounds, and what is left to answer."""
        return situation_of(self.case, on=self.on)

    @cached_property
    def text(self) -> PlanRevisionPage:
        """The text as last saved."""
        return self.case.latest_text()

    @cached_property
    def tried(self) -> Decision | None:
        """The last § in which a body tried the text."""
        return self.case.decisions.last_on_text()

    @cached_property
    def changes(self) -> list[MarkedChange]:
        """What differs from what a body last tried, each with its mark; nothing once decided."""
        if self.tried is None or self.case.is_ended:
            return []
        return changes_since(self.tried, text=self.text)

    @cached_property
    def unmarked(self) -> int:
        """How many changes must be marked before the case goes up again."""
        return len(unmarked(self.changes)) if self.tried and binds_text(self.tried) else 0

    @cached_property
    def proposal_stands(self) -> bool:
        """Whether kommunstyrelsen's proposal stands on the text as it reads now."""
        return proposal_stands(self.case)

    @cached_property
    def memo_body(self) -> Organisation:
        """The body that the next memo most likely goes to."""
        return suggested_memo_body(self.case)

    @cached_property
    def deciding_body(self) -> Organisation | None:
        """The body that has the case."""
        return deciding_now(self.case)
