"""What follows a decision: its notice, the appeals against it, and laga kraft."""

from workflow.services.appeals.appealing import record_appeal
from workflow.services.appeals.laga_kraft import confirm_laga_kraft
from workflow.services.appeals.notice import announce

__all__ = ["announce", "confirm_laga_kraft", "record_appeal"]
