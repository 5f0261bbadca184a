"""Where pages of the record stand: they are not moved, hidden from anybody or taken away."""

from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import pre_page_move

from plandocs.locks import FacesRecord
from plandocs.models import (
    Case,
    InformationPage,
    PlanRevisionPage,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from workflow.errors import RuleViolation
from workflow.gate import refusals


def connect() -> None:
    """Ask before a page is moved, and before its readers are limited."""
    pre_page_move.connect(_guard_move, dispatch_uid="gate.move")
    pre_save.connect(_guard_privacy, sender=PageViewRestriction, dispatch_uid="gate.privacy")


def holds_public_record(page: Page) -> bool:
    """Whether an edition or a round is public at or below ``page``."""
    return any(
        model.objects.filter(path__startswith=page.path, live=True).exists()
        for model in (PlanRevisionPage, RemissRoundPage)
    )


def why_kept(page: Page) -> RuleViolation | None:
    """Return the refusal to remove ``page`` with all below it, or None where nothing forbids it."""
    if holds_public_record(page):
        frozen = issubclass(page.specific_class, PlanRevisionPage)
        return refusals.adopted_is_frozen(page) if frozen else refusals.holds_adopted(page)
    if case := Case.objects.filter(revision__path__startswith=page.path).first():
        return refusals.kept_for_the_record(case)
    sent = TjansteskrivelsePage.objects.filter(path__startswith=page.path, submission__isnull=False)
    if memo := sent.first():
        return refusals.kept_for_the_record(memo)
    return None


def _guard_move(instance: Page, url_path_before: str, url_path_after: str, **_: Any) -> None:
    if issubclass(instance.specific_class or Page, FacesRecord):
        raise (
            refusals.adopted_is_frozen(instance)
            if instance.live
            else (refusals.kept_for_the_record(instance))
        )
    if url_path_before != url_path_after and holds_public_record(instance):
        raise refusals.holds_adopted(instance)


def _guard_privacy(instance: PageViewRestriction, **_: Any) -> None:
    """Only information pages: a restriction elsewhere would hide what is, or will be, adopted."""
    if instance.page.specific_class is not InformationPage:
        raise refusals.public_to_everyone(instance.page)
