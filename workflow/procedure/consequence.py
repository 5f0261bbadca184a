"""What a § would mean: its step, its basis, its motives, and every rule it would break.

Nothing is written here: the form shows the result before it is saved, and the service that
records the decision starts from the same result.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import (
    POSTPONING,
    SETTLING,
    Basis,
    CaseStage,
    OrganisationType,
    Outcome,
)
from workflow.errors import RuleViolation
from workflow.models import ParagraphClaim
from workflow.procedure.minutes import Minutes
from workflow.procedure.moves import move_of_minutes
from workflow.procedure.part_in_case import Part, part_of
from workflow.procedure.preparation import (
    board_could_comment,
    proposals,
)
from workflow.procedure.transitions import Move, is_possible, step_not_possible
from workflow.rules import aterremiss, beredning, motives, quorum, votes
from workflow.rules.aterremiss_in_words import explain_referral
from workflow.rules.jav import counted_for_quorum
from workflow.rules.paragraph_number import paragraph_taken

RECORDABLE = frozenset(
    {
        "beredning_missing",
        "changed_in_substance",
        "quorum_missing",
        "not_enough_support",
        "minority_right_spent",
        "motive_missing",
        "motive_unanswered",
        "points_unanswered",
    }
)
"""Codes that protect but do not rewrite history: minutes that say a thing was decided are a fact
until a court quashes it (KL 13:8–9)."""


@dataclass(slots=True)
class Consequence:
    """What recording the § would do, and why it may not be done."""

    move: Move | None = None
    basis: Basis | None = None
    carried: list[bool] = field(default_factory=list)
    explanation: str = ""
    violations: list[RuleViolation] = field(default_factory=list)

    def hindrances(self, despite: frozenset[str]) -> list[RuleViolation]:
        """Return the violations that recording in spite of ``despite`` does not lift."""
        return [
            found
            for found in self.violations
            if found.code not in RECORDABLE or found.code not in despite
        ]

    def deviations(self) -> list[RuleViolation]:
        """Return the violations that the registrar may record in spite of."""
        return [found for found in self.violations if found.code in RECORDABLE]


def consequence_of(case: Case, minutes: Minutes) -> Consequence:
    """Try the § against every rule. The most specific refusal comes first."""
    result = Consequence()
    for check in (_count, _number, _attend, _support, _give_motives, _prepare, _place_step):
        try:
            check(case, minutes, result)
        except RuleViolation as violation:
            result.violations.append(violation)
    return result


def _count(case: Case, minutes: Minutes, result: Consequence) -> None:
    votes.check_attendance(present=minutes.present, members=minutes.members)
    votes.check_votes(minutes.votes, present=minutes.present)
    if ballot := minutes.ballot_on_outcome():
        votes.check_ballot(ballot, members=minutes.members, present=minutes.present)
    aterremiss.check_request(requested_by=minutes.requested_by, present=minutes.attendance)


def _number(case: Case, minutes: Minutes, result: Consequence) -> None:
    if minutes.paragraph is None:
        return
    claim = (
        ParagraphClaim.objects.filter(
            body=minutes.body, year=minutes.decided_on.year, number=minutes.paragraph
        )
        .select_related("decision__case")
        .first()
    )
    if claim:
        raise paragraph_taken(
            number=minutes.paragraph,
            body=minutes.body.name,
            year=minutes.decided_on.year,
            taken_by=claim.decision.case.diarienummer,
        )


def _attend(case: Case, minutes: Minutes, result: Consequence) -> None:
    quorum.require_quorum(
        present=minutes.attendance,
        members=minutes.members,
        jav=counted_for_quorum(body_type=OrganisationType(minutes.body.type), jav=len(minutes.jav)),
    )


def _support(case: Case, minutes: Minutes, result: Consequence) -> None:
    ballot = minutes.ballot_on_outcome()
    if minutes.outcome in SETTLING:
        votes.require_majority(ballot)
        return
    if minutes.outcome not in POSTPONING:
        return
    request = aterremiss.Request(
        ballot=ballot,
        requested_by=minutes.requested_by,
        present=minutes.present,
        minority_right=minutes.body.type == OrganisationType.FULLMAKTIGE,
        minority_referred_before=minority_referred_before(case, minutes),
    )
    result.explanation = explain_referral(request, outcome=minutes.outcome)
    shown = aterremiss.basis_shown(aterremiss.referral(request))
    result.basis = minutes.basis if minutes.basis and minutes.note.strip() else shown
    if result.basis == Basis.MAJORITY and ballot is None:
        return  # carried without a vote, whoever asked for it
    aterremiss.require_referral(request)
    if result.basis == Basis.MINORITY and request.minority_referred_before:
        raise aterremiss.right_spent()


def minority_referred_before(case: Case, minutes: Minutes) -> bool:
    """Whether a minority of the same body has already tabled or returned this case (KL 5:50)."""
    return case.decisions.filter(
        body=minutes.body, outcome__in=POSTPONING, basis=Basis.MINORITY
    ).exists()


def _give_motives(case: Case, minutes: Minutes, result: Consequence) -> None:
    """Only an återremiss has motives that must be answered; others are kept as they were put."""
    present = minutes.attendance
    result.carried = [False] * len(minutes.motives)
    if minutes.outcome == Outcome.ATERREMISS:
        result.carried = motives.carried(
            [motive.supporters for motive in minutes.motives], present=present
        )
    motives.require_motives(
        outcome=minutes.outcome,
        in_fullmaktige=minutes.body.type == OrganisationType.FULLMAKTIGE,
        motives=[motive.text for motive in minutes.motives],
    )
    for motive in minutes.motives:
        aterremiss.check_request(requested_by=motive.supporters, present=present)


def _prepare(case: Case, minutes: Minutes, result: Consequence) -> None:
    """Refuse a decision in the matter by KF on a text that was not prepared (R2)."""
    decides = part_of(minutes.body, case) is Part.DECIDES
    if not decides or minutes.outcome not in SETTLING or case.is_ended:
        return
    if not beredning.needs_beredning(OrganisationType(minutes.body.type)):
        return
    if case.stage == CaseStage.PA_REMISS:
        return
    beredning.require_beredning(
        proposals=proposals(case), board_could_comment=board_could_comment(case)
    )


def _place_step(case: Case, minutes: Minutes, result: Consequence) -> None:
    if case.stage == CaseStage.PA_REMISS and part_of(minutes.body, case) is not Part.OTHER:
        raise RuleViolation(
            _("The remiss is still open, so no body can decide. Close the remiss first."),
            code="remiss_open",
        )
    result.move = move_of_minutes(case, minutes)
    if result.move and not is_possible(case, result.move):
        raise step_not_possible(case)
