"""The start page of one language: adopted lately, out on remiss now, and being prepared."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from wagtail.query import PageQuerySet

from plandocs.models import Case, HomePage, PlanIndexPage, RemissRoundPage
from plandocs.vocabulary import CaseStage
from workflow.reading.listing.entries import Entry, entries_for

SHOWN = 6


@dataclass(frozen=True, slots=True)
class StartReading:
    """The lists of the start page. ``language`` marks what is only in the record's language."""

    index: PlanIndexPage | None
    adopted: list[Entry]
    rounds: list[RemissRoundPage]
    cases: list[Case]
    language: str


def read_start(page: HomePage, *, on: date) -> StartReading:
    """Return what the start page shows on ``on``."""
    entries = [entry for entry in entries_for(page.locale, on=on) if entry.is_in_force]
    entries.sort(key=lambda entry: entry.text.adopted_on, reverse=True)
    foreign = page.locale.language_code != settings.LANGUAGE_CODE
    return StartReading(
        index=PlanIndexPage.objects.child_of(page).live().select_related("locale").first(),
        adopted=entries[:SHOWN],
        rounds=list(open_rounds(on=on)),
        cases=list(cases_being_prepared()[:SHOWN]),
        language=settings.LANGUAGE_CODE if foreign else "",
    )


def open_rounds(*, on: date) -> PageQuerySet:
    """Remiss rounds that take answers, the one that closes first on top."""
    return (
        RemissRoundPage.objects.live()
        .open_on(on)
        .defer_streamfields()
        .select_related("locale")
        .order_by("closes_on")
    )


def cases_being_prepared() -> QuerySet[Case]:
    """Cases that are being prepared; those out on remiss have a list of their own."""
    return (
        Case.objects.running()
        .exclude(stage=CaseStage.PA_REMISS)
        .select_related("decided_by")
        .order_by("-opened_on", "-pk")
    )
