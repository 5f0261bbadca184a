"""Words that are changed in the text: what they must be, and that the minutes hold them."""

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


def phrase_not_found(phrase: str, times: int) -> RuleViolation:
    """Return the refusal of a phrase that stands ``times`` times in the text, which is not once."""
    said = (
        _(
            "“%(phrase)s” stands %(times)d times in the text, so it is not clear which one is "
            "meant. Quote a few more words around it."
        )
        if times
        else _("“%(phrase)s” does not stand in the text. Copy the words exactly as they stand.")
    )
    return RuleViolation(said % {"phrase": phrase, "times": times}, code="phrase_not_found")
