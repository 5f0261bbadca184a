"""A case: opening it with the first draft of its text, and handing it over."""

from workflow.services.cases.assigning import assign_case
from workflow.services.cases.new_edition import FirstText
from workflow.services.cases.new_plan import NewPlan
from workflow.services.cases.opening import NewCase, open_case

__all__ = ["FirstText", "NewCase", "NewPlan", "assign_case", "open_case"]
