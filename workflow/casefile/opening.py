"""Opening the case of a file: the bodies it names, its plan, and its first text."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.text import slugify

from plandocs.importing import parse_document
from plandocs.importing.lexicon import guess_type
from plandocs.models import Case, PlanIndexPage, SubjectArea
from workflow.casefile.acting import acting
from workflow.casefile.reading import CaseFile, find_plan, organisation_type
from workflow.casefile.scene import body_called
from workflow.casefile.text import blocks_of_tables
from workflow.services.cases.opening import NewPlan, open_case
from workflow.services.installation.site import install_site
from workflow.services.organisations.registering import ensure_organisation
from workflow.services.texts.importing import blocks_with_bodies, register_of_names


def open_from(file: CaseFile, *, on: date) -> Case:
    """Install what is missing, and open the case."""
    if not PlanIndexPage.objects.exists():
        install_site()
    for table in file.organisations:
        ensure_organisation(
            table["name"],
            code=table["code"],
            type=organisation_type(table),
            members=table.get("members"),
            aliases=table.get("aliases", []),
            email=table.get("email", ""),
        )
    case = file.case
    return open_case(
        diarienummer=case["diarienummer"],
        plan=(find_plan(case["plan"]) if "plan" in case else None) or _new_plan(case),
        title=case["title"],
        decided_by=body_called(case.get("decided_by", "KF")),
        on=on,
        user=acting("Handläggare"),
        body=_first_text(file),
        valid=tuple(case["valid"]) if "valid" in case else None,
        replaces=[found for name in case.get("replaces", []) if (found := find_plan(name))],
    )


def _first_text(file: CaseFile) -> list[dict[str, Any]] | None:
    number = file.case["diarienummer"]
    if file.document is not None:
        document = parse_document(file.document, register=register_of_names())
        return blocks_with_bodies(document, namespace=number)[0]
    if "text" in file.case:
        return blocks_of_tables(file.case["text"], diarienummer=number)
    return None


def _new_plan(case: dict[str, Any]) -> NewPlan:
    responsible = case.get("responsible")
    return NewPlan(
        title=case["title"],
        kind=case["kind"],
        summary=case.get("summary", ""),
        area=_area(case["area"]) if "area" in case else None,
        responsible=ensure_organisation(responsible, type=guess_type(responsible))[0]
        if responsible
        else None,
        applies_to=case.get("applies_to", ""),
    )


def _area(name: str) -> SubjectArea:
    code = slugify(name)[:40] or "omrade"
    found = SubjectArea.objects.filter(Q(name__iexact=name) | Q(code=code)).first()
    return found or SubjectArea.objects.create(code=code, name=name)
