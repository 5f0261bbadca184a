"""Making a translation live, with the plan's page above it, as the record of its release."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from plandocs.models import PlanPage, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from workflow.errors import RuleViolation
from workflow.models import TranslationRelease
from workflow.record.journal import register


def release(
    page: PlanRevisionPage,
    original: PlanRevisionPage,
    *,
    translated: Collection[str],
    on: date,
    user: User,
) -> None:
    """Record that ``page`` is released as it now reads, which opens the gate, and make it live.

    The plan's page above it goes live too, titled as its newest text is; ``translated`` are the
    fields of ``page`` that are in its language.
    """
    _refuse_what_does_not_fit(page)
    plan: PlanPage = page.get_parent().specific
    before = (plan.live, plan.title, plan.summary)
    _title(plan, page, original, translated)
    if not plan.live:
        _settle_address(plan, page)
    released = TranslationRelease.objects.create(
        page=page, released_on=on, released_by=user, sha256=text_sha256(page)
    )
    register(original.case, released)
    _publish(page, user)
    if before != (True, plan.title, plan.summary):
        _publish(plan, user)


def _refuse_what_does_not_fit(page: PlanRevisionPage) -> None:
    try:
        page.full_clean()
    except ValidationError as error:
        said = _("The page cannot be published: %(why)s Correct the text, and try again.")
        raise RuleViolation(
            said % {"why": " ".join(error.messages)}, code="translation_invalid"
        ) from error


def _publish(page: PlanPage | PlanRevisionPage, user: User) -> None:
    page.save_revision(user=user).publish(user=user, skip_permission_checks=True)


def _title(
    plan: PlanPage, page: PlanRevisionPage, original: PlanRevisionPage, translated: Collection[str]
) -> None:
    """Carry title and summary from the translation, where they are those of the plan itself.

    What is not translated stays in Swedish. An older edition does not retitle a newer one.
    """
    newer = PlanRevisionPage.objects.sibling_of(page, inclusive=False).live()
    if newer.filter(number__gt=page.number).exists():
        return
    for name in ("title", "summary"):
        swedish: str = getattr(plan.original, name)
        is_the_same = swedish == getattr(original, name)
        words: str = getattr(page, name) if is_the_same and name in translated else ""
        setattr(plan, name, words or swedish)


def _settle_address(plan: PlanPage, page: PlanRevisionPage) -> None:
    """Give the plan its address for good, from its title; no page below it is public yet."""
    slug = _slug(plan)
    if slug != plan.slug:
        plan.slug = slug
        plan.save()
        page.refresh_from_db(fields=["url_path"])


def _slug(plan: PlanPage) -> str:
    """Return an address from the title where its letters allow one, else the Swedish one."""
    whole = slugify(plan.title.replace("–", "-"))
    if _letters(whole) * 2 < _letters(plan.title):  # most were lost: another script
        return plan.slug
    wanted = whole[:80].strip("-")
    taken = plan.get_siblings(inclusive=False).filter(slug=wanted).exists()
    return plan.slug if taken or not wanted else wanted


def _letters(text: str) -> int:
    """Count the letters. Years and dashes of a title are left in any script, and say nothing."""
    return sum(character.isalpha() for character in text)
