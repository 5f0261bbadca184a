"""Releasing a translation to the public: in one transaction, on our own screen, by our own gate.

wagtail-localize publishes after the commit, where a fault leaves half, and mixes two languages in
a paragraph that is half translated. Here a field is in one language or the other.
"""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.ingest import ingest_segments

from plandocs.models import PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.text.coverage import translation_coverage
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.services.translation.conditions import (
    language_name,
    locked_adopted_text,
    require_releaser,
    translated_language,
)
from workflow.services.translation.parents import ensure_parents
from workflow.services.translation.publishing import release
from workflow.services.translation.requesting import source_of
from workflow.services.translation.strings import field_state

TRANSLATED_FIELDS = ("title", "summary", "body")


@transaction.atomic
def publish_translation(
    *, revision: PlanRevisionPage, locale: Locale | str, on: date, user: User
) -> PlanRevisionPage:
    """Release what is translated of an adopted text; the rest stands in Swedish, marked as such.

    Returns the live page. May be done again when more is translated: each release is a fact.

    Raises RuleViolation: ``not_permitted``, ``not_adopted``, ``language_unknown``,
    ``not_a_translation``, ``text_changed``, ``nothing_translated`` where no field is wholly
    translated, ``translation_invalid`` where a translated text does not fit its field.
    """
    require_releaser(user)
    original = locked_adopted_text(revision)
    language = translated_language(locale)
    translation = Translation.objects.filter(
        source__object_id=original.translation_key, target_locale=language
    ).first()
    if translation is None:
        raise nothing_translated(original, language)
    source = source_of(original)
    state = field_state(source, language.pk)
    if not state.translated:
        raise nothing_translated(original, language)

    ensure_parents(original, language)
    page: PlanRevisionPage = original.get_translation(language)
    _fill(page, source, language, state.translated)
    page.coverage = translation_coverage(
        fields=state.translated,
        total=state.total,
        source_sha256=original.adoption.sha256,
        number=original.number,
    )
    release(page, original, translated=state.translated, on=on, user=user)
    log_fact(
        original,
        "publish_translation",
        user=user,
        on=on,
        locale=language.language_code,
        translated=len(state.translated),
        total=state.total,
        sha256=text_sha256(page),
    )
    return PlanRevisionPage.objects.get(pk=page.pk)


def nothing_translated(original: PlanRevisionPage, language: Locale) -> RuleViolation:
    """Return the refusal to publish a translation in which no field is wholly translated."""
    said = _(
        "Nothing of “%(title)s” is translated into %(language)s, so there is nothing to "
        "publish. A paragraph counts when all of it is translated."
    )
    return RuleViolation(
        said % {"title": original.title, "language": language_name(language)},
        code="nothing_translated",
    )


def _fill(
    page: PlanRevisionPage, source: TranslationSource, language: Locale, fields: Collection[str]
) -> None:
    """Put the adopted text in ``page``, with the wholly translated fields in ``language``."""
    original = source.as_instance()
    copy_synchronised_fields(original, page)
    for name in TRANSLATED_FIELDS:
        setattr(page, name, getattr(original, name))
    segments = [
        segment
        for segment in source._get_segments_for_translation(language, fallback=True)
        if segment.path in fields or _is_override(segment, fields)
    ]
    ingest_segments(original, page, source.locale, language, segments)


def _is_override(segment: object, fields: Collection[str]) -> bool:
    """Whether this is another picture, or another address of a link in a translated text."""
    if not isinstance(segment, OverridableSegmentValue):
        return False
    field, quote, _address = segment.path.partition(".'")
    return not quote or field in fields
