"""The words of the record as the officials' screens say them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.models import Case
from plandocs.vocabulary import POSTPONING, Basis, CaseStage, Outcome
from workflow.models import Decision


def outcome_label(outcome: str, *, decides: bool) -> str:
    """Name an outcome. Only the body that decides the case approves; others follow a proposal."""
    if not decides and outcome == Outcome.BIFALL:
        return pgettext("what a body that does not decide did", "according to the proposal")
    if not decides and outcome == Outcome.BIFALL_MED_ANDRING:
        return pgettext(
            "what a body that does not decide did", "according to the proposal, with an amendment"
        )
    return str(Outcome(outcome).label).lower()


def outcome_in_words(decision: Decision, *, decides: bool) -> str:
    """Name what a § did, with on whose strength where that matters."""
    label = outcome_label(decision.outcome, decides=decides)
    if decision.outcome in POSTPONING and decision.basis == Basis.MINORITY:
        return _("%(outcome)s by a minority") % {"outcome": label}
    return label


def stage_in_words(stage: CaseStage, case: Case) -> str:
    """Name a stage as it would read if the case stood there."""
    shown = Case(stage=stage, decided_by=case.decided_by)
    return shown.stage_label
