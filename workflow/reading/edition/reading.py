"""One text of a plan as it is read on a day, perhaps not the one in force."""

from dataclasses import dataclass
from datetime import date

from plandocs.models import PlanPage, PlanRevisionPage
from workflow.models import Adoption, adoption_of
from workflow.procedure.in_force import revision_in_force
from workflow.reading.appeals import LegalStatus, legal_status_of
from workflow.reading.coverage import Coverage
from workflow.reading.edition.shown import TextShown, held_against, text_shown


@dataclass(slots=True)
class EditionReading:
    """One text of a plan as it is read on a day, perhaps not the one in force."""

    plan: PlanPage
    shown: TextShown
    original: PlanRevisionPage
    adoption: Adoption | None
    legal_status: LegalStatus | None
    in_force: PlanRevisionPage | None

    @property
    def swedish(self) -> frozenset[str]:
        """Which of the text's own words are still in Swedish."""
        coverage = Coverage.of(self.shown.page)
        return frozenset(name for name in ("title", "summary") if not coverage.holds(name))

    @property
    def is_in_force(self) -> bool:
        return self.in_force is not None and self.in_force.pk == self.original.pk


def read_edition(page: PlanRevisionPage, *, on: date) -> EditionReading:
    """Return what a reader of one text sees on ``on``."""
    original, plan = page.original, page.plan
    adoption = adoption_of(original)
    in_force = revision_in_force(plan, on=on)
    shown = text_shown(page, screen=page.locale.language_code)
    if in_force is not None and in_force.pk != original.pk:
        shown = held_against(shown, in_force)
    return EditionReading(
        plan=plan,
        shown=shown,
        original=original,
        adoption=adoption,
        legal_status=legal_status_of(adoption, on=on) if adoption else None,
        in_force=in_force,
    )
