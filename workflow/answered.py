"""Answers as whoever gave them reads them: each point, what was done with it, and the new words."""

from collections.abc import Iterable
from dataclasses import dataclass

from plandocs.comparison import BlockChange, blocks_of, blocks_of_stream, compare_blocks
from plandocs.models import Bemotande, Case, RemissAnswer, RemissPoint, RemissRoundPage
from plandocs.reading.publicity import public_until
from plandocs.vocabulary import OrganisationType, Outcome

_APPROVALS = (Outcome.BIFALL, Outcome.BIFALL_MED_ANDRING)


@dataclass(frozen=True, slots=True)
class AnsweredPoint:
    """A point with its bemötande, once a memo has carried it, and the sentence it changed.

    ``change`` is set once a body has proposed or adopted a text that differs there from the one
    sent out: what nobody has decided on is not shown.
    """

    point: RemissPoint
    bemotande: Bemotande | None
    change: BlockChange | None


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, with what came of each of its points."""

    answer: RemissAnswer
    points: list[AnsweredPoint]


def read_answered(page: RemissRoundPage, answers: Iterable[RemissAnswer]) -> list[Answered]:
    """Return the answers with what may be known of how they were met."""
    case = page.opening.case
    until = public_until(case, case.submissions.all())
    changes = _changes(case, page)

    def met(point: RemissPoint) -> AnsweredPoint:
        bemotande = getattr(point, "bemotande", None)
        if bemotande is None or bemotande.answered_on > until:
            return AnsweredPoint(point, None, None)
        return AnsweredPoint(point, bemotande, changes.get(str(bemotande.block_id)))

    return [Answered(answer, [met(point) for point in answer.points.all()]) for answer in answers]


def _changes(case: Case, page: RemissRoundPage) -> dict[str, BlockChange]:
    """Return what differs, by block, between the text sent out and the text decided on since."""
    decisions = [
        decision
        for decision in case.decisions.select_related("body", "text_revision")
        if decision.outcome in _APPROVALS
        and decision.body.type != OrganisationType.UTSKOTT
        and decision.current_date >= page.opened_on
    ]
    if not decisions:
        return {}
    last = max(decisions, key=lambda decision: (decision.current_date, decision.pk))
    before = blocks_of_stream(list(page.text.raw_data))
    after = blocks_of(last.text_revision.as_object())
    return {change.id: change for change in compare_blocks(before, after)}
