"""What has happened to a case, told once: one set of queries, one order.

The public way, the officials' picture and log, the journal, a memo's background and the reading
room choose from it what their reader is to know, and word it with ``workflow.record``.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self, TypeVar

from plandocs.models import Case, RemissRoundPage
from workflow.models import RemissOpening
from workflow.record.chronicle.event import Event, Fact, PointsMet, RemissClosing
from workflow.record.chronicle.gathering import gather

__all__ = ["Chronicle", "Event", "Fact", "PointsMet", "RemissClosing", "chronicle_of"]

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The events of ``case`` in the order in which they are told."""

    case: Case
    events: tuple[Event, ...]

    def of(self, kind: type[F]) -> list[F]:
        return [event.fact for event in self.events if isinstance(event.fact, kind)]

    @property
    def rounds(self) -> list[RemissRoundPage]:
        return [opening.page for opening in self.of(RemissOpening)]

    def until(self, day: date) -> Self:
        """Return what had happened up to and on ``day``."""
        return replace(self, events=tuple(event for event in self.events if event.day <= day))

    def public(self) -> Self:
        """Return what the public may know."""
        return replace(self, events=tuple(event for event in self.events if event.is_public))


def chronicle_of(case: Case, *, with_texts: bool = False) -> Chronicle:
    """Gather what has happened to ``case``, in a fixed number of queries.

    ``with_texts`` brings the texts that bodies had and that were sent out, to be compared.
    """
    events = sorted(gather(case, with_texts=with_texts), key=_place)
    return Chronicle(case, tuple(events))


def _place(event: Event) -> tuple[object, ...]:
    return event.day, event.registered_at
