"""What a body decided and what followed, said as a person would say it."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import POSTPONING, AppealOutcome
from workflow.models import Announcement, Appeal, Decision, PlanEnding
from workflow.reading.way.telling import Telling
from workflow.record.appeals import appeal_words, notice_words
from workflow.record.deviations import deviation_sentence
from workflow.record.outcomes import basis_words, words_of


def tell_decision(decision: Decision, case: Case) -> Telling:
    """Tell one § of one body's minutes, with what was put right in it since.

    What the body itself changed in the text is public when the case is decided (TF 2:12).
    """
    return Telling(
        day=decision.current_date,
        title=words_of(decision, case).heading % {"body": decision.body_name},
        sentences=[*_return_basis(decision), *_deviations(decision), *_corrections(decision)],
        is_strong=True,
        decision=decision,
        changes=list(decision.changes.all()) if case.is_ended else [],
    )


def tell_ending(ending: PlanEnding) -> Telling:
    """Tell that another plan ended by the same §."""
    return Telling(
        ending.ended_on, _("“%(plan)s” ended in the same §") % {"plan": ending.plan.title}
    )


def tell_notice(notice: Announcement) -> Telling:
    """Tell that the time to appeal has begun."""
    told = _("They were adjusted on %(adjusted)s. The last day to appeal: %(last)s.") % {
        "adjusted": date_format(notice.adjusted_on),
        "last": date_format(notice.appealable_until),
    }
    return Telling(notice.announced_on, notice_words(notice).heading, [told])


def tell_appeal(appeal: Appeal) -> Telling:
    """Tell what became known of an appeal."""
    return Telling(appeal.known_on, appeal_words(AppealOutcome(appeal.outcome)).heading)


def _return_basis(decision: Decision) -> list[str]:
    basis = basis_words(decision) if decision.outcome in POSTPONING else None
    return [basis.told] if basis else []


def _deviations(decision: Decision) -> Iterator[str]:
    """Say openly where the minutes record something that the rules would have refused."""
    if not decision.despite:
        return
    yield _("The minutes record the decision all the same:")
    yield from map(deviation_sentence, decision.despite)
    if decision.note:
        yield _("Reason given: %(note)s") % {"note": decision.note}


def _corrections(decision: Decision) -> list[str]:
    return [
        _("Corrected on %(day)s. It was first recorded as %(was)s. Reason: %(reason)s")
        % {
            "day": date_format(correction.corrected_on),
            "was": correction.was,
            "reason": correction.reason,
        }
        for correction in decision.corrections.all()
    ]
