"""What an extract of minutes says of appealing the §."""

from datetime import date

from django.utils.translation import gettext as _

from plandocs.models import Municipality
from plandocs.vocabulary import SETTLING, OrganisationType, Outcome
from workflow.models import Decision
from workflow.record.prose import day_in_words
from workflow.rules.appeal import is_appealable_kind


def appeal_notice(decision: Decision, *, on: date) -> str:
    """Say until when and where ``decision`` can be appealed, or on ``on`` no longer can.

    Nothing is said of a § that only prepares the case or sends it on.

    Source: kommunallagen (2017:725) 13 kap. 1–2 §§ and 4–6 §§ (R35).
    """
    case, outcome = decision.case, Outcome(decision.outcome)
    if outcome not in SETTLING or not is_appealable_kind(
        decides=decision.body_id == case.decided_by_id,
        body_type=OrganisationType(decision.body.type),
        outcome=outcome,
    ):
        return ""
    notice = getattr(decision, "announcement", None)
    if notice and notice.appealable_until < on:
        return _("The time to appeal the decision ended on %(last)s.") % {
            "last": day_in_words(notice.appealable_until)
        }
    words = {"court": Municipality.load().court or _("the administrative court")}
    if notice:
        return _(
            "Whoever is a member of the municipality may appeal the decision. The appeal must be "
            "in writing and have reached %(court)s by %(last)s (kommunallagen 13 kap. 1 § and "
            "4–6 §§)."
        ) % {**words, "last": day_in_words(notice.appealable_until)}
    return (
        _(
            "Whoever is a member of the municipality may appeal the decision. The appeal must be "
            "in writing and have reached %(court)s within three weeks from the day on which it was "
            "announced on the notice board that the minutes had been adjusted (kommunallagen "
            "13 kap. 1 § and 4–6 §§)."
        )
        % words
    )
