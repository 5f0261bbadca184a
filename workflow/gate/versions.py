"""Saved versions (Wagtail's ``Revision``): what a body has received is not written over."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import pre_save
from wagtail.models import Revision

from plandocs.models import PlanRevisionPage, TjansteskrivelsePage
from workflow.gate import refusals
from workflow.gate.pages import UNSCHEDULED_PAGES
from workflow.models import Adoption, Decision, RemissOpening, Submission

NAMES_A_VERSION: tuple[type[Model], ...] = (Adoption, Decision, RemissOpening, Submission)
"""The facts that name, by ``text_revision``, the very words they are about."""


def connect() -> None:
    """Ask before every save of a version."""
    pre_save.connect(_guard, sender=Revision, dispatch_uid="gate.versions")


def _guard(instance: Revision, update_fields: Iterable[str] | None = None, **_: object) -> None:
    model = ContentType.objects.get_for_id(instance.content_type_id).model_class()
    if model not in UNSCHEDULED_PAGES:
        return
    content = instance.content
    if instance.approved_go_live_at or content.get("go_live_at") or content.get("expire_at"):
        raise refusals.no_schedule(instance.object_str)
    if update_fields is not None and "content" not in update_fields:
        return
    stored = Revision.objects.filter(pk=instance.pk).values_list("content", flat=True).first()
    if stored == content:
        return
    if stored is not None and _is_named(instance):
        raise refusals.sent_version(instance.object_str)
    if model is PlanRevisionPage and _is_adopted(instance):
        raise refusals.adopted_is_frozen(instance.content_object)
    if (
        model is TjansteskrivelsePage
        and Submission.objects.filter(memo_id=instance.object_id).exists()
    ):
        raise refusals.kept_for_the_record(instance.object_str)


def _is_named(version: Revision) -> bool:
    return any(
        fact._default_manager.filter(text_revision=version).exists() for fact in NAMES_A_VERSION
    )


def _is_adopted(version: Revision) -> bool:
    return Adoption.objects.filter(
        page_id=version.object_id, page__locale__language_code=settings.LANGUAGE_CODE
    ).exists()
