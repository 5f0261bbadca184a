"""The refusal: what a rule says to the person who acts."""

from django.utils.translation import gettext as _


class RuleViolation(Exception):
    """A rule forbids the step. Not a bug: the message is written for the person acting.

    ``code`` is stable and English, for tests and logs; ``source`` is the legal or local rule.
    """

    def __init__(self, message: str, *, code: str, source: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.source = source


class NotUnderstood(RuleViolation):
    """What was sent is not what any screen of ours sends, so nobody can say what was meant."""


def form_unreadable() -> NotUnderstood:
    """A form came without what it is made of, or with what cannot be in it."""
    return NotUnderstood(
        _(
            "The form did not arrive whole, so nothing was saved. "
            "Go back, load the page again, and make the change there."
        ),
        code="form_unreadable",
    )
