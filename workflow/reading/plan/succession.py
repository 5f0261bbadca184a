"""What was before the text in force, how it came about, and what comes after it."""

from dataclasses import dataclass
from datetime import date

from wagtail.models import Page

from plandocs.models import Case, PlanPage, PlanRevisionPage
from plandocs.models.case import case_of
from workflow.models import Adoption, Decision, PlanEnding
from workflow.reading.plan.translations import Translated


@dataclass(frozen=True, slots=True)
class EarlierEdition:
    """A text that was in force before, in the reader's language if it was published in it."""

    number: int
    adopted_on: date
    url: str
    language: str
    is_quashed: bool


def earlier_edition(adoption: Adoption, translated: Translated, *, on: date) -> EarlierEdition:
    """Return a text that is not in force on ``on``."""
    edition = adoption.page
    page = translated.get(edition.translation_key, edition)
    return EarlierEdition(
        number=edition.number,
        adopted_on=adoption.adopted_on,
        url=page.url or "",
        language=page.locale.language_code,
        is_quashed=adoption.decision.is_quashed(on=on),
    )


def returns_of(text: PlanRevisionPage) -> list[Decision]:
    """Return the återremisser of its case, each with its motives and what was done with them."""
    return list(
        Decision.objects.filter(case=case_of(text), motives__isnull=False)
        .distinct()
        .select_related("body")
        .prefetch_related("motives__answer", "corrections")
    )


def cases_under_way(plan: PlanPage) -> list[Case]:
    """Return the cases that prepare another text of ``plan``."""
    return list(
        Case.objects.running()
        .filter(revision__path__startswith=plan.path, revision__depth=plan.depth + 1)
        .select_related("decided_by")
    )


def replaced_by(adoption: Adoption | None) -> list[PlanPage]:
    """Return the other plans that ended in the same § as this text was adopted."""
    if adoption is None:
        return []
    return list(
        PlanPage.objects.filter(endings__decision=adoption.decision).select_related("locale")
    )


def plan_that_replaced(ending: PlanEnding | None) -> Page | None:
    """Return the plan whose text was adopted in the § that ended this one."""
    adoption = Adoption.objects.filter(decision=ending.decision).first() if ending else None
    return adoption.page.get_parent() if adoption else None
