"""What the elected read of a case while it is being prepared."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from plandocs.models import (
    Bemotande,
    Case,
    Organisation,
    RemissAnswer,
    RemissPoint,
    RemissRoundPage,
)
from workflow.models import Decision, Submission
from workflow.procedure.next_body import deciding_now
from workflow.procedure.next_step import NextStep, next_step
from workflow.procedure.situation import situation_of, situations
from workflow.reading.body import read_body
from workflow.reading.nodes import Reading
from workflow.record.answers import AnswerTold, PointTold, told_to_officials
from workflow.record.changes_shown import ChangeShown, change_shown, changes_shown
from workflow.record.chronicle import chronicle_of
from workflow.record.deviations import deviation_sentence
from workflow.record.outcomes import DecisionShown, decision_shown


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the list."""

    case: Case
    step: NextStep
    who: str


@dataclass(frozen=True, slots=True)
class PointRead:
    """A point with its bemötande, and what changed for its sake."""

    point: RemissPoint
    bemotande: Bemotande | None
    change: ChangeShown | None


@dataclass(frozen=True, slots=True)
class AnswerRead:
    """An answer with its points."""

    answer: RemissAnswer
    points: list[PointRead]


@dataclass(slots=True)
class CaseRead:
    """A case with everything that lies before its members."""

    case: Case
    step: NextStep
    body: Organisation | None
    memos: list[Submission]
    decisions: list[DecisionShown]
    changes: list[ChangeShown]
    since: Decision | None
    rounds: list[RemissRoundPage]
    answers: dict[int, list[AnswerRead]]

    @property
    def last_memo(self) -> Submission | None:
        return self.memos[-1] if self.memos else None

    @property
    def memo_deviations(self) -> list[str]:
        """The rules that the last memo was sent in spite of."""
        memo = self.last_memo
        return [deviation_sentence(code) for code in memo.despite] if memo else []

    @property
    def newest_first(self) -> list[Submission]:
        """The memos, the one sent last first."""
        return self.memos[::-1]

    @property
    def returns(self) -> list[DecisionShown]:
        """The §§ that sent the case back, with their motives."""
        return [read for read in self.decisions if read.decision.motives.all()]

    @property
    def answers_by_round(self) -> list[tuple[RemissRoundPage, list[AnswerRead]]]:
        return [(page, self.answers.get(page.pk, [])) for page in self.rounds]


@dataclass(slots=True)
class DraftRead:
    """The text as it was last saved, for the shared templates."""

    reading: Reading
    language: str = ""


def read_list(*, on: date) -> list[Row]:
    """Return every case. A fixed number of queries."""
    cases = list(Case.objects.select_related("handlaggare", "decided_by"))
    known = situations(cases, on=on)
    steps = [(case, next_step(case, known[case.pk], on=on)) for case in cases]
    return [Row(case, step, step.who_in_words(case)) for case, step in steps]


def read_case(case: Case, *, on: date) -> CaseRead:
    """Return the case as it lies before the members on ``on``."""
    situation = situation_of(case, on=on)
    chronicle = chronicle_of(case)
    decisions, memos = chronicle.of(Decision), chronicle.of(Submission)
    prefetch_related_objects(decisions, "votes")
    prefetch_related_objects(memos, "memo__attachments")
    return CaseRead(
        case=case,
        step=next_step(case, situation, on=on),
        body=deciding_now(case),
        memos=memos,
        decisions=[decision_shown(found, case) for found in decisions],
        changes=[] if case.is_ended else changes_shown(case),
        since=case.decisions.last_on_text(),
        rounds=chronicle.rounds,
        answers=_answers(chronicle.rounds),
    )


def read_draft(case: Case) -> DraftRead:
    """Return the text as it was last saved."""
    return DraftRead(read_body(case.latest_text().body.raw_data))


def _answers(rounds: list[RemissRoundPage]) -> dict[int, list[AnswerRead]]:
    prefetch_related_objects(rounds, "answers__points__bemotande")
    return {
        page.pk: [_answer(answered) for answered in told_to_officials(page, page.answers.all())]
        for page in rounds
    }


def _answer(answered: AnswerTold) -> AnswerRead:
    return AnswerRead(answered.answer, [_point(met) for met in answered.points])


def _point(met: PointTold) -> PointRead:
    change = change_shown(met.change) if met.change else None
    return PointRead(met.point, met.bemotande, change)
