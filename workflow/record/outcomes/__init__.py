"""What a body did with a case, in words: each outcome once, in every form that a reader meets."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import POSTPONING, Basis, CaseStage, Outcome
from workflow.models import Decision
from workflow.procedure.part_in_case import Part, part_of
from workflow.record.deviations import deviation_sentence
from workflow.record.outcomes.approvals import approved, approved_with_an_amendment
from workflow.record.outcomes.refusals import rejected, taken_off_the_agenda
from workflow.record.outcomes.returns import (
    BasisWords,
    Strength,
    basis_words,
    how_many_asked,
    referred_back,
    strength_of,
    tabled,
)
from workflow.record.outcomes.words import OutcomeWords

__all__ = [
    "BasisWords",
    "DecisionShown",
    "OutcomeWords",
    "basis_words",
    "decision_shown",
    "how_many_asked",
    "outcome_in_words",
    "outcome_label",
    "outcome_words",
    "stage_in_words",
    "words_of",
]


def words_of(decision: Decision, case: Case, *, amendments: int = 1) -> OutcomeWords:
    """Return the words for what a § did with ``case``, in the active language."""
    return outcome_words(
        Outcome(decision.outcome),
        part_of(decision.body, case),
        strength=strength_of(decision),
        amendments=amendments,
    )


def outcome_words(
    outcome: Outcome, part: Part, *, amendments: int = 1, strength: Strength = Strength.UNSAID
) -> OutcomeWords:
    """Return the words for an outcome, by the part that the body has in the case."""
    match outcome:
        case Outcome.BIFALL:
            return approved(part)
        case Outcome.BIFALL_MED_ANDRING:
            return approved_with_an_amendment(part, amendments)
        case Outcome.AVSLAG:
            return rejected(part)
        case Outcome.ATERREMISS:
            return referred_back(strength)
        case Outcome.BORDLAGGNING:
            return tabled(strength)
        case Outcome.UTGAR:
            return taken_off_the_agenda()


def outcome_label(outcome: str, *, decides: bool) -> str:
    """Name an outcome. Only the body that decides the case approves; others follow a proposal."""
    return outcome_words(Outcome(outcome), Part.DECIDES if decides else Part.OTHER).label


def outcome_in_words(decision: Decision, case: Case) -> str:
    """Name what a § did, with on whose strength where that matters."""
    label = words_of(decision, case).label
    if decision.outcome in POSTPONING and decision.basis == Basis.MINORITY:
        return _("%(outcome)s by a minority") % {"outcome": label}
    return label


def stage_in_words(stage: CaseStage, case: Case) -> str:
    """Name a stage as it would read if the case stood there."""
    shown = Case(stage=stage, decided_by=case.decided_by)
    return shown.stage_label


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A § with its words, and the rules that it departs from, each as a sentence."""

    decision: Decision
    outcome: str
    deviations: list[str]


def decision_shown(decision: Decision, case: Case) -> DecisionShown:
    """Return a § of ``case`` in the active language."""
    deviations = [deviation_sentence(code) for code in decision.despite]
    return DecisionShown(decision, outcome_in_words(decision, case), deviations)
