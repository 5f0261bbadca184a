"""The way of a case as a picture: its stops in columns, one row for each time the way is walked."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext

from plandocs.vocabulary import CaseStage, OrganisationType, Outcome
from workflow.admin.cases.page.stops import State, Stop, columns_of, stage_of, stop_name
from workflow.models import Decision, RemissOpening, Submission
from workflow.record.chronicle import Chronicle
from workflow.record.outcomes import outcome_in_words


@dataclass(slots=True)
class Way:
    """The laps of the way; ``columns`` is how many stops the way has."""

    laps: list[list[Stop]]
    columns: int

    @property
    def has_loops(self) -> bool:
        """Whether the case has been sent back."""
        return len(self.laps) > 1


def draw_way(chronicle: Chronicle) -> Way:
    """Return the way of a case as its record tells it."""
    return _Drawing(chronicle).draw()


class _Drawing:
    """The laps under construction. A stop to the left of the last one begins a new lap."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.chronicle = chronicle
        self.case = chronicle.case
        self.columns = columns_of(self.case, chronicle.of(Decision))
        self.laps: list[list[Stop]] = [[]]

    def draw(self) -> Way:
        self._stop(CaseStage.UTKAST, _on(self.case.opened_on))
        for event in self.chronicle.events:
            match event.fact:
                case Decision() as decision:
                    self._decided(decision)
                case RemissOpening() as opening:
                    self._sent_out(opening)
                case Submission(moved_case=True) as submission:
                    self._sent_up(submission)
        self._stand_here()
        self._fill_in()
        return Way(self.laps, len(self.columns))

    @property
    def last(self) -> Stop:
        return self.laps[-1][-1]

    def _stop(self, stage: CaseStage, fact: str = "") -> None:
        if stage not in self.columns:
            return
        column = self.columns.index(stage) + 1
        lap = self.laps[-1]
        if lap and lap[-1].column == column:
            stop = lap[-1]
        else:
            if lap and column < lap[-1].column:
                lap[-1].turns_back = True
                lap = []
                self.laps.append(lap)
            stop = Stop(stage, stop_name(stage, self.case), column)
            lap.append(stop)
        if fact:
            stop.facts.append(fact)

    def _decided(self, decision: Decision) -> None:
        stage = stage_of(decision.body, self.case)
        if stage is None:
            return
        number = f" § {decision.current_paragraph}" if decision.current_paragraph else ""
        said = outcome_in_words(decision, self.case)
        self._stop(stage, f"{_on(decision.current_date)}{number}: {said}")
        if decision.outcome == Outcome.ATERREMISS:
            self._stop(CaseStage.BEARBETAS)
        elif hasattr(decision, "adoption"):
            self._stop(CaseStage.ANTAGEN, _on(decision.current_date))

    def _sent_out(self, opening: RemissOpening) -> None:
        if self.last.stage == CaseStage.BEARBETAS and not self.last.facts and self._is_first_lap():
            self.laps[-1].pop()
        closed_on = opening.page.closed_on
        last = closed_on or opening.page.closes_on
        self._stop(CaseStage.PA_REMISS, f"{_on(opening.opened_on)} – {_on(last)}")
        if closed_on:
            self._stop(CaseStage.BEARBETAS)

    def _is_first_lap(self) -> bool:
        return len(self.laps) == 1

    def _sent_up(self, submission: Submission) -> None:
        if submission.body.type == OrganisationType.UTSKOTT:
            return
        if self.last.stage in (CaseStage.HOS_KSAU, CaseStage.PA_REMISS):
            self._stop(CaseStage.BEARBETAS)

    def _stand_here(self) -> None:
        stage = CaseStage(self.case.stage)
        if stage == CaseStage.AVSLAGEN:
            self._stop(CaseStage.ANTAGEN)
            self.last.name = pgettext("stop on the way", "Rejected")
        elif self.last.stage != stage:
            self._stop(stage)
        self.last.state = State.CURRENT

    def _fill_in(self) -> None:
        """Show what is left on the last lap, and what the first one passed by."""
        for number, lap in enumerate(self.laps):
            taken = {stop.column for stop in lap}
            is_last = number == len(self.laps) - 1
            start, end = lap[0].column, lap[-1].column
            for column, stage in enumerate(self.columns, start=1):
                if column in taken or column < start:
                    continue
                if start < column < end:
                    may_come = is_last and stage == CaseStage.PA_REMISS and _is_reworked(lap[-1])
                    state = State.AHEAD if may_come else State.PASSED_BY
                    lap.append(Stop(stage, stop_name(stage, self.case), column, state))
                elif column > end and is_last and not self.case.is_ended:
                    lap.append(Stop(stage, stop_name(stage, self.case), column, State.AHEAD))
            lap.sort(key=lambda stop: stop.column)


def _is_reworked(stop: Stop) -> bool:
    """Whether the case stands where a remiss can still be opened."""
    return stop.stage == CaseStage.BEARBETAS and stop.state is State.CURRENT


def _on(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
