"""Recording one § of a body's minutes, and letting it take effect."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from plandocs.models import Case, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.text.compare import BlockChange
from plandocs.vocabulary import APPROVING, ChangeKind, Outcome
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import Decision, Motive, ParagraphClaim, Vote
from workflow.procedure.amendments import require_amendments
from workflow.procedure.consequence import Consequence, consequence_of
from workflow.procedure.memos import asked_of
from workflow.procedure.minutes import Minutes
from workflow.procedure.text_as_sent import require_text_as_sent
from workflow.procedure.transitions import Step, advance
from workflow.record.log import log_fact
from workflow.rules import paragraphs
from workflow.services.cases.stage import follow_stage
from workflow.services.locking import lock_case
from workflow.services.publication.adopting import adopt
from workflow.services.texts.editing import record_changes, rewrite


@transaction.atomic
def record_decision(
    *, case: Case, minutes: Minutes, user: Any, form_key: UUID | None = None
) -> Decision:
    """Record one § and let it take effect: all of it happens, or none.

    The deciding body's bifall publishes and freezes the text, its avslag ends the case; an
    återremiss returns it to its authors; what is tabled stays where it is. The same form sent
    twice (``form_key``) records one decision.

    Raises RuleViolation with the codes of the rules that the § breaks; those that protect are
    lifted by ``minutes.despite`` together with a note. ``form_already_sent`` where the form was
    sent before with another §.
    """
    permissions.require(permissions.may_record_decision(user), who=_("the registrar"))
    case = lock_case(case)
    if form_key and (earlier := Decision.objects.filter(form_key=form_key).first()):
        _require_same(earlier, case, minutes)
        return earlier
    _require_note(minutes)
    text = case.latest_text()
    consequence = consequence_of(case, minutes)
    hindrances = consequence.hindrances(minutes.despite)
    if hindrances and hindrances[0].code != "step_not_possible":
        raise hindrances[0]
    require_text_as_sent(case, text)
    if hindrances:
        raise hindrances[0]
    decision = _write(case, minutes, consequence, text, user=user, form_key=form_key)
    if consequence.step:
        advance(case, consequence.step)
    _log(case, decision, consequence, user)
    if consequence.step is Step.ADOPT:
        adopt(case=case, decision=decision, user=user)
    if consequence.step:
        follow_stage(case, user=user, comment=decision.note)
    return decision


def _require_same(earlier: Decision, case: Case, minutes: Minutes) -> None:
    """A form that comes back with something else in it is not the same form sent twice."""
    recorded = (earlier.case_id, earlier.body_id, earlier.decided_on, earlier.paragraph)
    said = (case.pk, minutes.body.pk, minutes.decided_on, minutes.paragraph)
    if (recorded, earlier.outcome) != (said, str(minutes.outcome)):
        raise RuleViolation(
            _(
                "This form has been sent already, and recorded %(decision)s. Nothing more was "
                "recorded. Open a new form on the page of the case for another §."
            )
            % {"decision": earlier},
            code="form_already_sent",
        )


def _require_note(minutes: Minutes) -> None:
    if minutes.despite and not minutes.note.strip():
        raise RuleViolation(
            _(
                "A decision recorded in spite of a rule needs a reason. Write what the adjusted "
                "minutes say and why it is recorded."
            ),
            code="note_missing",
            source="kommunallagen (2017:725) 13 kap. 8–9 §§",
        )


def _write(
    case: Case,
    minutes: Minutes,
    consequence: Consequence,
    text: PlanRevisionPage,
    *,
    user: Any,
    form_key: UUID | None,
) -> Decision:
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
    _claim_paragraph(decision)
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


def _as_proposed(case: Case, minutes: Minutes) -> list[str]:
    """What the body was asked is what it decided, where it says only that it approves."""
    return asked_of(case, minutes.body) if minutes.outcome in APPROVING else []


def _amended(
    case: Case, minutes: Minutes, text: PlanRevisionPage, *, user: Any
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


def _claim_paragraph(decision: Decision) -> None:
    """Take the §; the database refuses the second of two registrars who record it at once."""
    if decision.paragraph is None:
        return
    try:
        with transaction.atomic():
            ParagraphClaim.objects.create(
                body=decision.body,
                year=decision.decided_on.year,
                number=decision.paragraph,
                decision=decision,
            )
    except IntegrityError:
        raise paragraphs.paragraph_taken(
            number=decision.paragraph,
            body=decision.body.name,
            year=decision.decided_on.year,
            taken_by=_("another case"),
        ) from None


def _log(case: Case, decision: Decision, consequence: Consequence, user: Any) -> None:
    log_fact(
        case,
        "record_decision",
        user=user,
        on=decision.decided_on,
        decision=decision.pk,
        body=decision.body.code,
        paragraph=decision.paragraph,
        outcome=decision.outcome,
        basis=decision.basis,
        despite=decision.despite,
        note=decision.note,
        step=consequence.step.value if consequence.step else "",
        sha256=decision.text_sha256,
    )
