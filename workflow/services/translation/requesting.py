"""Beginning translations of an adopted text, and carrying over what the edition before it had."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from plandocs.models import PlanRevisionPage
from plandocs.text.canonical import text_sha256
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.services.translation.conditions import (
    locked_adopted_text,
    require_translator,
    translated_language,
)
from workflow.services.translation.parents import ensure_parents


@transaction.atomic
def request_translations(
    *, revision: PlanRevisionPage, locales: Collection[Locale | str], on: date, user: User
) -> list[Translation]:
    """Begin translations of an adopted text. Begun ones are left as they are.

    Each gets a draft page, and the translations of earlier editions wherever the same words stand
    in the same place.

    Raises RuleViolation: ``not_permitted``, ``not_adopted``, ``language_unknown``,
    ``not_a_translation``, ``not_installed``.
    """
    require_translator(user)
    original = locked_adopted_text(revision)
    languages = [translated_language(locale) for locale in locales]
    source = source_of(original)
    return [_begin(original, source, language, on=on, user=user) for language in languages]


def source_of(original: PlanRevisionPage) -> TranslationSource:
    """Return what wagtail-localize translates from, which is the adopted text to the letter.

    Raises RuleViolation (``text_changed``) if the page does not hold the text that was adopted.
    """
    source, _created = TranslationSource.get_or_create_from_instance(original)
    adopted = original.adoption.sha256
    if text_sha256(source.as_instance()) != adopted:
        source.update_from_db()
        if text_sha256(source.as_instance()) != adopted:
            said = _(
                "“%(title)s” does not hold the text that was adopted, so it is not translated. "
                "Tell the administrator: the adopted text must be restored first."
            )
            raise RuleViolation(said % {"title": original.title}, code="text_changed")
    return source


def _begin(
    original: PlanRevisionPage, source: TranslationSource, language: Locale, *, on: date, user: User
) -> Translation:
    ensure_parents(original, language)
    if not original.has_translation(language):
        original.copy_for_translation(language, copy_parents=False)
    translation, created = Translation.objects.get_or_create(source=source, target_locale=language)
    if not translation.enabled:  # somebody stopped it in wagtail-localize's editor
        translation.enabled = True
        translation.save(update_fields=["enabled"])
    if created:
        log_fact(
            original,
            "request_translation",
            user=user,
            on=on,
            locale=language.language_code,
            carried=_carry_over(original, translation),
        )
    return translation


def _carry_over(original: PlanRevisionPage, translation: Translation) -> int:
    """Take over translations of earlier editions by (path, string); the newest edition wins.

    They are marked by ``tool_name`` until a translator saves them. Returns how many.
    """
    earlier = _earlier_translations(original, translation.target_locale)
    segments = StringSegment.objects.filter(source=translation.source).select_related("context")
    new = {}
    for segment in segments:
        if found := earlier.get((segment.context.path, segment.string_id)):
            number, old = found
            new[segment.context_id, segment.string_id] = StringTranslation(
                translation_of_id=segment.string_id,
                locale=translation.target_locale,
                context_id=segment.context_id,
                data=old.data,
                translation_type=old.translation_type,
                tool_name=_("carried from edition %(number)s") % {"number": number},
                last_translated_by_id=old.last_translated_by_id,
            )
    return len(StringTranslation.objects.bulk_create(new.values(), ignore_conflicts=True))


def _earlier_translations(
    original: PlanRevisionPage, language: Locale
) -> dict[tuple[str, int], tuple[int, StringTranslation]]:
    """Return, by path and string, the number of the newest edition that has it, and its words."""
    number_of = dict(
        PlanRevisionPage.objects.sibling_of(original, inclusive=False)
        .filter(number__lt=original.number, adoption__isnull=False)
        .values_list("translation_key", "number")
    )
    translations = (
        StringTranslation.objects.filter(
            context__object_id__in=number_of, locale=language, has_error=False
        )
        .exclude(data="")
        .select_related("context")
    )
    return {
        (old.context.path, old.translation_of_id): (number_of[old.context.object_id], old)
        for old in sorted(translations, key=lambda old: number_of[old.context.object_id])
    }
