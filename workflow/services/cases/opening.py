"""Opening a case, with the first draft of its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from plandocs.models import (
    Case,
    Organisation,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    SubjectArea,
)
from plandocs.text.block_ids import carry_ids
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import adoption_of
from workflow.record.log import log_fact
from workflow.rules.diarienummer import Diarienummer
from workflow.services.locking import lock_case

LONGEST_SLUG = 70  # an address that can be read out and fits on paper


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What is known of a plan before it has a text."""

    title: str
    kind: str
    summary: str = ""
    area: SubjectArea | None = None
    responsible: Organisation | None = None
    applies_to: str = ""


@transaction.atomic
def open_case(
    *,
    diarienummer: str,
    plan: NewPlan | PlanPage,
    title: str = "",
    decided_by: Organisation,
    on: date,
    user: Any,
    handlaggare: Any = None,
    body: list[dict[str, Any]] | None = None,
    valid: tuple[int, int] | None = None,
    replaces: Sequence[PlanPage] = (),
) -> Case:
    """Open a case for a new plan, or for the next revision of an existing one.

    ``body`` is the first draft as a raw stream; without it a new revision starts as a copy of
    the text adopted last, with the same block ids, and a new plan starts empty.

    Raises RuleViolation: ``not_permitted``, ``diarienummer_unreadable``, ``case_exists``,
    ``step_not_possible`` where another case already prepares a text of the plan.
    """
    permissions.require(permissions.may_open_case(user), who=_("the official in charge"))
    number = Diarienummer.parse(diarienummer)
    _refuse_known(number)
    title = title or plan.title
    page = _new_plan_page(plan, user) if isinstance(plan, NewPlan) else plan
    _refuse_second_draft(page)
    _refuse_replacing_itself(page, replaces)
    revision = _new_revision(page, title=title, body=body, valid=valid, user=user)
    case = Case.objects.create(
        diarienummer=number.printed,
        diarienummer_key=number.key,
        slug=_case_slug(number),
        title=title,
        opened_on=on,
        handlaggare=handlaggare or user,
        decided_by=decided_by,
        revision=revision,
    )
    case.replaces.set(replaces)
    log_fact(
        case,
        "open_case",
        user=user,
        on=on,
        diarienummer=number.printed,
        title=title,
        plan=page.pk,
        edition=revision.number,
        decided_by=decided_by.code,
        replaces=[replaced.pk for replaced in replaces],
    )
    return case


@transaction.atomic
def assign_case(*, case: Case, handlaggare: Any, on: date, user: Any) -> None:
    """Hand the case over to another official."""
    permissions.require(permissions.may_open_case(user), who=_("the official in charge"))
    case = lock_case(case)
    before = case.handlaggare
    case.handlaggare = handlaggare
    case.save(update_fields=["handlaggare"])
    log_fact(
        case,
        "assign_case",
        user=user,
        on=on,
        before=before.get_username() if before else "",
        after=handlaggare.get_username(),
    )


def _refuse_known(number: Diarienummer) -> None:
    if known := Case.objects.filter(diarienummer_key=number.key).first():
        raise RuleViolation(
            _(
                "The case %(diarienummer)s is there already, so nothing was opened. "
                "Open the case that exists, or check the number."
            )
            % {"diarienummer": known.diarienummer},
            code="case_exists",
        )


def _refuse_second_draft(plan: PlanPage) -> None:
    running = Case.objects.running().filter(revision__in=PlanRevisionPage.objects.child_of(plan))
    if other := running.first():
        raise RuleViolation(
            _(
                "The case %(diarienummer)s already prepares a text of “%(plan)s”. "
                "Finish that case first, or continue the work there."
            )
            % {"diarienummer": other.diarienummer, "plan": plan.title},
            code="step_not_possible",
        )


def _refuse_replacing_itself(plan: PlanPage, replaces: Sequence[PlanPage]) -> None:
    if any(replaced.pk == plan.pk for replaced in replaces):
        raise RuleViolation(
            _(
                "A new edition replaces the earlier one by itself, so “%(plan)s” cannot also be "
                "listed as a plan that ends. Take it off the list."
            )
            % {"plan": plan.title},
            code="replaces_itself",
        )


def _case_slug(number: Diarienummer) -> str:
    """Two series that differ by their dots only, as KÄ and KA, must not share an address."""
    base = slugify(number.printed.replace("/", "-").replace(":", "-"))[:LONGEST_SLUG]
    taken = set(Case.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


def _new_plan_page(plan: NewPlan, user: Any) -> PlanPage:
    index = PlanIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if index is None:
        raise RuleViolation(
            _("Styrdok is not installed yet. Run “manage.py install”, and try again."),
            code="not_installed",
        )
    page = PlanPage(
        title=plan.title,
        slug=_free_slug(index, plan.title),
        kind=plan.kind,
        summary=plan.summary,
        area=plan.area,
        responsible=plan.responsible,
        applies_to=plan.applies_to,
        live=False,
        locale=index.locale,
    )
    index.add_child(instance=page)
    page.save_revision(user=user)
    return page


def _free_slug(parent: PlanIndexPage, title: str) -> str:
    base = slugify(title.replace("–", "-")) or "styrdokument"
    if len(base) > LONGEST_SLUG:
        base = base[:LONGEST_SLUG].rsplit("-", 1)[0]
    taken = set(parent.get_children().values_list("slug", flat=True))
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


def _new_revision(
    plan: PlanPage,
    *,
    title: str,
    body: list[dict[str, Any]] | None,
    valid: tuple[int, int] | None,
    user: Any,
) -> PlanRevisionPage:
    earlier = list(PlanRevisionPage.objects.child_of(plan).order_by("number"))
    adopted = [revision for revision in earlier if adoption_of(revision)]
    number = earlier[-1].number + 1 if earlier else 1
    source = adopted[-1] if adopted else None
    earlier_body = source.body.stream_block.get_prep_value(source.body) if source else []
    body = earlier_body if body is None else carry_ids(body, earlier=earlier_body)
    first, last = valid or (None, None)
    revision = PlanRevisionPage(
        title=title,
        slug=f"utgava-{number}",
        number=number,
        summary=(source or plan).summary,
        valid_from=first,
        valid_to=last,
        body=PlanRevisionPage._meta.get_field("body").stream_block.to_python(body),
        live=False,
        locale=plan.locale,
    )
    plan.add_child(instance=revision)
    revision.save_revision(user=user)
    return revision
