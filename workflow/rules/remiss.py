"""Who may still answer a remiss, and what must be answered before the case goes up."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.vocabulary import AnswerChannel
from workflow.errors import RuleViolation

SOURCE_REMISS = "förvaltningslagen (2017:900) 26 § (som god sed)"
SOURCE_RECEIVED = "tryckfrihetsförordningen 2 kap. 9 §"
SOURCE_MOTIVES = "kommunallagen (2017:725) 5 kap. 50 §"


def takes_answer(*, channel: AnswerChannel, is_late: bool) -> bool:
    """Say whether an answer by this channel is taken, in time or late.

    The registrar's always is: what has reached the municipality is received, late or not.

    Source: tryckfrihetsförordningen 2 kap. 9 § (R44); R41.
    """
    return channel == AnswerChannel.REGISTRERAD or not is_late


def require_takes_answer(*, channel: AnswerChannel, is_late: bool, closes_on: date) -> None:
    """Refuse a late answer by link or open form, with ``remiss_closed``.

    Source: tryckfrihetsförordningen 2 kap. 9 § (R44); R41.
    """
    if takes_answer(channel=channel, is_late=is_late):
        return
    said = _(
        "The remiss closed on %(day)s, so your answer was not registered. Send it to the "
        "registrar instead: a late answer may still be considered."
    )
    raise RuleViolation(
        said % {"day": date_format(closes_on)}, code="remiss_closed", source=SOURCE_RECEIVED
    )


def require_remiss_over(*, is_over: bool, closes_on: date) -> None:
    """Refuse to leave the remiss while the round still takes answers, with ``remiss_open``.

    Source: good practice after förvaltningslagen (2017:900) 26 § (R40, R41).
    """
    if is_over:
        return
    said = _(
        "The remiss is open until %(day)s and those asked have been promised that time. Wait "
        "until the day after, and close the remiss then."
    )
    raise RuleViolation(
        said % {"day": date_format(closes_on)}, code="remiss_open", source=SOURCE_REMISS
    )


def require_points_answered(*, unanswered: int) -> None:
    """Refuse to send a case up with points of the remiss unanswered (``points_unanswered``).

    Source: good practice (R41).
    """
    if unanswered <= 0:
        return
    said = ngettext(
        "%(count)s point from the remiss has not been answered, so the case cannot go up. Say "
        "what was done with it, and why.",
        "%(count)s points from the remiss have not been answered, so the case cannot go up. "
        "Say what was done with each, and why.",
        unanswered,
    )
    raise RuleViolation(
        said % {"count": unanswered}, code="points_unanswered", source=SOURCE_REMISS
    )


def require_motives_answered(*, unanswered: int) -> None:
    """Refuse to send a case up with carried motives unanswered (``motive_unanswered``).

    Source: kommunallagen (2017:725) 5 kap. 50 § third paragraph (R23, R26).
    """
    if unanswered <= 0:
        return
    said = ngettext(
        "%(count)s motive for the referral back has not been answered, so the case cannot go "
        "up. Say whether it is followed, followed in part or not followed, and why.",
        "%(count)s motives for the referral back have not been answered, so the case cannot "
        "go up. Say for each whether it is followed, followed in part or not followed, and "
        "why.",
        unanswered,
    )
    raise RuleViolation(
        said % {"count": unanswered}, code="motive_unanswered", source=SOURCE_MOTIVES
    )
