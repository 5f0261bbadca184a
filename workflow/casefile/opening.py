"""Opening the case of a file: the bodies it names, its plan, and its first text."""

from datetime import date

from django.db.models import Q
from django.utils.text import slugify

from plandocs.importing import parse_document
from plandocs.importing.lexicon import guess_type
from plandocs.models import Case, PlanIndexPage, PlanPage, SubjectArea
from plandocs.text.stored import Stream
from workflow.casefile.reading import CaseFile
from workflow.casefile.register import find_plan
from workflow.casefile.role_holder import holder_of
from workflow.casefile.scene import body_called
from workflow.casefile.tables import CaseTable
from workflow.casefile.text import blocks_of_parts
from workflow.services.cases import FirstText, NewCase, NewPlan, open_case
from workflow.services.installation import install_site
from workflow.services.organisations import ensure_organisation
from workflow.services.texts import register_of_names
from workflow.services.texts.importing import blocks_with_bodies


def open_from(file: CaseFile, *, on: date) -> Case:
    """Install what is missing, and open the case."""
    if not PlanIndexPage.objects.exists():
        install_site()
    for table in file.organisations:
        ensure_organisation(
            table.name,
            code=table.code,
            type=table.type_or_guess,
            members=table.members,
            aliases=table.aliases,
            email=table.email,
        )
    case = file.case
    return open_case(
        case=NewCase(
            diarienummer=case.diarienummer,
            title=case.title,
            decided_by=body_called(case.decided_by),
            replaces=[found for name in case.replaces if (found := find_plan(name))],
        ),
        plan=_plan(case),
        on=on,
        user=holder_of("Handläggare"),
        text=FirstText(blocks=_first_text(file), valid=case.valid),
    )


def _first_text(file: CaseFile) -> Stream | None:
    number = file.case.diarienummer
    if file.document is not None:
        document = parse_document(file.document, register=register_of_names())
        return blocks_with_bodies(document, namespace=number)[0]
    if file.case.text is not None:
        return blocks_of_parts(file.case.text, diarienummer=number)
    return None


def _plan(case: CaseTable) -> PlanPage | NewPlan:
    if case.plan and (found := find_plan(case.plan)):
        return found
    assert case.kind is not None  # a case without a plan has one
    responsible = case.responsible
    return NewPlan(
        title=case.title,
        kind=case.kind,
        summary=case.summary,
        area=_area(case.area) if case.area else None,
        responsible=ensure_organisation(responsible, type=guess_type(responsible))[0]
        if responsible
        else None,
        applies_to=case.applies_to,
    )


def _area(name: str) -> SubjectArea:
    code = slugify(name)[:40] or "omrade"
    found = SubjectArea.objects.filter(Q(name__iexact=name) | Q(code=code)).first()
    return found or SubjectArea.objects.create(code=code, name=name)
