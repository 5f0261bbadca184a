"""What a kept text refers to stays what it was: its pictures, its bodies, the files of a memo.

A text holds no more than the key of a picture or a body. It would read otherwise without a letter
of it being changed, if another file or another body could take the place behind the key.
"""

import json
from collections.abc import Callable, Iterator
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.db.models.signals import pre_delete, pre_save
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Collection, CollectionViewRestriction, Revision

from plandocs.models import MemoAttachment, Organisation, PlanRevisionPage
from plandocs.text.references import organisation_keys, picture_keys
from plandocs.text.stored import Stream, stream_of
from workflow.gate import refusals
from workflow.gate.versions import NAMES_A_VERSION

M = TypeVar("M", bound=Model)


def connect() -> None:
    """Ask before what a kept text refers to is replaced, removed, or opened to the public."""
    picture, document = get_image_model(), get_document_model()
    pre_save.connect(_guard_picture, sender=picture, dispatch_uid="gate.picture")
    pre_delete.connect(_guard_lost_picture, sender=picture, dispatch_uid="gate.picture.del")
    pre_save.connect(_guard_code, sender=Organisation, dispatch_uid="gate.code")
    pre_delete.connect(_guard_lost_body, sender=Organisation, dispatch_uid="gate.body.del")
    pre_save.connect(_guard_file, sender=document, dispatch_uid="gate.file")
    for signal, name in ((pre_save, "privacy"), (pre_delete, "privacy.del")):
        signal.connect(
            _guard_privacy, sender=CollectionViewRestriction, dispatch_uid=f"gate.file.{name}"
        )


def _guard_picture(instance: AbstractImage, **_: object) -> None:
    stored = _stored(instance)
    if stored is not None and stored.file.name != instance.file.name:
        _refuse_named(instance, picture_keys)


def _guard_lost_picture(instance: AbstractImage, **_: object) -> None:
    _refuse_named(instance, picture_keys)


def _guard_code(instance: Organisation, **_: object) -> None:
    stored = _stored(instance)
    if stored is not None and stored.code != instance.code:
        raise refusals.code_stays(stored)


def _guard_lost_body(instance: Organisation, **_: object) -> None:
    _refuse_named(instance, organisation_keys)


def _guard_file(instance: AbstractDocument, **_: object) -> None:
    stored = _stored(instance)
    if stored is None or not _of_sent_memo(document=instance).exists():
        return
    if (stored.file.name, stored.collection_id) != (instance.file.name, instance.collection_id):
        raise refusals.sent_file(stored)


def _guard_privacy(instance: CollectionViewRestriction, signal: object, **_: object) -> None:
    """The files of sent memos are for those who were given the right to read them (R45)."""
    stored = _stored(instance)
    if stored is None:
        return
    kept = signal is pre_save and stored.restriction_type == instance.restriction_type
    files = Collection.objects.get(pk=stored.collection_id).get_descendants(inclusive=True)
    if not kept and _of_sent_memo(document__collection__in=files).exists():
        raise refusals.readers_stay(stored.collection)


def _of_sent_memo(**document: object) -> QuerySet[MemoAttachment]:
    return MemoAttachment.objects.filter(memo__submission__isnull=False, **document)


def _stored(instance: M) -> M | None:
    return type(instance)._default_manager.filter(pk=instance.pk).first()


def _refuse_named(thing: Model, keys_in: Callable[[Stream], set[int]]) -> None:
    for title, body in _kept_texts():
        if thing.pk in keys_in(body):
            raise refusals.stands_in_text(thing, title)


def _kept_texts() -> Iterator[tuple[str, Stream]]:
    """Return the title and body of every text that a fact names or the public reads."""
    named = {
        pk
        for fact in NAMES_A_VERSION
        for pk in fact._default_manager.values_list("text_revision_id", flat=True)
    }
    for content in Revision.objects.filter(pk__in=named).values_list("content", flat=True):
        yield content["title"], json.loads(content["body"])
    for page in PlanRevisionPage.objects.filter(live=True):
        yield page.title, stream_of(page.body)
