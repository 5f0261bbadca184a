"""Where cases stand, gathered for one case or a whole list in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from plandocs.models import Case
from plandocs.models.remiss import is_past
from plandocs.vocabulary import APPROVING, OrganisationType
from workflow.models import Announcement, Decision, RemissOpening
from workflow.procedure.in_force import texts_in_force
from workflow.procedure.unanswered import NOTHING, Tally, motives_of, points_of
from workflow.rules.appeal import AppealStatus


@dataclass(slots=True)
class Round:
    """A remiss round, without its text."""

    pk: int
    opened_on: date
    closes_on: date
    closed_on: date | None
    answers: int = 0

    def is_over(self, *, on: date) -> bool:
        """Whether the last day has passed while the round still waits to be closed."""
        return self.closed_on is None and is_past(self.closes_on, on=on)


@dataclass(slots=True)
class Situation:
    """What the next step of a case depends on, besides its stage."""

    decisions: list[Decision] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    points: Tally = NOTHING
    motives: Tally = NOTHING
    is_in_force: bool = False

    @property
    def committee_approved(self) -> bool:
        """Whether the working committee approved when it last met (KL 6:41, R1)."""
        of_committee = [d for d in self.decisions if d.body.type == OrganisationType.UTSKOTT]
        last = max(of_committee, key=lambda found: (found.current_date, found.pk), default=None)
        return last is not None and last.outcome in APPROVING

    @property
    def open_round(self) -> Round | None:
        """The round that has not been closed."""
        return next((found for found in self.rounds if found.closed_on is None), None)

    def last_of(self, body_id: int) -> Decision | None:
        """Return the last § of a body."""
        return next((d for d in reversed(self.decisions) if d.body_id == body_id), None)

    def waits_for_notice(self, case: Case) -> Decision | None:
        """Return the deciding body's last § where its notice has not been recorded."""
        return None if self.notice(case) else self.last_of(case.decided_by_id)

    def notice(self, case: Case) -> Announcement | None:
        """Return the notice of the deciding body's last §, once it is up."""
        return getattr(self.last_of(case.decided_by_id), "announcement", None)

    def appeal_status(self, case: Case, *, on: date) -> AppealStatus:
        """How far the deciding body's last § has come towards laga kraft."""
        last = self.last_of(case.decided_by_id)
        return last.appeal_status(on=on) if last else AppealStatus.NOT_ANNOUNCED


def situations(cases: Iterable[Case], *, on: date) -> dict[int, Situation]:
    """Return the situation of each case on ``on``, by its key. A fixed number of queries."""
    cases = list(cases)
    keys = [case.pk for case in cases]
    found: dict[int, Situation] = defaultdict(Situation)
    for decision in _decisions(keys):
        found[decision.case_id].decisions.append(decision)
    for case_id, opened in _rounds(keys):
        found[case_id].rounds.append(opened)
    for key, tally in points_of(keys).items():
        found[key].points = tally
    for key, tally in motives_of(keys).items():
        found[key].motives = tally
    if any(case.is_adopted for case in cases):
        in_force = texts_in_force(on=on)
        for case in cases:
            found[case.pk].is_in_force = case.revision_id in in_force
    return {key: found[key] for key in keys}


def situation_of(case: Case, *, on: date) -> Situation:
    """Return the situation of one case on ``on``."""
    return situations([case], on=on)[case.pk]


def _decisions(keys: list[int]) -> Iterable[Decision]:
    return (
        Decision.objects.filter(case__in=keys)
        .select_related("body", "announcement", "laga_kraft", "adoption")
        .prefetch_related("appeals", "corrections")
        .order_by("pk")
    )


def _rounds(keys: list[int]) -> Iterable[tuple[int, Round]]:
    rows = (
        RemissOpening.objects.filter(case__in=keys)
        .annotate(answers=Count("page__answers"))
        .order_by("opened_on", "pk")
        .values_list(
            "case_id",
            "page_id",
            "page__opened_on",
            "page__closes_on",
            "page__closed_on",
            "answers",
        )
    )
    return [
        (case_id, Round(page_id, opened_on, closes_on, closed_on, answers))
        for case_id, page_id, opened_on, closes_on, closed_on, answers in rows
    ]
