"""Correcting a § that was recorded wrongly, by a new fact that names the old."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import Adoption, Decision, DecisionCorrection, PlanEnding
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.rules.notice import require_possible_dates
from workflow.services.decisions.claiming import reclaim_paragraph
from workflow.services.locking import lock_case


@transaction.atomic
def correct_decision(
    *,
    decision: Decision,
    paragraph: int | None,
    decided_on: date,
    reason: str,
    on: date,
    user: User,
) -> DecisionCorrection:
    """Say which § and day the decision truly had. What the decision did stands.

    The wrong number becomes free for the matter that has it. A text that the decision adopted,
    and a plan that it ended, have the right day from now on.

    Raises RuleViolation: ``not_permitted``, ``nothing_to_correct``, ``reason_missing``,
    ``dates_impossible``, ``paragraph_taken``.
    """
    permissions.require("record_decision", user)
    lock_case(decision.case)
    decision = Decision.objects.get(pk=decision.pk)  # another correction may have come between
    if (paragraph, decided_on) == (decision.current_paragraph, decision.current_date):
        said = _("%(decision)s is what is recorded already, so there is nothing to correct.")
        raise RuleViolation(said % {"decision": decision}, code="nothing_to_correct")
    if not reason.strip():
        raise RuleViolation(
            _("A correction needs a reason. Write how the mistake was found."),
            code="reason_missing",
        )
    announcement = getattr(decision, "announcement", None)
    require_possible_dates(
        decided_on=decided_on,
        adjusted_on=announcement.adjusted_on if announcement else None,
        announced_on=announcement.announced_on if announcement else None,
    )
    correction = DecisionCorrection.objects.create(
        decision=decision,
        paragraph=paragraph,
        decided_on=decided_on,
        was=str(decision)[:200],
        reason=reason.strip(),
        corrected_on=on,
        corrected_by=user,
    )
    Adoption.objects.filter(decision=decision).update(adopted_on=decided_on)
    PlanEnding.objects.filter(decision=decision).update(ended_on=decided_on)
    reclaim_paragraph(decision, number=paragraph, year=decided_on.year)
    register(decision.case, correction)
    log_fact(
        decision.case,
        "correct_decision",
        user=user,
        on=on,
        decision=decision.pk,
        was=correction.was,
        paragraph=paragraph,
        decided_on=decided_on.isoformat(),
        reason=correction.reason,
    )
    return correction
