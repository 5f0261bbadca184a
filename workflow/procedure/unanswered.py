"""What is left to answer before a case may go up again: points of remisser, carried motives."""

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import Count

from plandocs.models import RemissPoint
from workflow.models import Motive


class Tally(NamedTuple):
    """How many there are, and how many of them have an answer."""

    total: int = 0
    answered: int = 0

    @property
    def left(self) -> int:
        """How many wait for an answer."""
        return self.total - self.answered


NOTHING = Tally()


def points_of(cases: Collection[int]) -> dict[int, Tally]:
    """Return the points of the remisser of each case, by its key: one query."""
    rows = (
        RemissPoint.objects.filter(answer__round__opening__case__in=cases)
        .values("answer__round__opening__case")
        .annotate(total=Count("pk"), met=Count("bemotande"))
    )
    return {row["answer__round__opening__case"]: Tally(row["total"], row["met"]) for row in rows}


def motives_of(cases: Collection[int]) -> dict[int, Tally]:
    """Return the carried motives of each case, by its key: one query."""
    rows = (
        Motive.objects.filter(decision__case__in=cases, carried=True)
        .order_by()
        .values("decision__case")
        .annotate(total=Count("pk"), met=Count("answer"))
    )
    return {row["decision__case"]: Tally(row["total"], row["met"]) for row in rows}
