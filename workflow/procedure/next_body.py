"""Which body a case goes to next, as the screens suggest it."""

from plandocs.models import Case, Organisation
from plandocs.vocabulary import DRAFTED, CaseStage, OrganisationType, Outcome
from workflow.procedure.path import stages_on_path
from workflow.procedure.preparation import proposal_stands

COMMITTEE_CODE = "KSAU"


def committee() -> Organisation | None:
    """Return kommunstyrelsens arbetsutskott, by its code or as the board's first utskott."""
    found = Organisation.objects.of_type(OrganisationType.UTSKOTT)
    by_code = found.filter(code__iexact=COMMITTEE_CODE).first()
    return by_code or found.order_by("-parent__type", "pk").first()


def board() -> Organisation | None:
    """Return kommunstyrelsen."""
    return Organisation.objects.of_type(OrganisationType.STYRELSE).first()


def memo_bodies(case: Case) -> list[Organisation]:
    """Return the bodies a memo can be written to, in the order of the case's path."""
    stages = stages_on_path(case)
    on_way = [
        committee() if CaseStage.HOS_KSAU in stages else None,
        board() if CaseStage.HOS_KS in stages or _is_board(case.decided_by) else None,
        case.decided_by,
    ]
    return list({body.pk: body for body in on_way if body}.values())


def suggested_memo_body(case: Case) -> Organisation:
    """Return the body the next memo most likely goes to."""
    stages = stages_on_path(case)
    if CaseStage.HOS_KSAU in stages and _needs_committee(case) and (found := committee()):
        return found
    if _needs_board(case):
        return board() or case.decided_by
    return case.decided_by


def deciding_now(case: Case) -> Organisation | None:
    """Return the body that has the case, and whose § is recorded next."""
    match case.stage:
        case CaseStage.HOS_KSAU:
            sent = case.submissions.select_related("body").last_up()
            return sent.body if sent and sent.body.type == OrganisationType.UTSKOTT else committee()
        case CaseStage.HOS_KS:
            return case.decided_by if case.is_at_decision else board()
        case CaseStage.HOS_KF:
            return case.decided_by
    return None


def _needs_committee(case: Case) -> bool:
    """Whether the working committee has not yet approved what it was sent."""
    if case.stage not in DRAFTED:
        return False
    last = case.decisions.order_by("pk").last()
    if last is None:
        return True
    return last.body.type == OrganisationType.UTSKOTT and last.outcome == Outcome.ATERREMISS


def _needs_board(case: Case) -> bool:
    """Whether kommunstyrelsen must put its proposal before fullmäktige can decide (KL 5:28)."""
    if case.decided_by.type != OrganisationType.FULLMAKTIGE:
        return False
    if case.stage == CaseStage.HOS_KS:
        return False
    return not proposal_stands(case)


def _is_board(body: Organisation) -> bool:
    return body.type == OrganisationType.STYRELSE
