"""Questions to the database, named as the registrar would ask; the day is always an argument."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from plandocs.vocabulary import ENDED, CaseStage

if TYPE_CHECKING:
    from plandocs.models import Case, Measure, Organisation, RemissAnswer  # noqa: F401


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by stage and by who holds them."""

    def running(self) -> Self:
        """Cases that no body has ended."""
        return self.exclude(stage__in=ENDED)

    def of(self, user: AbstractBaseUser) -> Self:
        """Cases of which ``user`` is the handläggare."""
        return self.filter(handlaggare=user)

    def at(self, *stages: CaseStage) -> Self:
        """Cases in any of these stages."""
        return self.filter(stage__in=stages)


class RevisionQuerySet(PageQuerySet[Any]):
    """Texts by what has been decided about them."""

    def adopted(self, *, by: date) -> Self:
        """Texts adopted on ``by`` at the latest, the newest first."""
        return self.filter(adoption__adopted_on__lte=by).order_by(
            "-adoption__adopted_on", "-adoption__pk"
        )


RevisionManager = PageManager.from_queryset(RevisionQuerySet)


class RemissQuerySet(PageQuerySet[Any]):
    """Remiss rounds by date. Open and closed are never stored, only worked out."""

    def open_on(self, day: date) -> Self:
        """Rounds that take answers on ``day``; both end dates are included."""
        return self.filter(closed_on=None, opened_on__lte=day, closes_on__gte=day)

    def closing_within(self, days: int, *, of: date) -> Self:
        """Rounds open on ``of`` whose last day is at most ``days`` calendar days away."""
        return self.open_on(of).filter(closes_on__lte=of + timedelta(days=days))

    def awaiting(self, organisation: "Organisation") -> Self:
        """Rounds in which this body was asked and has not answered."""
        return self.filter(recipients__organisation=organisation).exclude(
            answers__organisation=organisation
        )


RemissManager = PageManager.from_queryset(RemissQuerySet)


class RemissAnswerQuerySet(models.QuerySet["RemissAnswer"]):
    """Answers by what may be done with them."""

    def shown(self) -> Self:
        """Answers the public may read."""
        return self.filter(is_shown=True)


class MeasureQuerySet(models.QuerySet["Measure"]):
    """Measures by who carries them out."""

    def of_body(self, organisation: "Organisation") -> Self:
        """Measures in which this body has a part."""
        return self.filter(bodies__organisation=organisation).distinct()
