"""What the numbers behind a request to table or refer back mean, said before anything is saved."""

from django.utils.translation import gettext as _

from plandocs.vocabulary import Outcome
from workflow.rules.aterremiss import Referral, Request, referral, third


def explain_referral(request: Request, *, outcome: Outcome = Outcome.ATERREMISS) -> str:
    """Say it in one sentence.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph; 6 kap. 33 § (R20, R21, R25).
    """
    result = referral(request)
    if result is Referral.BY_MAJORITY:
        return _majority(request)
    counted = request.attendance or 0
    return _sentence(request, result, outcome) % {
        "supporters": request.supporters or 0,
        "present": counted,
        "needed": third(counted),
    }


def _sentence(request: Request, result: Referral, outcome: Outcome) -> str:
    if result is Referral.BY_MINORITY and outcome == Outcome.BORDLAGGNING:
        return _(
            "%(supporters)s of %(present)s present: tabled by a minority; "
            "at least %(needed)s needed"
        )
    if result is Referral.BY_MINORITY:
        return _(
            "%(supporters)s of %(present)s present: a minority referral; at least %(needed)s needed"
        )
    if not request.minority_right:
        return _(
            "%(supporters)s of %(present)s present: not carried; "
            "only a majority counts in this body"
        )
    if request.has_a_third:
        return _(
            "%(supporters)s of %(present)s present: not carried; a minority has already tabled or "
            "returned this case once, so a majority is needed"
        )
    return _(
        "%(supporters)s of %(present)s present: not enough; "
        "at least %(needed)s needed for a minority"
    )


def _majority(request: Request) -> str:
    if request.ballot is not None:
        return _("%(in_favour)s for and %(against)s against: carried by a majority") % {
            "in_favour": request.ballot.in_favour,
            "against": request.ballot.against,
        }
    if request.requested_by is None or request.present is None:
        return _("No vote recorded: counted as carried by a majority, without a vote")
    words = {"supporters": request.requested_by, "present": request.present}
    return _("%(supporters)s of %(present)s present: carried by a majority") % words
