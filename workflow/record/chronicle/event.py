"""One thing that happened to a case: the fact that was written down, its day and its place."""

from dataclasses import dataclass
from datetime import date, datetime

from plandocs.models import Bemotande, Case, RemissAnswer, RemissExtension, RemissRoundPage
from workflow import models


@dataclass(frozen=True, slots=True)
class RemissClosing:
    """That a round was closed."""

    page: RemissRoundPage


@dataclass(frozen=True, slots=True)
class PointsMet:
    """What was said on one day of points of the remiss, and became public at once if at all."""

    bemotanden: tuple[Bemotande, ...]


Fact = (
    Case
    | models.TextChange
    | models.Submission
    | models.Decision
    | models.DecisionCorrection
    | models.Adoption
    | models.PlanEnding
    | models.Announcement
    | models.Appeal
    | models.LagaKraft
    | models.RemissOpening
    | RemissExtension
    | RemissAnswer
    | RemissClosing
    | PointsMet
    | models.MotiveAnswer
    | models.TranslationRelease
)
"""What a case can be told by. Whoever tells of them all ends in ``assert_never``, so that mypy
finds the teller that has forgotten one."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on ``day``, as the record now has it, and was registered at an instant.

    What happened on different days is told by the day. What happened on one day is told in the
    order in which it was registered: the services let nothing be registered before what it rests
    on, so no kind of fact has a rank of its own.
    """

    day: date
    registered_at: datetime
    fact: Fact
    is_public: bool = True
    """Whether the public may know that it happened."""
