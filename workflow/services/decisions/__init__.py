"""Recording what a body decided, and correcting what was recorded wrongly."""

from workflow.services.decisions.correcting import correct_decision
from workflow.services.decisions.recording import record_decision

__all__ = ["correct_decision", "record_decision"]
