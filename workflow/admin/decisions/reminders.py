"""What should be looked at before a § is recorded, and stops nothing."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import OrganisationType
from workflow.admin.decisions.protocol import Protocol
from workflow.procedure.minutes import Minutes
from workflow.rules.jav import jav_reminder
from workflow.rules.minutes import missing_in_minutes
from workflow.rules.roll_call import closed_vote_reminder


def reminders(protocol: Protocol, minutes: Minutes) -> list[str]:
    """Say what KL 5:67 asks for and the form does not hold. Nothing here stops the recording."""
    decided = " ".join(minutes.att_satser) or minutes.outcome.label
    missing = missing_in_minutes(
        yrkanden=protocol.said("yrkanden", minutes.yrkanden),
        # Worked out from the yrkanden when the extract is made, so nobody is asked for it here.
        proposition_order="–",
        votes=minutes.votes if minutes.votes or protocol.without_vote else None,
        decision=str(decided),
        took_part=minutes.attendance,
        reservations=protocol.said("reservations", minutes.reservations),
    )
    if minutes.paragraph is None:
        missing.insert(0, _("Write the number of the §, if the minutes have one."))
    if any(vote.is_closed for vote in minutes.votes):
        missing.append(closed_vote_reminder())
    if minutes.jav:
        missing.append(jav_reminder(body_type=OrganisationType(minutes.body.type)))
    return missing


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
