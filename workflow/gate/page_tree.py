"""Where pages of the record stand: they are not moved, hidden from anybody or taken away."""

from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, Site
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
    """Ask before a page is moved, its readers are limited, or the site leaves it."""
    pre_page_move.connect(_guard_move, dispatch_uid="gate.move")
    pre_save.connect(_guard_privacy, sender=PageViewRestriction, dispatch_uid="gate.privacy")
    pre_save.connect(_guard_site, sender=Site, dispatch_uid="gate.site")
    pre_delete.connect(_guard_lost_site, sender=Site, dispatch_uid="gate.site.del")


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


def _guard_move(instance: Page, url_path_before: str, url_path_after: str, **_: object) -> None:
    if issubclass(instance.specific_class or Page, FacesRecord):
        raise (
            refusals.adopted_is_frozen(instance)
            if instance.live
            else (refusals.kept_for_the_record(instance))
        )
    if url_path_before != url_path_after and holds_public_record(instance):
        raise refusals.holds_adopted(instance)


def _guard_privacy(instance: PageViewRestriction, **_: object) -> None:
    """Only information pages: a restriction elsewhere would hide what is, or will be, adopted."""
    if instance.page.specific_class is not InformationPage:
        raise refusals.public_to_everyone(instance.page)


def _guard_site(instance: Site, **_: object) -> None:
    """What is public has its address from the page that its site begins at."""
    stored = Site.objects.filter(pk=instance.pk).first()
    if stored is not None and stored.root_page_id != instance.root_page_id:
        _guard_lost_site(stored)


def _guard_lost_site(instance: Site, **_: object) -> None:
    if holds_public_record(instance.root_page):
        raise refusals.holds_adopted(instance.root_page)
