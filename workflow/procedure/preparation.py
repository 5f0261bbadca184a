"""How a case is prepared (KL 5:26–28): the proposals on its text, and the memo a body has."""

from plandocs.models import Case
from plandocs.vocabulary import PROPOSING, SETTLING, OrganisationType, Outcome
from workflow.models import Decision
from workflow.procedure.changes import changes_since, is_in_substance
from workflow.rules.beredning import Proposal


def proposing_decisions(case: Case) -> list[Decision]:
    """Return the proposals put since the last återremiss, which ends those before it (R2)."""
    decisions = list(case.decisions.select_related("body", "text_revision").order_by("pk"))
    referrals = [i for i, found in enumerate(decisions) if found.outcome == Outcome.ATERREMISS]
    after = decisions[referrals[-1] + 1 :] if referrals else decisions
    return [
        found
        for found in after
        if found.body.type in PROPOSING
        and found.outcome in SETTLING
        and found.body_id != case.decided_by_id
    ]


def proposals(case: Case) -> list[Proposal]:
    """Return each body's last proposal, with how the text has changed since."""
    last = {decision.body_id: decision for decision in proposing_decisions(case)}
    text = case.latest_text()
    found = []
    for decision in last.values():
        in_substance = is_in_substance(changes_since(decision, text=text))
        found.append(
            Proposal(
                body_type=OrganisationType(decision.body.type),
                on_this_text=not in_substance,
                changed_in_substance=in_substance,
            )
        )
    return found


def proposal_stands(case: Case) -> bool:
    """Whether kommunstyrelsen's proposal stands on the text as it reads now."""
    return any(
        proposal.body_type == OrganisationType.STYRELSE and proposal.on_this_text
        for proposal in proposals(case)
    )


def board_could_comment(case: Case) -> bool:
    """Whether kommunstyrelsen has had the case since the last återremiss (KL 5:27)."""
    referred = case.decisions.last_referral()
    sent = case.submissions.filter(moved_case=True)
    decided = case.decisions.filter(body__type=OrganisationType.STYRELSE)
    if referred:
        sent = sent.filter(registered_at__gt=referred.registered_at)
        decided = decided.filter(pk__gt=referred.pk)
    return decided.exists() or any(
        submission.body.type in (OrganisationType.STYRELSE, OrganisationType.FULLMAKTIGE)
        for submission in sent.select_related("body")
    )
