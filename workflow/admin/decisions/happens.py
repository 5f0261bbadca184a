"""What recording a § would lead to, one sentence for each thing."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case
from plandocs.vocabulary import Basis, CaseStage, OrganisationType, Outcome
from workflow.procedure.consequence import Consequence
from workflow.procedure.in_force import plans_to_end
from workflow.procedure.minutes import Minutes
from workflow.procedure.part_in_case import Part, part_of
from workflow.procedure.transitions import Move, next_stage
from workflow.record.outcomes import stage_in_words
from workflow.rules.appeal import is_appealable_kind

NOT_NOW = frozenset({"step_not_possible", "remiss_open"})
"""Refusals of the step itself, which nothing in the form can put right."""


def what_happens(case: Case, minutes: Minutes, consequence: Consequence) -> list[str]:
    """Return what recording ``minutes`` does to ``case``; nothing where it cannot come now."""
    if any(found.code in NOT_NOW for found in consequence.violations):
        return []
    move = consequence.move
    target = next_stage(case, move) if move else None
    said = []
    if move is Move.ADOPT:
        said += _adopts(case, minutes)
    elif move is Move.REJECT:
        said.append(_("The case ends. The text is kept, and is not published."))
    elif move is Move.STAY:
        said.append(_("The case stays with %(body)s.") % {"body": minutes.body.name})
    elif target is not None:
        said.append(_("The case goes on to: %(stage)s.") % {"stage": stage_in_words(target, case)})
    elif move is None and part_of(minutes.body, case) is Part.OTHER:
        said.append(_("The view of the body is kept with the case, and moves nothing."))
    if minutes.outcome == Outcome.ATERREMISS:
        said += _refers_back(case, minutes, consequence)
    if consequence.basis == Basis.MINORITY:
        said.append(_("The right of a minority is then used in this case (KL 5 kap. 50 §)."))
    if move is Move.COMMITTEE_DECIDES and minutes.outcome == Outcome.BIFALL:
        said.append(_("After that the text can be sent out on remiss."))
    decides = part_of(minutes.body, case) is Part.DECIDES
    if is_appealable_kind(
        decides=decides, body_type=OrganisationType(minutes.body.type), outcome=minutes.outcome
    ):
        said.append(
            _("The decision can be appealed for three weeks from the day its notice is put up.")
        )
    return said


def _adopts(case: Case, minutes: Minutes) -> list[str]:
    said = [
        _("The text is adopted, published on the web and frozen: it cannot be changed after that.")
    ]
    said += [
        _("“%(plan)s” ends in the same §.") % {"plan": plan.title} for plan in plans_to_end(case)
    ]
    return said


def _refers_back(case: Case, minutes: Minutes, consequence: Consequence) -> list[str]:
    carried = sum(consequence.carried)
    said = [_("The proposal of the executive board ends, and the same way is walked again.")]
    if carried:
        said.append(
            ngettext(
                "%(count)d motive must be answered before the case can go up again.",
                "%(count)d motives must be answered before the case can go up again.",
                carried,
            )
            % {"count": carried}
        )
    return said if case.stage != CaseStage.HOS_KSAU else said[1:]
