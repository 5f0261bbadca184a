"""What the minutes must hold where a body changed the text itself."""

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import Outcome
from workflow.errors import RuleViolation
from workflow.procedure.minutes import Minutes
from workflow.procedure.part_in_case import Part, part_of


def require_amendments(case: Case, minutes: Minutes) -> None:
    """Refuse (``amendment_missing``) an approval with an amendment whose words nobody wrote.

    A body outside the path gives its view, and changes nothing.
    """
    amends = minutes.outcome == Outcome.BIFALL_MED_ANDRING and not minutes.changes
    if amends and part_of(minutes.body, case) is not Part.OTHER:
        raise RuleViolation(
            _("Write which words of the text the body changed, and what they read now."),
            code="amendment_missing",
        )
