"""Which decisions and plans stand on a day: for lists, in a few queries whatever their length.

What is known of one plan is asked of the plan itself, and of what hangs on it.
"""

from collections.abc import Container
from datetime import date

from plandocs.models import Case, PlanPage, PlanRevisionPage
from plandocs.vocabulary import AppealOutcome

STEP = PlanRevisionPage.steplen  # treebeard: the length of one level in a page's path


def quashed_decisions(*, on: date = date.max) -> set[int]:
    """Return the keys of decisions that had been quashed, as far as was known on ``on``.

    One query while no court has quashed anything, three after that.
    """
    cases = Case.objects.filter(decisions__appeals__outcome=AppealOutcome.UPPHAVT).distinct()
    return {
        decision.pk
        for case in cases.prefetch_related("decisions__appeals")
        for decision in case.decisions.all()
        if decision.is_quashed(on=on)
    }


def ended_plans(*, on: date = date.max, quashed: Container[int] | None = None) -> dict[str, date]:
    """Return the paths of plans that have ended on ``on``, each with the day it ended.

    ``quashed``: what ``quashed_decisions`` has said already.
    """
    if quashed is None:
        quashed = quashed_decisions(on=on)
    rows = (
        PlanPage.objects.filter(endings__ended_on__lte=on)
        .order_by("-endings__ended_on")  # the first day is written last
        .values_list("path", "endings__ended_on", "endings__decision")
    )
    return {path: day for path, day, decision in rows if decision not in quashed}


def texts_in_force(*, on: date) -> set[int]:
    """Return the keys of the decided texts in force on ``on``: the newest of plans not ended."""
    quashed = quashed_decisions(on=on)
    ended = ended_plans(on=on, quashed=quashed)
    rows = (
        PlanRevisionPage.objects.adopted(by=on)
        .exclude(adoption__decision__in=quashed)
        .values_list("path", "pk")
    )
    newest: dict[str, int] = {}
    for path, pk in rows:
        newest.setdefault(path[:-STEP], pk)
    return {pk for plan, pk in newest.items() if plan not in ended}
