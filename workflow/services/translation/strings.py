"""How far a translation has come, field by field, from wagtail-localize's tables.

A field counts only when all its strings are translated: half of a paragraph in each language is
worse than a paragraph in Swedish.
"""

import html
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource


@dataclass(frozen=True, slots=True)
class FieldState:
    """Which fields of a source have words, and which of them are wholly translated.

    ``last_written`` is when somebody last wrote a string of the translation, if anybody has.
    """

    fields: frozenset[str]
    translated: frozenset[str]
    last_written: datetime | None = None

    @property
    def total(self) -> int:
        return len(self.fields)


NOTHING = FieldState(frozenset(), frozenset())


def field_state(source: TranslationSource, locale_id: int) -> FieldState:
    """Return how far the translation of ``source`` into one language has come: two queries."""
    return field_states([source.object_id], [locale_id]).get((source.object_id, locale_id), NOTHING)


def field_states(
    keys: Collection[UUID], locale_ids: Collection[int]
) -> Mapping[tuple[UUID, int], FieldState]:
    """Return how far each translation of each text (by translation key) has come: two queries."""
    needed: dict[UUID, dict[str, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
    for key, path, context, string in StringSegment.objects.filter(
        source__object_id__in=keys
    ).values_list("source__object_id", "context__path", "context_id", "string_id"):
        needed[key][path].add((context, string))
    done: dict[int, set[tuple[int | None, int]]] = defaultdict(set)
    written: dict[tuple[UUID, int], datetime] = {}
    for key, locale_id, context, string, words, at in StringTranslation.objects.filter(
        context__object_id__in=keys, locale_id__in=locale_ids, has_error=False
    ).values_list(
        *("context__object_id", "locale_id", "context_id", "translation_of_id"),
        *("data", "updated_at"),
    ):
        written[key, locale_id] = max(at, written.get((key, locale_id), at))
        if has_words(words):
            done[locale_id].add((context, string))
    return {
        (key, locale_id): FieldState(
            fields=frozenset(paths),
            translated=frozenset(
                path for path, strings in paths.items() if strings <= done[locale_id]
            ),
            last_written=written.get((key, locale_id)),
        )
        for key, paths in needed.items()
        for locale_id in locale_ids
    }


def has_words(text: str) -> bool:
    """Whether anything is left of a translated string without its markup and its spaces."""
    return bool(html.unescape(re.sub(r"<[^>]*>", "", text)).strip())
