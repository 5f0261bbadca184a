"""The page of a plan that has no text yet."""

from dataclasses import dataclass, fields

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.text import slugify
from django.utils.translation import gettext as _

from plandocs.models import Organisation, PlanIndexPage, PlanPage, SubjectArea
from workflow.errors import RuleViolation
from workflow.services.free_names import first_free

LONGEST_SLUG = 70  # an address that can be read out and fits on paper


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What is known of a plan before it has a text, called as on its page."""

    title: str
    kind: str
    summary: str = ""
    area: SubjectArea | None = None
    responsible: Organisation | None = None
    applies_to: str = ""


def new_plan_page(plan: NewPlan, user: User) -> PlanPage:
    """Make the page of a plan, which nobody sees before it has an adopted text.

    Raises RuleViolation: ``not_installed``.
    """
    index = PlanIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if index is None:
        raise RuleViolation(
            _("Styrdok is not installed yet. Run “manage.py install”, and try again."),
            code="not_installed",
        )
    page = PlanPage(
        **{field.name: getattr(plan, field.name) for field in fields(plan)},
        slug=_free_slug(index, plan.title),
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
    return first_free(base, taken)
