"""What the database refused, said to the person who acts."""

from django.db import IntegrityError
from django.db.models.deletion import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from workflow.errors import RuleViolation

MARK = "styrdok:"
"""How the database's own refusals begin; what follows is the code."""

SHOWN_REFERENCES = 3


def from_database(error: IntegrityError) -> RuleViolation | None:
    """Return the refusal that one of the database's triggers made, or None for other errors."""
    found = str(error).partition(MARK)[2].split()
    if not found:
        return None
    code = found[0]
    message = {
        "not_adopted": _(
            "Something that has not been adopted would have become public, so nothing was saved. "
            "It becomes public by itself when the decision is recorded."
        ),
        "adopted_text_is_frozen": _(
            "Something that is adopted and public would have changed, so nothing was saved. "
            "Open a new case to prepare the next edition."
        ),
    }.get(
        code,
        _(
            "Something that is part of the record would have changed, so nothing was saved. "
            "Correct it by a new record that names the old one."
        ),
    )
    return RuleViolation(message, code=code)


def from_protection(error: ProtectedError | RestrictedError) -> RuleViolation:
    """Return the refusal to remove what the record refers to."""
    references = (
        error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
    )
    shown = sorted({f"{found._meta.verbose_name} {found}" for found in references})
    said = _(
        "It cannot be removed, because the record refers to it (%(count)d places, such as: "
        "%(examples)s). Keep it, and take it out of use instead."
    )
    return RuleViolation(
        said % {"count": len(references), "examples": "; ".join(shown[:SHOWN_REFERENCES])},
        code="in_use",
    )
