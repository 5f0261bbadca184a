"""Opening a case, with the first draft of its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation, PlanPage, PlanRevisionPage
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.rules.diarienummer import Diarienummer
from workflow.services.cases.new_edition import COPY, FirstText, new_edition
from workflow.services.cases.new_plan import LONGEST_SLUG, NewPlan, new_plan_page
from workflow.services.free_names import first_free


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case before it is opened; its ``title`` is the plan's, and whoever opens it is in charge.

    Plans that it ``replaces`` end in the same § as its text is adopted.
    """

    diarienummer: str
    decided_by: Organisation
    title: str = ""
    handlaggare: User | None = None
    replaces: Sequence[PlanPage] = ()


@transaction.atomic
def open_case(
    *, case: NewCase, plan: NewPlan | PlanPage, on: date, user: User, text: FirstText = COPY
) -> Case:
    """Open a case for a new plan, or for the next edition of an existing one.

    Raises RuleViolation: ``not_permitted``, ``diarienummer_unreadable``, ``case_exists``,
    ``step_not_possible`` where another case already prepares a text of the plan.
    """
    permissions.require("open_case", user)
    number = Diarienummer.parse(case.diarienummer)
    _refuse_known(number)
    title = case.title or plan.title
    page = new_plan_page(plan, user) if isinstance(plan, NewPlan) else plan
    _refuse_second_draft(page)
    _refuse_replacing_itself(page, case.replaces)
    revision = new_edition(page, title=title, text=text, user=user)
    opened = Case.objects.create(
        diarienummer=number.printed,
        diarienummer_key=number.key,
        slug=_case_slug(number),
        title=title,
        opened_on=on,
        handlaggare=case.handlaggare or user,
        decided_by=case.decided_by,
        revision=revision,
    )
    opened.replaces.set(case.replaces)
    log_fact(
        opened,
        "open_case",
        user=user,
        on=on,
        diarienummer=number.printed,
        title=title,
        plan=page.pk,
        edition=revision.number,
        decided_by=case.decided_by.code,
        replaces=[replaced.pk for replaced in case.replaces],
    )
    return opened


def _refuse_known(number: Diarienummer) -> None:
    if known := Case.objects.filter(diarienummer_key=number.key).first():
        said = _(
            "The case %(diarienummer)s is there already, so nothing was opened. "
            "Open the case that exists, or check the number."
        )
        raise RuleViolation(said % {"diarienummer": known.diarienummer}, code="case_exists")


def _refuse_second_draft(plan: PlanPage) -> None:
    running = Case.objects.running().filter(revision__in=PlanRevisionPage.objects.child_of(plan))
    if other := running.first():
        said = _(
            "The case %(diarienummer)s already prepares a text of “%(plan)s”. "
            "Finish that case first, or continue the work there."
        )
        raise RuleViolation(
            said % {"diarienummer": other.diarienummer, "plan": plan.title},
            code="step_not_possible",
        )


def _refuse_replacing_itself(plan: PlanPage, replaces: Sequence[PlanPage]) -> None:
    if any(replaced.pk == plan.pk for replaced in replaces):
        said = _(
            "A new edition replaces the earlier one by itself, so “%(plan)s” cannot also be "
            "listed as a plan that ends. Take it off the list."
        )
        raise RuleViolation(said % {"plan": plan.title}, code="replaces_itself")


def _case_slug(number: Diarienummer) -> str:
    """Two series that differ by their dots only, as KÄ and KA, must not share an address."""
    base = slugify(number.printed.replace("/", "-").replace(":", "-"))[:LONGEST_SLUG]
    taken = set(Case.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return first_free(base, taken)
