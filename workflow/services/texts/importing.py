"""Bringing an imported text into the record: bodies into the register, blocks as a draft."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.importing import ImportedDocument, to_blocks
from plandocs.importing.streamfield import SECTIONS
from plandocs.models import Case, Organisation, PlanIndexPage
from plandocs.text.block_ids import carry_ids
from plandocs.text.stored import Stream, stream_of
from plandocs.text.text_blocks import blocks_of_stream
from plandocs.vocabulary import OrganisationType, PlanKind
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.procedure.steps.texts import require_drafted
from workflow.record.log import log_fact
from workflow.rules.diarienummer import Diarienummer
from workflow.services.cases import FirstText, NewCase, NewPlan, open_case
from workflow.services.installation import install_site
from workflow.services.locking import lock_case
from workflow.services.organisations import ensure_organisation

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    case: Case
    sections: int
    focus_areas: int
    measures: int
    new_organisations: tuple[str, ...]


def register_of_names() -> Mapping[str, str]:
    """Return every name and alias in the register with the one name of its body."""
    return {
        name: organisation.name
        for organisation in Organisation.objects.prefetch_related("aliases")
        for name in (organisation.name, *(alias.name for alias in organisation.aliases.all()))
    }


@transaction.atomic
def blocks_with_bodies(document: ImportedDocument, *, namespace: str) -> tuple[Stream, list[str]]:
    """Return the document's blocks, and the names of the bodies that were new to the register."""
    keys: dict[str, int] = {}
    new = []
    for body in document.bodies:
        if body.is_collective or len(body.name) > _LONGEST_NAME:
            continue
        spellings = [one for one in body.spellings if len(one) <= _LONGEST_NAME]
        organisation, created = ensure_organisation(body.name, type=body.type, aliases=spellings)
        keys.update((spelling, organisation.pk) for spelling in (body.name, *spellings))
        if created:
            new.append(organisation.name)
    return to_blocks(document, organisations=keys, namespace=namespace), new


@transaction.atomic
def import_draft(
    *,
    document: ImportedDocument,
    diarienummer: str | None,
    on: date,
    user: User,
    decided_by: Organisation | None = None,
) -> Imported:
    """Make the document the draft of a case: a running one, or a new one opened for it.

    Without a number of its own, the number that the memo in front of the document carries is
    used.

    Raises RuleViolation: ``not_permitted``, ``diarienummer_missing``,
    ``diarienummer_unreadable``, ``step_not_possible``, ``adopted_text_is_frozen``.
    """
    permissions.require("open_case", user)
    number = diarienummer or (document.cover_letter.case_number if document.cover_letter else "")
    if not number:
        raise RuleViolation(
            _("The document does not say which case it belongs to. Give the number with --case."),
            code="diarienummer_missing",
        )
    parsed = Diarienummer.parse(number)
    case = Case.objects.filter(diarienummer_key=parsed.key).first()
    namespace = case.diarienummer if case else parsed.printed
    blocks, new = blocks_with_bodies(document, namespace=namespace)
    if case is None:
        if not PlanIndexPage.objects.exists():
            install_site()
        case = open_case(
            case=NewCase(diarienummer=number, decided_by=decided_by or _council()),
            plan=NewPlan(title=document.page_title or number, kind=document.kind or PlanKind.PLAN),
            on=on,
            user=user,
            text=FirstText(blocks=blocks, valid=document.period),
        )
    else:
        _replace_draft(case, blocks, user)
    log_fact(case, "import_text", user=user, on=on, title=document.title)
    kinds = Counter(block.kind for block in blocks_of_stream(blocks))
    return Imported(
        case=case,
        sections=sum(kinds[kind] for kind in SECTIONS),
        focus_areas=kinds["focus_area"],
        measures=kinds["measure"],
        new_organisations=tuple(new),
    )


def _replace_draft(case: Case, blocks: Stream, user: User) -> None:
    case = lock_case(case)
    require_drafted(case)
    text = case.latest_text()
    block = text.body.stream_block
    known = carry_ids(blocks, earlier=stream_of(text.body))
    text.body = block.to_python(known)
    text.save_revision(user=user)


def _council() -> Organisation:
    organisation, _created = ensure_organisation(
        "Kommunfullmäktige", code="KF", type=OrganisationType.FULLMAKTIGE
    )
    return organisation
