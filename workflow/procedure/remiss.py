"""Whether a text may be sent out on remiss from where its case stands, and what comes first."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import APPROVING, DRAFTED, CaseStage, OrganisationType
from workflow.models import Decision
from workflow.procedure.path import stages_on_path
from workflow.procedure.transitions import Move, is_possible, step_not_possible


def require_may_be_sent_out(case: Case) -> None:
    """Refuse to send a text out from where its case stands, and say what is to be done first.

    Raises RuleViolation: ``step_not_possible``.
    """
    if case.stage in DRAFTED:
        _require_committee(case)
    if not is_possible(case, Move.OPEN_REMISS):
        raise step_not_possible(case, _what_first(case))


def committee_approved(decisions: Iterable[Decision]) -> bool:
    """Whether the working committee approved when it last met (KL 6:41, R1)."""
    of_committee = [found for found in decisions if found.body.type == OrganisationType.UTSKOTT]
    last = max(of_committee, key=lambda found: (found.current_date, found.pk), default=None)
    return last is not None and last.outcome in APPROVING


def _require_committee(case: Case) -> None:
    """Where the path has a working committee, its approval orders the remiss (KL 6:41, R1)."""
    if CaseStage.HOS_KSAU not in stages_on_path(case):
        return
    if not committee_approved(case.decisions.select_related("body")):
        raise step_not_possible(
            case,
            _(
                "The working committee has not approved that the text is sent out. "
                "Send a memo to the committee first."
            ),
        )


def _what_first(case: Case) -> str:
    match CaseStage(case.stage):
        case CaseStage.HOS_KSAU:
            return _("Record first what the working committee decided.")
        case CaseStage.PA_REMISS:
            return _("The text is out on remiss already.")
        case CaseStage.HOS_KS | CaseStage.HOS_KF:
            return _("If the case is referred back, the text can be sent out again.")
        case CaseStage.ANTAGEN | CaseStage.AVSLAGEN:
            return _("The case has been decided.")
    return _("The path of the case has no remiss.")
