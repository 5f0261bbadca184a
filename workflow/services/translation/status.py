"""How far each language of a text has come, for the screens and for a case file's JSON."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.conf import settings
from wagtail.models import Locale
from wagtail_localize.models import Translation

from plandocs.models import PlanRevisionPage
from workflow.services.translation.conditions import EASY_SWEDISH
from workflow.services.translation.strings import NOTHING, FieldState, field_states


class StatusJson(TypedDict):
    """One language as a case file's JSON tells it."""

    status: str
    translated: int
    total: int


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """One language of one text.

    ``translated`` of ``total`` fields are public if it is published, else done; ``done`` are
    translated by now, which may be more than is public; ``is_reworded`` says that somebody has
    written in the translation since it was published. An easy-to-read text counts the parts of
    the decided text that it retells, from the day it is published.
    """

    locale: Locale
    status: str  # published, draft or none
    translated: int
    total: int
    done: int
    is_reworded: bool
    page: PlanRevisionPage | None
    translation: Translation | None

    @property
    def is_easy_swedish(self) -> bool:
        """Whether this is the easy-to-read text, which is written and not translated."""
        return self.locale.language_code == EASY_SWEDISH

    @property
    def has_more_to_publish(self) -> bool:
        """Whether the public sees something else than what is done by now."""
        if self.page is None:
            return False
        if self.is_easy_swedish:
            return self.page.has_unpublished_changes or not self.page.live
        if self.status != "published":
            return self.done > 0
        return self.done > 0 and (self.is_reworded or self.done != self.translated)


def translation_status(revision: PlanRevisionPage) -> dict[str, StatusJson]:
    """Return each language but the record's own, by its code. The number of queries is constant."""
    original = revision.original
    return {
        one.locale.language_code: {
            "status": one.status,
            "translated": one.translated,
            "total": one.total,
        }
        for one in statuses_of([original])[original.translation_key]
    }


def statuses_of(originals: Collection[PlanRevisionPage]) -> Mapping[UUID, list[LanguageStatus]]:
    """Return the languages of each text, by translation key. Five queries, however many texts."""
    by_code = {locale.language_code: locale for locale in Locale.objects.all()}
    locales = [
        by_code[code]
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        if code != settings.LANGUAGE_CODE and code in by_code
    ]
    keys = [original.translation_key for original in originals]
    pages = {
        (page.translation_key, page.locale_id): page
        for page in PlanRevisionPage.objects.filter(
            translation_key__in=keys, locale__in=locales
        ).defer("body")
    }
    translations = {
        (translation.source.object_id, translation.target_locale_id): translation
        for translation in Translation.objects.filter(source__object_id__in=keys).select_related(
            "source"
        )
    }
    states = field_states(
        keys, [locale.pk for locale in locales if locale.language_code != EASY_SWEDISH]
    )
    found: dict[UUID, list[LanguageStatus]] = {}
    for original in originals:
        found[original.translation_key] = [
            _status(
                locale,
                page=pages.get((original.translation_key, locale.pk)),
                translation=translations.get((original.translation_key, locale.pk)),
                state=states.get((original.translation_key, locale.pk), NOTHING),
            )
            for locale in locales
        ]
    return found


def _status(
    locale: Locale,
    *,
    page: PlanRevisionPage | None,
    translation: Translation | None,
    state: FieldState,
) -> LanguageStatus:
    begun = page is not None and (translation is not None or locale.language_code == EASY_SWEDISH)
    is_public = page is not None and page.live and bool(page.coverage)
    done = len(state.translated)
    return LanguageStatus(
        locale=locale,
        status="published" if is_public else "draft" if begun else "none",
        translated=page.coverage["translated"] if page and is_public else done,
        total=page.coverage["total"] if page and is_public else state.total,
        done=done,
        is_reworded=is_public and _is_later(state.last_written, than=page),
        page=page,
        translation=translation,
    )


def _is_later(written: datetime | None, *, than: PlanRevisionPage | None) -> bool:
    published = than and than.last_published_at
    return written is not None and published is not None and written > published
