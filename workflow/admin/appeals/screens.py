"""What the screens of what follows a decision have in common."""

from django.utils.functional import cached_property

from workflow import permissions
from workflow.admin.screens import StepScreen
from workflow.models import Decision
from workflow.procedure.situation import Situation, situation_of


class AfterwardsScreen(StepScreen):
    """A screen for those who record what follows a decision."""

    header_icon = "calendar-check"
    may = staticmethod(permissions.may_announce)

    @cached_property
    def situation(self) -> Situation:
        return situation_of(self.case, on=self.today)

    @property
    def decision(self) -> Decision | None:
        """What the deciding body decided last."""
        return self.situation.last_of(self.case.decided_by_id)
