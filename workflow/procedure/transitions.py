"""The table of what may follow what, and the only writer of ``Case.stage``."""

from enum import StrEnum

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import BEFORE_BODY, DRAFTED, ENDED, CaseStage
from workflow.errors import RuleViolation
from workflow.procedure.path import stages_on_path


class Move(StrEnum):
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
_BEFORE_ADOPTION = [stage for stage in S if stage in DRAFTED | BEFORE_BODY]

NEXT_STAGE: dict[tuple[CaseStage, Move], CaseStage] = {
    (S.UTKAST, Move.SEND_TO_COMMITTEE): S.HOS_KSAU,
    (S.BEARBETAS, Move.SEND_TO_COMMITTEE): S.HOS_KSAU,
    (S.HOS_KSAU, Move.COMMITTEE_DECIDES): S.BEARBETAS,
    (S.HOS_KSAU, Move.REFER_BACK): S.BEARBETAS,
    (S.HOS_KSAU, Move.STAY): S.HOS_KSAU,
    (S.BEARBETAS, Move.OPEN_REMISS): S.PA_REMISS,
    (S.PA_REMISS, Move.CLOSE_REMISS): S.BEARBETAS,
    (S.BEARBETAS, Move.SEND_TO_BOARD): S.HOS_KS,
    (S.HOS_KF, Move.SEND_TO_BOARD): S.HOS_KS,
    (S.BEARBETAS, Move.SEND_TO_DECIDING_BODY): S.HOS_KF,
    (S.HOS_KS, Move.BOARD_PROPOSES): S.HOS_KF,
    (S.HOS_KF, Move.BOARD_PROPOSES): S.HOS_KF,
    (S.HOS_KS, Move.REFER_BACK): S.BEARBETAS,
    (S.HOS_KF, Move.REFER_BACK): S.BEARBETAS,
    (S.HOS_KS, Move.STAY): S.HOS_KS,
    (S.HOS_KF, Move.STAY): S.HOS_KF,
    **{(stage, Move.ADOPT): S.ANTAGEN for stage in _BEFORE_ADOPTION},
    **{(stage, Move.REJECT): S.AVSLAGEN for stage in _BEFORE_ADOPTION},
}
"""Stage and move give the next stage. Adopting or rejecting out of turn is refused by the rule of
beredning, unless the minutes say that it was done all the same; therefore the table holds it."""

WITHOUT_COMMITTEE: dict[tuple[CaseStage, Move], CaseStage] = {
    (S.UTKAST, Move.OPEN_REMISS): S.PA_REMISS,
    (S.UTKAST, Move.SEND_TO_BOARD): S.HOS_KS,
    (S.UTKAST, Move.SEND_TO_DECIDING_BODY): S.HOS_KF,
}
"""What a draft may do besides, where the path of cases has no arbetsutskott."""

_ON_EVERY_PATH = ENDED | {S.BEARBETAS}


def next_stage(case: Case, move: Move) -> CaseStage | None:
    """Return where ``move`` leads from here, or None where it does not follow."""
    path = stages_on_path(case)
    key = CaseStage(case.stage), move
    target = NEXT_STAGE.get(key)
    if target is None and S.HOS_KSAU not in path:
        target = WITHOUT_COMMITTEE.get(key)
    return target if target in path | _ON_EVERY_PATH else None


def is_possible(case: Case, move: Move) -> bool:
    """Whether ``move`` follows from where the case stands."""
    return next_stage(case, move) is not None


def advance(case: Case, move: Move) -> None:
    """Make the move. Call inside a transaction, with the row locked.

    Raises RuleViolation (``step_not_possible``) where the table, or the path that an
    administrator has laid, has no such move.
    """
    target = next_stage(case, move)
    if target is None:
        raise step_not_possible(case)
    case.stage = target
    case.save(update_fields=["stage"])


def step_not_possible(case: Case, why: str = "") -> RuleViolation:
    """Return the refusal of a step that does not follow from where the case stands."""
    message = _("The case %(diarienummer)s is “%(stage)s”, so this step is not possible now.") % {
        "diarienummer": case.diarienummer,
        "stage": case.stage_label,
    }
    return RuleViolation(f"{message} {why}".strip(), code="step_not_possible")
