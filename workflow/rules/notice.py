"""The days of a notice: when minutes are adjusted and announced, and how long the notice is up."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workflow.errors import RuleViolation
from workflow.rules.appeal import appealable_until
from workflow.rules.calendar import next_vardag

ADJUSTMENT_PERIOD = timedelta(days=14)
ANNOUNCEMENT_PERIOD = timedelta(days=2)

SOURCE_MINUTES = "kommunallagen (2017:725) 5 kap. 69 § och 8 kap. 12 §"


def earliest_removal(announced_on: date) -> date:
    """Return the first day on which the notice may be taken down.

    Source: kommunallagen (2017:725) 8 kap. 12 § (R34, R36).
    """
    return appealable_until(announced_on) + timedelta(days=1)


def require_possible_dates(
    *, decided_on: date, adjusted_on: date | None, announced_on: date | None
) -> None:
    """Refuse minutes adjusted before the meeting or announced before they were adjusted.

    None: not yet. Code ``dates_impossible``.

    Source: kommunallagen (2017:725) 5 kap. 69 § and 8 kap. 12 § (R30, R34).
    """
    adjusted = adjusted_on or announced_on
    if adjusted is None:
        return
    if adjusted < decided_on:
        said = _(
            "The minutes cannot have been adjusted or announced on %(day)s, before the meeting "
            "on %(decided)s. Check both dates."
        )
        raise RuleViolation(
            said % {"day": date_format(adjusted), "decided": date_format(decided_on)},
            code="dates_impossible",
            source=SOURCE_MINUTES,
        )
    if announced_on is not None and announced_on < adjusted:
        said = _(
            "The notice cannot have been put up on %(announced)s, before the minutes were "
            "adjusted on %(adjusted)s. Check both dates."
        )
        raise RuleViolation(
            said % {"announced": date_format(announced_on), "adjusted": date_format(adjusted)},
            code="dates_impossible",
            source=SOURCE_MINUTES,
        )


def date_warnings(
    *, decided_on: date, adjusted_on: date | None, announced_on: date | None
) -> list[str]:
    """Return a sentence for each date that is later than the law says. Nothing is refused.

    A last day that is not a vardag moves to the next one.

    Source: kommunallagen (2017:725) 5 kap. 69 §, 8 kap. 12 §; lag (1930:173) 2 § (R30, R34).
    """
    warnings = []
    if adjusted_on is not None:
        last = next_vardag(decided_on + ADJUSTMENT_PERIOD)
        if adjusted_on > last:
            warnings.append(
                _("The minutes were adjusted on %(day)s. The last day for that was %(last)s.")
                % {"day": date_format(adjusted_on), "last": date_format(last)}
            )
    if adjusted_on is not None and announced_on is not None:
        last = next_vardag(adjusted_on + ANNOUNCEMENT_PERIOD)
        if announced_on > last:
            warnings.append(
                _(
                    "The notice was put up on %(day)s. The last day for that was %(last)s. The "
                    "time to appeal counts from the day it was put up."
                )
                % {"day": date_format(announced_on), "last": date_format(last)}
            )
    return warnings
