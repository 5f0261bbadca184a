"""What a case file names, sought among the plans and the bodies that there are."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from plandocs.models import Organisation, PlanPage
from workflow.casefile.tables import CaseTable, OrganisationTable


def find_plan(name: str) -> PlanPage | None:
    """Return the plan with this title or slug, in the language of the record."""
    plans = PlanPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return plans.filter(slug=name).first() or plans.filter(title=name).first()


def unknown_plans(case: CaseTable) -> Iterator[str]:
    """Say which plan of the case is not there, one sentence each."""
    for name in [*([case.plan] if case.plan else []), *case.replaces]:
        if find_plan(name) is None:
            yield f"there is no plan called “{name}”"


def unknown_bodies(bodies: Iterable[str], known: set[str]) -> Iterator[str]:
    """Say which body nobody goes by the name of, one sentence each."""
    for body in bodies:
        if body.strip().casefold() not in known:
            yield f"unknown body “{body}”"


def known_names(organisations: Iterable[OrganisationTable]) -> set[str]:
    """Return the names of the register and of the file, in lower case."""
    registered = Organisation.objects.prefetch_related("aliases")
    known = {name for organisation in registered for name in organisation.folded_names()}
    return known | {name.casefold() for table in organisations for name in table.names}
