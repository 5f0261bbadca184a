"""What sending a memo would do, and what must be done first."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation
from plandocs.vocabulary import CaseStage, OrganisationType
from workflow.errors import RuleViolation
from workflow.procedure.consequence import RECORDABLE
from workflow.procedure.moment import Moment
from workflow.procedure.moves import move_of_memo
from workflow.procedure.part_in_case import Part, part_of
from workflow.procedure.steps.memos import left_undone
from workflow.procedure.transitions import Move, next_stage
from workflow.record.outcomes import stage_in_words


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Something left undone, and where it is done. ``code`` is empty where nothing lifts it."""

    message: str
    place: str
    code: str = ""


@dataclass(slots=True)
class Sending:
    """What sending to a body leads to."""

    happens: list[str] = field(default_factory=list)
    hindrances: list[Hindrance] = field(default_factory=list)
    refusal: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether it can be sent as things are."""
        return not (self.hindrances or self.refusal)

    @property
    def liftable(self) -> bool:
        """Whether a registrar could record it in spite of what is left undone."""
        return bool(self.hindrances) and all(found.code for found in self.hindrances)


def foresee(case: Case, to: Organisation, *, on: date) -> Sending:
    """Say what sending a memo to ``to`` on ``on`` would do to ``case``."""
    sending = Sending()
    try:
        move = move_of_memo(case, to)
    except RuleViolation as violation:
        sending.refusal = violation.message
        return sending
    if move is None:
        sending.happens = [_("The memo is filed with the case, and moves nothing.")]
        return sending
    target = next_stage(case, move)
    if target is None:
        sending.refusal = _("The case cannot go to %(body)s from where it stands.") % {
            "body": to.name
        }
        return sending
    sending.happens = _happens(case, to, move, target)
    sending.hindrances = _hindrances(Moment(case, on))
    return sending


def _happens(case: Case, to: Organisation, move: Move, target: CaseStage) -> list[str]:
    said = [_("The case goes on to: %(stage)s.") % {"stage": stage_in_words(target, case)}]
    past_board = (
        move is Move.SEND_TO_BOARD
        and part_of(to, case) is Part.DECIDES
        and to.type == OrganisationType.FULLMAKTIGE
    )
    if past_board:
        said.append(
            _("The executive board has not put its proposal on this text, so it comes first.")
        )
    said.append(_("The text is locked. After that, changes are made and marked on the case."))
    said.append(_("The registrar sees that a decision is to be recorded."))
    return said


_PLACES = {
    "motive_unanswered": "motiv",
    "points_unanswered": "remiss",
    "change_unmarked": "andringar",
}
"""Where on the page of the case each thing is done that must be done first."""


def _hindrances(moment: Moment) -> list[Hindrance]:
    return [
        Hindrance(refusal.message, _PLACES.get(refusal.code, ""), _lifted_by(refusal))
        for refusal in left_undone(moment)
    ]


def _lifted_by(refusal: RuleViolation) -> str:
    return refusal.code if refusal.code in RECORDABLE else ""
