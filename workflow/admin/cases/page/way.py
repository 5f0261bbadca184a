"""The way of a case as a picture: its stops in columns, one row for each time the way is walked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.models import Case, Organisation
from plandocs.vocabulary import CaseStage, OrganisationType, Outcome
from workflow.models import Decision, Submission
from workflow.procedure.path import stages_on_path
from workflow.procedure.situation import Round, Situation
from workflow.record.outcomes import outcome_in_words

_LAST_PART = re.compile(r"(?<=\w)(fullmäktige|styrelse|nämnd|utskott)")

ORDER = (
    CaseStage.UTKAST,
    CaseStage.HOS_KSAU,
    CaseStage.PA_REMISS,
    CaseStage.BEARBETAS,
    CaseStage.HOS_KS,
    CaseStage.HOS_KF,
    CaseStage.ANTAGEN,
)


class State(StrEnum):
    """Where a stop is on the way."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    PASSED_BY = "passed_by"


@dataclass(slots=True)
class Stop:
    """One stage in one lap, with what happened there."""

    stage: CaseStage
    name: str
    column: int
    state: State = State.DONE
    facts: list[str] = field(default_factory=list)
    turns_back: bool = False

    @property
    def state_in_words(self) -> str:
        """Say the state, for those who do not see the picture."""
        return {
            State.DONE: _("done"),
            State.CURRENT: _("here now"),
            State.AHEAD: _("not yet"),
            State.PASSED_BY: _("passed by"),
        }[self.state]


@dataclass(slots=True)
class Way:
    """The laps of the way; ``columns`` is how many stops the way has."""

    laps: list[list[Stop]]
    columns: int

    @property
    def has_loops(self) -> bool:
        """Whether the case has been sent back."""
        return len(self.laps) > 1


def draw_way(case: Case, situation: Situation, submissions: Iterable[Submission]) -> Way:
    """Return the way of ``case`` as its record tells it."""
    return _Drawing(case, situation, list(submissions)).draw()


class _Drawing:
    """The laps under construction. A stop to the left of the last one begins a new lap."""

    def __init__(self, case: Case, situation: Situation, submissions: list[Submission]) -> None:
        self.case = case
        self.situation = situation
        self.submissions = submissions
        self.columns = _columns(case, situation)
        self.laps: list[list[Stop]] = [[]]

    def draw(self) -> Way:
        self._stop(CaseStage.UTKAST, _on(self.case.opened_on))
        for _day, _order, event in sorted(self._events(), key=lambda found: found[:2]):
            if isinstance(event, Decision):
                self._decided(event)
            elif isinstance(event, Round):
                self._sent_out(event)
            else:
                self._sent_up(event)
        self._stand_here()
        self._fill_in()
        return Way(self.laps, len(self.columns))

    def _events(self) -> Iterable[tuple[date, tuple[int, int], Decision | Round | Submission]]:
        for submission in self.submissions:
            if submission.moved_case:
                yield submission.sent_on, (1, submission.pk), submission
        for opened in self.situation.rounds:
            yield opened.opened_on, (2, opened.pk), opened
        for decision in self.situation.decisions:
            yield decision.decided_on, (3, decision.pk), decision

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
            stop = Stop(stage, _name(stage, self.case), column)
            lap.append(stop)
        if fact:
            stop.facts.append(fact)

    def _decided(self, decision: Decision) -> None:
        stage = _stage_of(decision.body, self.case)
        if stage is None:
            return
        number = f" § {decision.current_paragraph}" if decision.current_paragraph else ""
        said = outcome_in_words(decision, decides=decision.body_id == self.case.decided_by_id)
        self._stop(stage, f"{_on(decision.current_date)}{number}: {said}")
        if decision.outcome == Outcome.ATERREMISS:
            self._stop(CaseStage.BEARBETAS)
        elif hasattr(decision, "adoption"):
            self._stop(CaseStage.ANTAGEN, _on(decision.current_date))

    def _sent_out(self, opened: Round) -> None:
        if self.last.stage == CaseStage.BEARBETAS and not self.last.facts and self._is_first_lap():
            self.laps[-1].pop()
        last = opened.closed_on or opened.closes_on
        self._stop(CaseStage.PA_REMISS, f"{_on(opened.opened_on)} – {_on(last)}")
        if opened.closed_on:
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
                    lap.append(Stop(stage, _name(stage, self.case), column, state))
                elif column > end and is_last and not self.case.is_ended:
                    lap.append(Stop(stage, _name(stage, self.case), column, State.AHEAD))
            lap.sort(key=lambda stop: stop.column)


def _is_reworked(stop: Stop) -> bool:
    """Whether the case stands where a remiss can still be opened."""
    return stop.stage == CaseStage.BEARBETAS and stop.state is State.CURRENT


def _columns(case: Case, situation: Situation) -> list[CaseStage]:
    """Return the stages of the case's path, with those it has visited all the same."""
    on_path = stages_on_path(case) | {CaseStage.UTKAST, CaseStage.ANTAGEN, case.deciding_stage}
    on_path |= {
        _stage_of(decision.body, case) or CaseStage.UTKAST for decision in situation.decisions
    }
    if case.deciding_stage == CaseStage.HOS_KS:
        on_path -= {CaseStage.HOS_KF}
    elif case.decided_by.type != OrganisationType.FULLMAKTIGE:
        visited = {_stage_of(decision.body, case) for decision in situation.decisions}
        if CaseStage.HOS_KS not in visited and case.stage != CaseStage.HOS_KS:
            on_path -= {CaseStage.HOS_KS}
    return [stage for stage in ORDER if stage in on_path]


def _stage_of(body: Organisation, case: Case) -> CaseStage | None:
    if body.pk == case.decided_by_id:
        return case.deciding_stage
    return {
        OrganisationType.STYRELSE: CaseStage.HOS_KS,
        OrganisationType.UTSKOTT: CaseStage.HOS_KSAU,
    }.get(OrganisationType(body.type))


def _name(stage: CaseStage, case: Case) -> str:
    if stage == case.deciding_stage:
        return _breakable(case.decided_by.name)
    return {
        CaseStage.UTKAST: pgettext("stop on the way", "Draft"),
        CaseStage.HOS_KSAU: pgettext("stop on the way", "The working committee"),
        CaseStage.PA_REMISS: pgettext("stop on the way", "Remiss"),
        CaseStage.BEARBETAS: pgettext("stop on the way", "Reworking"),
        CaseStage.HOS_KS: pgettext("stop on the way", "The executive board"),
        CaseStage.ANTAGEN: pgettext("stop on the way", "Adopted"),
    }[stage]


def _breakable(name: str) -> str:
    """Let a long compound break before its last part, with a soft hyphen."""
    return _LAST_PART.sub("\N{SOFT HYPHEN}\\1", name)


def _on(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
