"""Which decisions and texts stand on a day: of one plan, or for lists in a few queries."""

from collections.abc import Container
from datetime import date

from plandocs.models import Case, PlanPage, PlanRevisionPage
from plandocs.vocabulary import AppealOutcome
from workflow.models import Adoption, Decision, PlanEnding

STEP = PlanRevisionPage.steplen  # treebeard: the length of one level in a page's path


def revision_in_force(plan: PlanPage, *, on: date) -> PlanRevisionPage | None:
    """Return the text that was in force on ``on``, in the language of the record, without its body.

    It is the one adopted last by a decision that stands; a plan that has ended has none.
    """
    if ending_on(plan, on):
        return None
    known = Adoption.objects.of_plan(plan.original, by=on).prefetch_related("decision__appeals")
    return next((adoption.page for adoption in known if adoption.stands_on(on)), None)


def ending_on(plan: PlanPage, day: date = date.max) -> PlanEnding | None:
    """Return the first ending that stands on ``day``, of decisions that no court had quashed.

    Without a day: as far as is known.
    """
    endings = PlanEnding.objects.filter(plan=plan.original).select_related("decision")
    known = endings.prefetch_related("decision__appeals")
    return next((ending for ending in known if ending.stands_on(day)), None)


def plans_to_end(case: Case) -> list[PlanPage]:
    """Return the plans that it replaces and that have not ended: they end when it is adopted."""
    return [plan for plan in case.replaces.all() if ending_on(plan) is None]


def quashed_decisions(*, on: date = date.max) -> set[int]:
    """Return the keys of decisions that had been quashed, as far as was known on ``on``.

    One query while no court has quashed anything, two after that.
    """
    decisions = Decision.objects.filter(appeals__outcome=AppealOutcome.UPPHAVT).distinct()
    return {
        decision.pk
        for decision in decisions.prefetch_related("appeals")
        if decision.is_quashed(on=on)
    }


def ended_plans(*, on: date = date.max, quashed: Container[int] | None = None) -> dict[str, date]:
    """Return the paths of plans that have ended on ``on``, each with the day it ended.

    ``quashed``: what ``quashed_decisions`` has said already.
    """
    if quashed is None:
        quashed = quashed_decisions(on=on)
    rows = (
        PlanEnding.objects.filter(ended_on__lte=on)
        .order_by("-ended_on", "-pk")  # the first day is written last
        .values_list("plan__path", "ended_on", "decision")
    )
    return {path: day for path, day, decision in rows if decision not in quashed}


def texts_in_force(*, on: date) -> set[int]:
    """Return the keys of the decided texts in force on ``on``: the newest of plans not ended."""
    quashed = quashed_decisions(on=on)
    ended = ended_plans(on=on, quashed=quashed)
    rows = (
        Adoption.objects.adopted(by=on)
        .exclude(decision__in=quashed)
        .values_list("page__path", "page")
    )
    newest: dict[str, int] = {}
    for path, pk in rows:
        newest.setdefault(path[:-STEP], pk)
    return {pk for plan, pk in newest.items() if plan not in ended}
