"""A plan as it is read on a day: the text in force, and what is known about it."""

from dataclasses import dataclass
from datetime import date

from wagtail.models import Page

from plandocs.models import Case, PlanPage, PlanRevisionPage
from plandocs.text.coverage import fields_in_swedish
from workflow.models import Adoption, Decision
from workflow.procedure.in_force import ending_on
from workflow.reading.appeals import LegalStatus, legal_status_of
from workflow.reading.edition.shown import TextShown
from workflow.reading.plan.responsible import BodyPart, measures_by_body
from workflow.reading.plan.succession import (
    EarlierEdition,
    cases_under_way,
    earlier_edition,
    plan_that_replaced,
    replaced_by,
    returns_of,
)
from workflow.reading.plan.translations import text_for, translations_of

PLAN_WORDS = ("title", "summary", "applies_to")


@dataclass(slots=True)
class PlanReading:
    """A plan as it is read on a day."""

    plan: PlanPage
    adoption: Adoption | None
    shown: TextShown | None
    legal_status: LegalStatus | None
    adoptions: list[Adoption]
    earlier: list[EarlierEdition]
    under_way: list[Case]
    parts: list[BodyPart]
    returns: list[Decision]
    replaces: list[PlanPage]
    replaced_by: Page | None
    ended_on: date | None

    @property
    def swedish(self) -> frozenset[str]:
        """Which of the plan's own words are still those of the record, in another language."""
        return fields_in_swedish(self.plan, self.plan.original, PLAN_WORDS)

    @property
    def in_force(self) -> PlanRevisionPage | None:
        return self.adoption.page if self.adoption else None


def read_plan(plan: PlanPage, *, on: date) -> PlanReading:
    """Return what a reader of ``plan`` sees on ``on``."""
    original = plan.original
    adoptions = adoptions_of(original, on=on)
    ended = ending_on(original, on)
    standing = [] if ended else [found for found in adoptions if found.stands_on(on)]
    in_force = next(iter(standing), None)
    newest = None if ended else in_force or next(iter(adoptions), None)
    translated = translations_of(adoptions, plan.locale)
    shown = text_for(plan.locale.language_code, standing, translated) if standing else None
    return PlanReading(
        plan=plan,
        adoption=in_force,
        shown=shown,
        legal_status=legal_status_of(newest, on=on) if newest else None,
        adoptions=adoptions,
        earlier=[
            earlier_edition(found, translated, on=on) for found in adoptions if found != in_force
        ],
        under_way=cases_under_way(original),
        parts=measures_by_body(shown.reading.walk()) if shown else [],
        returns=returns_of(in_force.page) if in_force else [],
        replaces=replaced_by(in_force),
        replaced_by=plan_that_replaced(ended),
        ended_on=ended.ended_on if ended else None,
    )


def adoptions_of(plan: PlanPage, *, on: date) -> list[Adoption]:
    """Return the adoptions of the texts of ``plan`` by ``on``, the newest first."""
    return list(
        Adoption.objects.of_plan(plan, by=on)
        .select_related(
            "page__locale",
            "page__case__decided_by",
            "decision__body",
            "decision__announcement",
            "decision__laga_kraft",
        )
        .prefetch_related("decision__corrections", "decision__appeals")
    )
