"""What a body decided, said as a person would say it."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import Basis, Outcome
from workflow.reading.way.event import Event


def decision_event(decision: Any, case: Case) -> Event:
    """Tell one § of one body's minutes."""
    return Event(
        day=decision.current_date,
        order=40,
        title=title_of(decision, decides=decision.body_id == case.decided_by_id),
        sentences=[*_return_basis(decision), *_deviations(decision), *_corrections(decision)],
        is_strong=True,
        decision=decision,
    )


def title_of(decision: Any, *, decides: bool) -> str:
    """Say what the body did, as a heading."""
    titles = {
        (Outcome.BIFALL, True): _("%(body)s adopted the text"),
        (Outcome.BIFALL, False): _("%(body)s decided according to the proposal"),
        (Outcome.BIFALL_MED_ANDRING, True): _("%(body)s adopted the text with an amendment"),
        (Outcome.BIFALL_MED_ANDRING, False): _(
            "%(body)s decided according to the proposal, with an amendment"
        ),
        (Outcome.AVSLAG, True): _("%(body)s rejected the text"),
        (Outcome.AVSLAG, False): _("%(body)s said no to the proposal"),
        (Outcome.ATERREMISS, True): _("%(body)s sent the case back (återremiss)"),
        (Outcome.BORDLAGGNING, True): _("%(body)s put the case off to a later meeting"),
        (Outcome.UTGAR, True): _("%(body)s took the case off the agenda"),
    }
    outcome = Outcome(decision.outcome)
    title = titles.get((outcome, decides)) or titles[outcome, True]
    return title % {"body": decision.body_name}


def _return_basis(decision: Any) -> list[str]:
    if decision.outcome not in (Outcome.ATERREMISS, Outcome.BORDLAGGNING):
        return []
    # Who asked was not always counted apart from who voted for it.
    asked = decision.requested_by or decision.in_favour
    match decision.basis:
        case Basis.MINORITY if asked and decision.present:
            return [
                _(
                    "%(asked)s of the %(present)s members present asked for it. A third of those "
                    "present is enough (kommunallagen 5 kap. 50 §)."
                )
                % {"asked": asked, "present": decision.present}
            ]
        case Basis.MINORITY:
            return [_("A minority of at least a third of the members present asked for it.")]
        case Basis.MAJORITY:
            return [_("A majority wanted it.")]
    return []


def _deviations(decision: Any) -> list[str]:
    """Say openly where the minutes record something that the rules would have refused."""
    sentences = {
        "beredning_missing": _("The body decided without the preparation that the law asks for."),
        "changed_in_substance": _(
            "The text differed in substance from what the executive board had proposed."
        ),
        "quorum_missing": _("Half or fewer of the members were present."),
        "not_enough_support": _("Fewer asked for it than the law requires."),
        "minority_right_spent": _("A minority had already sent back or put off the case once."),
        "motive_missing": _("No motive was given for sending the case back."),
        "motive_unanswered": _("A motive for an earlier återremiss had not been answered."),
        "points_unanswered": _("All comments from the remiss had not been answered."),
    }
    known = [sentences[code] for code in decision.despite if code in sentences]
    if not known:
        return []
    note = [_("Reason given: %(note)s") % {"note": decision.note}] if decision.note else []
    return [_("The minutes record the decision all the same:"), *known, *note]


def _corrections(decision: Any) -> list[str]:
    return [
        _("Corrected on %(day)s. It was first recorded as %(was)s. Reason: %(reason)s")
        % {
            "day": date_format(correction.corrected_on),
            "was": correction.was,
            "reason": correction.reason,
        }
        for correction in decision.corrections.all()
    ]
