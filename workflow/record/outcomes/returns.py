"""Återremiss and bordläggning: a case that comes back, and on whose strength (KL 5:50)."""

from dataclasses import dataclass
from enum import Enum, auto

from django.utils.translation import gettext as _

from plandocs.vocabulary import Basis, Outcome
from workflow.models import Decision
from workflow.record.outcomes.words import OutcomeWords
from workflow.rules.aterremiss import third


@dataclass(frozen=True, slots=True)
class BasisWords:
    """On whose strength a case was returned, as the public and as the minutes say it."""

    told: str
    minuted: str


class Strength(Enum):
    """What the record says of those who were behind a return."""

    MINORITY = auto()
    COUNTED_MINORITY = auto()
    VOTES = auto()
    UNSAID = auto()


def how_many_asked(decision: Decision) -> int | None:
    """Return how many asked for a return: not always counted apart from who voted for it."""
    return decision.requested_by or decision.in_favour


def basis_words(decision: Decision) -> BasisWords | None:
    """Say on whose strength a case was returned, where the record knows."""
    if not decision.basis:
        return None
    match Basis(decision.basis):
        case Basis.MAJORITY:
            return BasisWords(told=_("A majority wanted it."), minuted=_("A majority decided it."))
        case Basis.MINORITY:
            asked, present = how_many_asked(decision), decision.present
            if asked and present:
                return _counted_minority(asked, present)
            return BasisWords(
                told=_("A minority of at least a third of the members present asked for it."),
                minuted=_("The request came from a minority (kommunallagen 5 kap. 50 §)."),
            )


def _counted_minority(asked: int, present: int) -> BasisWords:
    words = {"asked": asked, "present": present, "needed": third(present)}
    return BasisWords(
        told=_(
            "%(asked)s of the %(present)s members present asked for it. A third of those present "
            "is enough (kommunallagen 5 kap. 50 §)."
        )
        % words,
        minuted=_(
            "The request came from a minority, %(asked)s of the %(present)s members present. At "
            "least %(needed)s are needed (kommunallagen 5 kap. 50 §)."
        )
        % words,
    )


def strength_of(decision: Decision) -> Strength:
    """Say what the record knows of those who were behind a return."""
    if decision.basis == Basis.MINORITY:
        is_counted = how_many_asked(decision) and decision.present
        return Strength.COUNTED_MINORITY if is_counted else Strength.MINORITY
    if decision.in_favour is not None and decision.against is not None:
        return Strength.VOTES
    return Strength.UNSAID


def referred_back(strength: Strength) -> OutcomeWords:
    """Word an återremiss."""
    told, again = _told_of_a_referral(strength)
    return OutcomeWords(
        label=str(Outcome.ATERREMISS.label).lower(),
        heading=_("%(body)s sent the case back (återremiss)"),
        registered=_("Minutes, %(paragraph)s: the case is referred back"),
        minuted=_("%(body)s refers the case back."),
        told=told,
        told_again=_came_up_again(again),
    )


def _told_of_a_referral(strength: Strength) -> tuple[str, str]:
    match strength:
        case Strength.COUNTED_MINORITY:
            return _(
                "%(body)s took up the case on %(day)s%(paragraph)s and referred it back at the "
                "request of a minority, %(asked)s of the %(present)s members present."
            ), _(
                "It was then referred back at the request of a minority, %(asked)s of the "
                "%(present)s members present."
            )
        case Strength.MINORITY:
            return _(
                "%(body)s took up the case on %(day)s%(paragraph)s and referred it back at the "
                "request of a minority."
            ), _("It was then referred back at the request of a minority.")
        case Strength.VOTES:
            return _(
                "%(body)s took up the case on %(day)s%(paragraph)s and referred it back by "
                "%(in_favour)s votes to %(against)s."
            ), _("It was then referred back by %(in_favour)s votes to %(against)s.")
        case Strength.UNSAID:
            return _("%(body)s took up the case on %(day)s%(paragraph)s and referred it back."), _(
                "It was then referred back."
            )


def tabled(strength: Strength) -> OutcomeWords:
    """Word a bordläggning."""
    told, again = _told_of_a_tabling(strength)
    return OutcomeWords(
        label=str(Outcome.BORDLAGGNING.label).lower(),
        heading=_("%(body)s put the case off to a later meeting"),
        registered=_("Minutes, %(paragraph)s: the case is tabled"),
        minuted=_("%(body)s tables the case."),
        told=told,
        told_again=_came_up_again(again),
    )


def _told_of_a_tabling(strength: Strength) -> tuple[str, str]:
    match strength:
        case Strength.COUNTED_MINORITY:
            return _(
                "%(body)s took up the case on %(day)s%(paragraph)s and tabled it at the request "
                "of a minority, %(asked)s of the %(present)s members present."
            ), _(
                "It was then tabled at the request of a minority, %(asked)s of the %(present)s "
                "members present."
            )
        case Strength.MINORITY:
            return _(
                "%(body)s took up the case on %(day)s%(paragraph)s and tabled it at the request "
                "of a minority."
            ), _("It was then tabled at the request of a minority.")
        case Strength.VOTES:
            return _(
                "%(body)s took up the case on %(day)s%(paragraph)s and tabled it by "
                "%(in_favour)s votes to %(against)s."
            ), _("It was then tabled by %(in_favour)s votes to %(against)s.")
        case Strength.UNSAID:
            return _("%(body)s took up the case on %(day)s%(paragraph)s and tabled it."), _(
                "It was then tabled."
            )


def _came_up_again(then: str) -> str:
    again = _("The case came up again before %(body)s on %(day)s%(paragraph)s.")
    return f"{again} {then}"
