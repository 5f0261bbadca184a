"""Recording one § of a body's minutes, and letting it take effect."""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import Decision
from workflow.procedure.consequence import Consequence, consequence_of
from workflow.procedure.minutes import Minutes
from workflow.procedure.texts import require_text_as_sent
from workflow.procedure.transitions import Move, advance
from workflow.record.journal import register, register_carried
from workflow.record.log import log_fact
from workflow.services.cases.stage import follow_stage
from workflow.services.decisions.minuting import write_decision
from workflow.services.locking import lock_case
from workflow.services.publication import adopt


@transaction.atomic
def record_decision(
    *, case: Case, minutes: Minutes, user: User, form_key: UUID | None = None
) -> Decision:
    """Record one § and let it take effect: all of it happens, or none.

    The deciding body's bifall publishes and freezes the text, its avslag ends the case; an
    återremiss returns it to its authors; what is tabled stays where it is. The same form sent
    twice (``form_key``) records one decision.

    Raises RuleViolation with the codes of the rules that the § breaks; those that protect are
    lifted by ``minutes.despite`` together with a note. ``form_already_sent`` where the form was
    sent before with another §.
    """
    permissions.require("record_decision", user)
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
    decision = write_decision(case, minutes, consequence, text, user=user, form_key=form_key)
    register(case, decision)
    if consequence.move:
        advance(case, consequence.move)
    _log(case, decision, consequence, user)
    if consequence.move is Move.ADOPT:
        adopt(case=case, decision=decision, user=user)
    if case.is_ended:
        register_carried(case)
    if consequence.move:
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


def _log(case: Case, decision: Decision, consequence: Consequence, user: User) -> None:
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
        step=consequence.move.value if consequence.move else "",
        sha256=decision.text_sha256,
    )
