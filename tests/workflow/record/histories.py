"""Any history of a case: what is possible where it stands is done, many things on one day."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from plandocs.models import RemissPoint, RemissRoundPage
from plandocs.vocabulary import (
    AnswerChannel,
    AppealOutcome,
    CaseStage,
    ChangeKind,
    MotiveResponse,
    Outcome,
    PointResponse,
    Stance,
)
from tests.factories.situations import Matter
from workflow.errors import RuleViolation
from workflow.models import Motive
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.decisions import correct_decision
from workflow.services.memos.motives import answer_motive
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    NewRound,
    answer_point,
    close_remiss,
    extend_remiss,
    open_remiss,
    receive_answer,
)
from workflow.services.texts.editing import edit_text

REMISS = "remiss"
WORDS = ("Lampor", "Ljus")  # the text has always one of them

starts = st.sampled_from([Matter.before_committee, Matter.reworked, Matter.before_council])
steps = st.lists(
    st.tuples(st.integers(0, 20), st.sampled_from([0, 0, 0, 1, 12])), min_size=6, max_size=14
)
"""Each step is one of those possible then, so many days after the one before."""


@dataclass
class History:
    """A matter whose steps are noted here as they are taken, to be held against what is told.

    ``registered`` has a mark of each § and each round in the order in which they were registered,
    ``now`` the day and the mark that each has after corrections.
    """

    matter: Matter
    day: date = date(2026, 1, 12)
    registered: list[str] = field(default_factory=list)
    now: list[tuple[date, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for decision in self.matter.case.decisions.order_by("pk"):
            self.day = decision.decided_on
            self.note(f"§ {decision.paragraph}")

    @property
    def in_order(self) -> list[str]:
        """The marks by the day, and within it as they were registered."""
        return [mark for _day, mark in sorted(self.now, key=lambda noted: noted[0])]

    def note(self, mark: str) -> None:
        """Keep what was just registered."""
        self.registered.append(mark)
        self.now.append((self.day, mark))

    def take(self, choice: int, days_later: int) -> None:
        """Take one of the steps that can be taken; one that the rules refuse is not taken."""
        self.day += timedelta(days=days_later)
        possible = POSSIBLE[CaseStage(self.matter.case.stage)]
        try:
            possible[choice % len(possible)](self)
        except RuleViolation:
            return
        finally:
            self.matter.case.refresh_from_db()

    @property
    def round(self) -> RemissRoundPage:
        rounds = RemissRoundPage.objects.filter(opening__case=self.matter.case)
        return rounds.order_by("pk").last()


def memo(body):
    return lambda history: history.matter.memo(getattr(history.matter, body), history.day)


def decide(outcome):
    """Let the body that has the case decide, under a § that no other decision has."""

    def step(history):
        matter, number = history.matter, 101 + len(history.now)
        body = {CaseStage.HOS_KSAU: matter.ksau, CaseStage.HOS_KS: matter.ks}
        text = str(matter.case.latest_text().body.get_prep_value())
        find, replace = WORDS if WORDS[0] in text else WORDS[::-1]
        matter.decided(
            body.get(CaseStage(matter.case.stage), matter.kf),
            history.day,
            outcome,
            paragraph=number,
            motives=[MotiveText("Mer.", None)] if outcome == Outcome.ATERREMISS else [],
            changes=[Amendment(find, replace)],
        )
        history.note(f"§ {number}")

    return step


def correct(history):
    """Give the last § the day before, and another number."""
    decision = history.matter.case.decisions.order_by("pk").last()
    if decision is None:
        return
    old, new = f"§ {decision.current_paragraph}", 301 + int(decision.current_paragraph)
    day = decision.current_date - timedelta(days=1)
    correct_decision(
        decision=decision,
        paragraph=new,
        decided_on=day,
        reason="Skrivfel.",
        on=history.day,
        user=history.matter.registrator,
    )
    marks = [mark for _day, mark in history.now]
    history.now[marks.index(old)] = (day, f"§ {new}")


def send_out(history):
    open_remiss(
        round=NewRound(
            closes_on=history.day, to=[history.matter.ks], is_public=False, questions=[]
        ),
        case=history.matter.case,
        on=history.day,
        user=history.matter.handlaggare,
    )
    history.note(REMISS)


def extend(history):
    extend_remiss(
        round=history.round,
        closes_on=history.round.closes_on + timedelta(days=2),
        on=history.day,
        user=history.matter.handlaggare,
    )


def answer(history):
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.REGISTRERAD,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(None, "För dyrt.")],
            respondent=f"Nummer {history.round.answers.count()}",
        ),
        round=history.round,
        received_on=history.day,
        user=history.matter.registrator,
    )


def close(history):
    history.day = max(history.day, history.round.closes_on + timedelta(days=1))
    close_remiss(round=history.round, on=history.day, user=history.matter.handlaggare)


def meet(history):
    """Answer what has not been answered of motives and points."""
    matter, said = history.matter, {"reason": "Se avsnitt 3.", "on": history.day}
    for motive in Motive.objects.filter(decision__case=matter.case, answer=None):
        answer_motive(motive=motive, response=MotiveResponse.FOLJS, user=matter.handlaggare, **said)
    points = RemissPoint.objects.filter(answer__round__opening__case=matter.case, bemotande=None)
    for point in points:
        answer_point(point=point, response=PointResponse.BEAKTAS, user=matter.handlaggare, **said)


def edit(history):
    text = str(history.matter.case.latest_text().body.get_prep_value())
    find, replace = WORDS if WORDS[0] in text else WORDS[::-1]
    edit_text(
        case=history.matter.case,
        find=find,
        replace=replace,
        kind=ChangeKind.REDAKTIONELL,
        on=history.day,
        user=history.matter.handlaggare,
    )


def put_up_notice(history):
    announce(
        case=history.matter.case,
        adjusted_on=history.day,
        announced_on=history.day,
        user=history.matter.registrator,
    )


def appeal(outcome):
    return lambda history: record_appeal(
        case=history.matter.case, outcome=outcome, on=history.day, user=history.matter.registrator
    )


def gain_laga_kraft(history):
    history.day += timedelta(days=40)
    confirm_laga_kraft(case=history.matter.case, on=history.day, user=history.matter.registrator)


REWORKED = [
    send_out,
    memo("kf"),
    meet,
    edit,
    memo("ks"),
    memo("ksau"),
    correct,
]
DECIDED = [decide(outcome) for outcome in Outcome] + [correct, edit]
OUT = [answer, close, extend, answer, close]
AFTER = [
    put_up_notice,
    appeal(AppealOutcome.INLAMNAT),
    appeal(AppealOutcome.AVSLAGET),
    gain_laga_kraft,
    meet,
    correct,
]
POSSIBLE = {
    CaseStage.UTKAST: [memo("ksau"), edit],
    CaseStage.HOS_KSAU: [decide(Outcome.BIFALL), *DECIDED],
    CaseStage.BEARBETAS: REWORKED,
    CaseStage.PA_REMISS: OUT,
    CaseStage.HOS_KS: [decide(Outcome.BIFALL), *DECIDED, memo("kf")],
    CaseStage.HOS_KF: [decide(Outcome.ATERREMISS), *DECIDED],
    CaseStage.ANTAGEN: AFTER,
    CaseStage.AVSLAGEN: AFTER,
}
