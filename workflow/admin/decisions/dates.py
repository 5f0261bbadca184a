"""Whether a meeting date can be right by what is recorded already: a slip of the year is found."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow.procedure.minutes import Minutes


def date_to_check(case: Case, minutes: Minutes, *, on: date) -> str:
    """Return why the meeting date looks wrong on ``on``, or nothing.

    A record may be kept in arrears, so this is said and stops nothing.
    """
    held = minutes.decided_on
    if held > on:
        return _("The meeting date has not come yet. Check it.")
    if held < case.opened_on:
        return _("The meeting was held before the case was opened on %(day)s. Check the date.") % {
            "day": date_format(case.opened_on)
        }
    decided = case.decisions.select_related("body").prefetch_related("corrections")
    last = max(decided, key=lambda decision: decision.current_date, default=None)
    if last and held < last.current_date:
        return _("The meeting was held before %(decision)s. Check the date.") % {"decision": last}
    sent = case.submissions.filter(body=minutes.body).order_by("pk").last()
    if sent and held < sent.sent_on:
        return _("The meeting was held before the memo was sent on %(day)s. Check the date.") % {
            "day": date_format(sent.sent_on)
        }
    return ""
