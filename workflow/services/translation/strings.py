"""How far a translation has come, field by field, from wagtail-localize's tables.

A field counts only when all its strings are translated: half of a paragraph in each language is
worse than a paragraph in Swedish.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource


@dataclass(frozen=True, slots=True)
class FieldState:
    """Which fields of a source have words, and which of them are wholly translated."""

    fields: frozenset[str]
    translated: frozenset[str]

    @property
    def total(self) -> int:
        """How many fields there are to translate."""
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
    for locale_id, context, string in (
        StringTranslation.objects.filter(
            context__object_id__in=keys, locale_id__in=locale_ids, has_error=False
        )
        .exclude(data="")
        .values_list("locale_id", "context_id", "translation_of_id")
    ):
        done[locale_id].add((context, string))
    return {
        (key, locale_id): FieldState(
            fields=frozenset(paths),
            translated=frozenset(
                path for path, strings in paths.items() if strings <= done[locale_id]
            ),
        )
        for key, paths in needed.items()
        for locale_id in locale_ids
    }
