"""The rows in which one § is kept: the decision, what it changed, its votes and motives."""

from uuid import UUID

from django.contrib.auth.models import User

from plandocs.models import Case, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.text.compare import BlockChange
from plandocs.vocabulary import APPROVING, ChangeKind, Outcome
from workflow.models import Decision, Motive, Vote
from workflow.procedure.amendments import require_amendments
from workflow.procedure.consequence import Consequence
from workflow.procedure.memos import asked_of
from workflow.procedure.minutes import Minutes
from workflow.services.decisions.claiming import claim_paragraph
from workflow.services.texts.editing import rewrite
from workflow.services.texts.marking import record_changes


def write_decision(
    case: Case,
    minutes: Minutes,
    consequence: Consequence,
    text: PlanRevisionPage,
    *,
    user: User,
    form_key: UUID | None,
) -> Decision:
    """Write the § into the record, and the body's own amendments into the text.

    Raises RuleViolation: ``amendment_missing``, ``phrase_not_found``, ``paragraph_taken``.
    """
    decision = _as_minuted(case, minutes, consequence)
    decision.recorded_by, decision.form_key = user, form_key
    text, amended = _amended(case, minutes, text, user=user)
    decision.text_revision = text.get_latest_revision()
    decision.text_sha256 = text_sha256(text)
    decision.save(force_insert=True)
    record_changes(
        case,
        amended,
        kind=ChangeKind.I_SAK,
        text=text,
        on=minutes.decided_on,
        user=user,
        decision=decision,
    )
    claim_paragraph(decision, number=decision.paragraph, year=decision.decided_on.year)
    _record_votes(decision, minutes)
    _record_motives(decision, minutes, consequence)
    return decision


def _as_minuted(case: Case, minutes: Minutes, consequence: Consequence) -> Decision:
    """Return the § as the minutes have it, not saved yet."""
    ballot = minutes.ballot_on_outcome()
    return Decision(
        case=case,
        body=minutes.body,
        body_name=minutes.body.name,
        decided_on=minutes.decided_on,
        paragraph=minutes.paragraph,
        outcome=minutes.outcome,
        present=minutes.attendance,
        seats=minutes.members,
        requested_by=minutes.requested_by,
        in_favour=ballot.in_favour if ballot else None,
        against=ballot.against if ballot else None,
        chair_in_favour=ballot.chair_in_favour if ballot else None,
        basis=consequence.basis or "",
        att_satser=list(minutes.att_satser) or _as_proposed(case, minutes),
        yrkanden=list(minutes.yrkanden),
        reservations=list(minutes.reservations),
        jav=list(minutes.jav),
        sent_to=list(minutes.sent_to),
        immediately_adjusted=minutes.immediately_adjusted,
        despite=sorted({found.code for found in consequence.deviations()}),
        note=minutes.note,
    )


def _as_proposed(case: Case, minutes: Minutes) -> list[str]:
    """What the body was asked is what it decided, where it says only that it approves."""
    return asked_of(case, minutes.body) if minutes.outcome in APPROVING else []


def _amended(
    case: Case, minutes: Minutes, text: PlanRevisionPage, *, user: User
) -> tuple[PlanRevisionPage, list[BlockChange]]:
    """Write the body's own amendments into the text; they are the body's wording, not ours."""
    if minutes.outcome != Outcome.BIFALL_MED_ANDRING:
        return text, []
    require_amendments(case, minutes)
    blocks: list[BlockChange] = []
    for amendment in minutes.changes:
        text, changed = rewrite(text, find=amendment.find, replace=amendment.replace, user=user)
        blocks += changed
    return text, blocks


def _record_votes(decision: Decision, minutes: Minutes) -> None:
    Vote.objects.bulk_create(
        Vote(
            decision=decision,
            question=vote.question,
            ja_for=vote.ja_for,
            nej_for=vote.nej_for,
            ja=vote.ja,
            nej=vote.nej,
            avstar=vote.avstar,
            is_closed=vote.is_closed,
            ja_names=list(vote.roll_call.ja),
            nej_names=list(vote.roll_call.nej),
            avstar_names=list(vote.roll_call.avstar),
        )
        for vote in minutes.votes
    )


def _record_motives(decision: Decision, minutes: Minutes, consequence: Consequence) -> None:
    Motive.objects.bulk_create(
        Motive(
            decision=decision,
            number=number,
            text=motive.text,
            supporters=motive.supporters,
            carried=carried,
        )
        for number, (motive, carried) in enumerate(
            zip(minutes.motives, consequence.carried, strict=True), start=1
        )
        if motive.text.strip()
    )
