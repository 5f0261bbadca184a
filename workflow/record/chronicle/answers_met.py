"""What officials answered to motives and comments: public once a memo has carried it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from plandocs.models import Bemotande, Case
from workflow.models import MotiveAnswer
from workflow.record.chronicle.event import Event, PointsMet
from workflow.record.publicity import Carrier, public_since


def motives_met(answers: Iterable[MotiveAnswer], carried: list[Carrier]) -> Iterator[Event]:
    """Tell what was done with each motive; it was registered when it became public."""
    for answer in answers:
        written = answer.registered_at
        since = public_since(answer.answered_on, written, carried)
        yield Event(answer.answered_on, since or written, answer, since is not None)


def points_met(case: Case, carried: list[Carrier]) -> Iterator[Event]:
    """Tell what was done with the points of a day that became public at one instant."""
    together: dict[tuple[date, datetime | None], list[Bemotande]] = defaultdict(list)
    of_case = Bemotande.objects.filter(point__answer__round__opening__case=case)
    for met in of_case.order_by("pk"):
        since = public_since(met.answered_on, met.registered_at, carried)
        together[met.answered_on, since].append(met)
    for (day, since), bemotanden in together.items():
        written = max(met.registered_at for met in bemotanden)
        yield Event(day, since or written, PointsMet(tuple(bemotanden)), since is not None)
