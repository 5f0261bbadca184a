"""Answers as whoever gave them reads them: each point, what was done with it, and the new words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plandocs.models import Bemotande, RemissAnswer, RemissPoint, RemissRoundPage
from plandocs.text.compare import (
    BlockChange,
    TextBlock,
    blocks_of,
    blocks_of_stream,
    compare_blocks,
)
from plandocs.vocabulary import APPROVING, FOLLOWING, OrganisationType
from workflow.record.publicity import public_until


@dataclass(frozen=True, slots=True)
class PointTold:
    """A point with its bemötande, once a memo has carried it, and the sentence it changed.

    To whoever answered, ``change`` is told once a body has proposed or adopted a text that differs
    there from the one sent out: what nobody has decided on is not shown.
    """

    point: RemissPoint
    bemotande: Bemotande | None
    change: BlockChange | None


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """One answer, with what came of each of its points."""

    answer: RemissAnswer
    points: list[PointTold]


def told_to_respondents(page: RemissRoundPage, answers: Iterable[RemissAnswer]) -> list[AnswerTold]:
    """Return the answers with what may be known of how they were met."""
    case = page.opening.case
    return _read(answers, until=public_until(case, case.submissions.all()), changes=_decided(page))


def told_to_officials(page: RemissRoundPage, answers: Iterable[RemissAnswer]) -> list[AnswerTold]:
    """Return the answers as those who prepare the case read them, beside the text as it stands."""
    changes = _changes(page, blocks_of(page.opening.case.latest_text()))
    return _read(answers, until=date.max, changes=changes)


def _read(
    answers: Iterable[RemissAnswer], *, until: date, changes: dict[str, BlockChange]
) -> list[AnswerTold]:
    def met(point: RemissPoint) -> PointTold:
        bemotande = getattr(point, "bemotande", None)
        if bemotande is None or bemotande.answered_on > until:
            return PointTold(point, None, None)
        return PointTold(point, bemotande, changes.get(_changed_place(point, bemotande)))

    return [AnswerTold(answer, [met(point) for point in answer.points.all()]) for answer in answers]


def _changed_place(point: RemissPoint, bemotande: Bemotande) -> str:
    """Return the place the bemötande points at; else, where it was heeded, the one commented on."""
    if bemotande.block_id or bemotande.response not in FOLLOWING:
        return str(bemotande.block_id)
    return str(point.block_id)


def _decided(page: RemissRoundPage) -> dict[str, BlockChange]:
    """Return what differs, by block, between the text sent out and the text decided on since."""
    of_case = page.opening.case.decisions.select_related("body", "text_revision")
    decisions = [
        decision
        for decision in of_case.prefetch_related("corrections")
        if decision.outcome in APPROVING
        and decision.body.type != OrganisationType.UTSKOTT
        and decision.current_date >= page.opened_on
    ]
    if not decisions:
        return {}
    last = max(decisions, key=lambda decision: (decision.current_date, decision.pk))
    return _changes(page, blocks_of(last.text_revision.as_object()))


def _changes(page: RemissRoundPage, now: list[TextBlock]) -> dict[str, BlockChange]:
    before = blocks_of_stream(list(page.text.raw_data))
    return {change.id: change for change in compare_blocks(before, now)}
