"""Lättläst: a text of its own, written for those who need it easier, never a translation's copy."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import cast
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from plandocs.models import PlanRevisionPage
from plandocs.text.coverage import covered_ids, easy_read_coverage, freshness_of
from plandocs.text.parts import Part, parts_of
from plandocs.text.stored import Raw, Stream
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.services.translation.conditions import (
    EASY_SWEDISH,
    as_locale,
    locked_adopted_text,
    require_releaser,
    require_translator,
)
from workflow.services.translation.parents import ensure_parents
from workflow.services.translation.publishing import release


@transaction.atomic
def write_easy_read(*, revision: PlanRevisionPage, on: date, user: User) -> PlanRevisionPage:
    """Return the draft of the easy-to-read text, begun if nobody has done so.

    It begins as the one of the edition before, or empty: a section for each part of the decided
    text that is not retold yet, so that it is known which part each section covers. There is no
    wagtail-localize translation behind it: it is written in the ordinary editor.

    Raises RuleViolation: ``not_permitted``, ``not_adopted``, ``language_unknown``,
    ``not_installed``.
    """
    require_translator(user)
    original = locked_adopted_text(revision)
    language = as_locale(EASY_SWEDISH)
    ensure_parents(original, language)
    if begun := original.get_translation_or_none(language):
        return begun
    page: PlanRevisionPage = original.copy_for_translation(
        language, copy_parents=False, exclude_fields=["body", "summary", "coverage"]
    )
    page.body = _first_draft(original, page)
    page.save_revision(user=user)
    log_fact(original, "write_easy_read", user=user, on=on)
    return page


@transaction.atomic
def publish_easy_read(*, revision: PlanRevisionPage, on: date, user: User) -> PlanRevisionPage:
    """Release the easy-to-read text as last saved, and remember what each part of it retells.

    Raises RuleViolation: ``not_permitted``, ``not_adopted``, ``nothing_written`` where it has no
    words, ``easy_read_unfinished`` where a section has a heading but no text.
    """
    require_releaser(user)
    original = locked_adopted_text(revision)
    page = _begun(original)
    sections = list(page.body.raw_data)
    _refuse_unfinished(original, sections)
    page.coverage = easy_read_coverage(
        sections,
        source=original.body.raw_data,
        source_sha256=original.adoption.sha256,
        number=original.number,
    )
    release(page, original, translated=("title", "summary"), on=on, user=user)
    log_fact(
        original,
        "publish_easy_read",
        user=user,
        on=on,
        translated=page.coverage["translated"],
        total=page.coverage["total"],
    )
    return PlanRevisionPage.objects.get(pk=page.pk)


@transaction.atomic
def link_easy_read(
    *, revision: PlanRevisionPage, retells: Mapping[str, Collection[int]], on: date, user: User
) -> None:
    """Say which parts of the decided text each section of the draft retells.

    ``retells`` gives, for the id of a section, the numbers of the parts in reading order, from 0.
    A block that is smaller than a part, which was named in another way, stays named.

    Raises RuleViolation: ``not_permitted``, ``not_adopted``, ``nothing_written``.
    """
    require_translator(user)
    original = locked_adopted_text(revision)
    page = _begun(original)
    parts = parts_of(original.body.raw_data)
    of_parts = {block_id for part in parts for block_id in part.ids}
    sections = list(page.body.raw_data)
    for section in sections:
        if section["type"] == "easy_read" and section["id"] in retells:
            kept = [key for key in covered_ids([section]) if key not in of_parts]
            chosen = sorted(number for number in retells[section["id"]] if number < len(parts))
            keys = [key for number in chosen for key in parts[number].ids]
            section["value"]["covers"] = _items([*keys, *kept])
    page.body = page.body.stream_block.to_python(sections)
    page.save_revision(user=user)
    log_fact(original, "link_easy_read", user=user, on=on)


def _begun(original: PlanRevisionPage) -> PlanRevisionPage:
    """Return the easy-to-read text as last saved."""
    begun = original.get_translation_or_none(as_locale(EASY_SWEDISH))
    if begun is None:
        raise _nothing_written(original)
    page: PlanRevisionPage = begun.get_latest_revision_as_object()
    return page


def _first_draft(original: PlanRevisionPage, page: PlanRevisionPage) -> StreamValue:
    before = (
        PlanRevisionPage.objects.sibling_of(page, inclusive=False)
        .live()
        .filter(number__lt=original.number)
        .order_by("-number")
        .first()
    )
    sections = list(before.body.raw_data) if before else []
    missing = freshness_of(before.coverage if before else {}, original.body.raw_data).not_covered
    return page.body.stream_block.to_python([*sections, *map(_empty_section, missing)])


def _empty_section(part: Part) -> dict[str, object]:
    return {
        "type": "easy_read",
        "id": str(uuid4()),
        "value": {"heading": part.label, "text": "", "covers": _items(part.ids)},
    }


def _items(values: Iterable[str]) -> list[dict[str, str]]:
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def _refuse_unfinished(original: PlanRevisionPage, sections: Stream) -> None:
    texts = [
        (str(written.get("heading") or ""), strip_tags(str(written.get("text") or "")))
        for section in sections
        if section["type"] == "easy_read"
        for written in [cast(Raw, section["value"])]
    ]
    if not any(text.strip() for _heading, text in texts):
        raise _nothing_written(original)
    if empty := [heading for heading, text in texts if not text.strip()]:
        said = _(
            "These sections have no text yet: %(headings)s. "
            "Write them or remove them, then publish."
        )
        raise RuleViolation(
            said % {"headings": ", ".join(f"“{heading}”" for heading in empty)},
            code="easy_read_unfinished",
        )


def _nothing_written(original: PlanRevisionPage) -> RuleViolation:
    said = _(
        "No easy-to-read text of “%(title)s” is written, so there is nothing to publish. "
        "Begin one and write at least one section."
    )
    return RuleViolation(said % {"title": original.title}, code="nothing_written")
