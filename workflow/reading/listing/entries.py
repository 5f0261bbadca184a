"""Documents as a list tells of them, each with its text: a few queries for any number."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from itertools import starmap
from uuid import UUID

from django.conf import settings
from wagtail.models import Locale

from plandocs.models import PlanPage
from plandocs.text.coverage import fields_in_swedish
from workflow.models import Adoption
from workflow.procedure.in_force import STEP, ended_plans, quashed_decisions
from workflow.reading.plan.reading import PLAN_WORDS


@dataclass(frozen=True, slots=True)
class AdoptedText:
    """The text of a document that is in force, else the last one adopted, as a list tells of it."""

    path: str
    key: UUID
    valid_from: int | None
    valid_to: int | None
    adopted_on: date
    decision: int
    decided_by: str
    diarienummer: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a list, with its text."""

    plan: PlanPage
    text: AdoptedText
    ended_on: date | None
    is_quashed: bool
    swedish: frozenset[str]

    @property
    def is_in_force(self) -> bool:
        return self.ended_on is None and not self.is_quashed


def entries_for(locale: Locale, *, on: date) -> list[Entry]:
    """Return every live document in ``locale``, by title. A few queries, whatever the number.

    Facts hang on the plan in the language of the record; they are matched by translation key.
    """
    plans = list(
        PlanPage.objects.live()
        .filter(locale=locale)
        .select_related("locale", "area")
        .order_by("title")
    )
    record = PlanPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    is_record = locale.language_code == settings.LANGUAGE_CODE
    originals = {plan.translation_key: plan for plan in (plans if is_record else record)}
    quashed = quashed_decisions(on=on)
    ended = ended_plans(on=on, quashed=quashed)
    texts = _text_by_plan(on=on, quashed=quashed)
    return [
        Entry(
            plan=plan,
            text=text,
            ended_on=ended.get(original.path),
            is_quashed=text.decision in quashed,
            swedish=fields_in_swedish(plan, original, PLAN_WORDS),
        )
        for plan in plans
        if (original := originals.get(plan.translation_key, plan))
        and (text := texts.get(original.path))
    ]


def _text_by_plan(*, on: date, quashed: Container[int]) -> dict[str, AdoptedText]:
    """Return the newest adopted text of each plan, by the plan's path: one that stands, if any."""
    rows = Adoption.objects.adopted(by=on).values_list(
        "page__path",
        "page__translation_key",
        "page__valid_from",
        "page__valid_to",
        "adopted_on",
        "decision",
        "decision__body_name",
        "decision__case__diarienummer",
    )
    newest: dict[str, AdoptedText] = {}
    for text in sorted(starmap(AdoptedText, rows), key=lambda text: text.decision in quashed):
        newest.setdefault(text.path[:-STEP], text)
    return newest
