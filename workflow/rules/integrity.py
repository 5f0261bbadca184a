"""Whether the text a body decides on is the text it was sent."""

from django.utils.translation import gettext as _

from workflow.errors import RuleViolation

SOURCE = "kommunallagen (2017:725) 13 kap. 8 §"


def require_same_text(*, sent_sha256: str, current_sha256: str, marked: bool) -> None:
    """Refuse a text saved after it was sent, other than by marked edits, with ``text_changed``.

    The sums are sha256 in hexadecimal, of the canonical text. ``marked``: every change between
    them was marked as editorial or in substance.

    Source: kommunallagen (2017:725) 13 kap. 8 § p. 1 (R2).
    """
    if marked or sent_sha256.lower() == current_sha256.lower():
        return
    raise RuleViolation(
        _(
            "The text was changed after it was sent, without the change being marked, so it is not "
            "known to be the text that was decided on. Restore the version sent, or mark the "
            "change as editorial or in substance."
        ),
        code="text_changed",
        source=SOURCE,
    )
