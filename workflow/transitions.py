"""The table of what may follow what, and the only writer of ``Case.stage``."""

from enum import StrEnum

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.errors import RuleViolation


class Step(StrEnum):
    """Everything that can happen to a case's stage."""

    SEND_TO_COMMITTEE = "send_to_committee"
    COMMITTEE_DECIDES = "committee_decides"
    OPEN_REMISS = "open_remiss"
    CLOSE_REMISS = "close_remiss"
    SEND_TO_BOARD = "send_to_board"
    SEND_TO_DECIDING_BODY = "send_to_deciding_body"
    BOARD_PROPOSES = "board_proposes"
    REFER_BACK = "refer_back"
    STAY = "stay"
    ADOPT = "adopt"
    REJECT = "reject"


S = CaseStage
_BEFORE_ADOPTION = (S.UTKAST, S.HOS_KSAU, S.BEARBETAS, S.HOS_KS, S.HOS_KF)

NEXT_STAGE: dict[tuple[CaseStage, Step], CaseStage] = {
    (S.UTKAST, Step.SEND_TO_COMMITTEE): S.HOS_KSAU,
    (S.BEARBETAS, Step.SEND_TO_COMMITTEE): S.HOS_KSAU,
    (S.HOS_KSAU, Step.COMMITTEE_DECIDES): S.BEARBETAS,
    (S.HOS_KSAU, Step.REFER_BACK): S.BEARBETAS,
    (S.HOS_KSAU, Step.STAY): S.HOS_KSAU,
    (S.BEARBETAS, Step.OPEN_REMISS): S.PA_REMISS,
    (S.PA_REMISS, Step.CLOSE_REMISS): S.BEARBETAS,
    (S.UTKAST, Step.SEND_TO_BOARD): S.HOS_KS,
    (S.BEARBETAS, Step.SEND_TO_BOARD): S.HOS_KS,
    (S.HOS_KF, Step.SEND_TO_BOARD): S.HOS_KS,
    (S.BEARBETAS, Step.SEND_TO_DECIDING_BODY): S.HOS_KF,
    (S.HOS_KS, Step.BOARD_PROPOSES): S.HOS_KF,
    (S.HOS_KF, Step.BOARD_PROPOSES): S.HOS_KF,
    (S.HOS_KS, Step.REFER_BACK): S.BEARBETAS,
    (S.HOS_KF, Step.REFER_BACK): S.BEARBETAS,
    (S.HOS_KS, Step.STAY): S.HOS_KS,
    (S.HOS_KF, Step.STAY): S.HOS_KF,
    **{(stage, Step.ADOPT): S.ANTAGEN for stage in _BEFORE_ADOPTION},
    **{(stage, Step.REJECT): S.AVSLAGEN for stage in _BEFORE_ADOPTION},
}
"""CASE → step → stage. Adopting out of turn is refused by the rules, unless the minutes say it
was done all the same; therefore the table holds it (CASEFILE: codes marked *)."""


def is_possible(case: Case, step: Step) -> bool:
    """Whether ``step`` follows from the case's stage."""
    return (CaseStage(case.stage), step) in NEXT_STAGE


def advance(case: Case, step: Step) -> None:
    """Move ``case`` one step. Call inside a transaction, with the row locked.

    Raises RuleViolation (``step_not_possible``) where the table has no such step.
    """
    try:
        case.stage = NEXT_STAGE[CaseStage(case.stage), step]
    except KeyError:
        raise step_not_possible(case) from None
    case.save(update_fields=["stage"])


def step_not_possible(case: Case, why: str = "") -> RuleViolation:
    """Return the refusal of a step that does not follow from where the case stands."""
    message = _("The case %(diarienummer)s is “%(stage)s”, so this step is not possible now.") % {
        "diarienummer": case.diarienummer,
        "stage": case.stage_label,
    }
    return RuleViolation(f"{message} {why}".strip(), code="step_not_possible")
