"""Which strings of a text the entries of a PO file translate, and keeping those translations."""

import html
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polib
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

WRITTEN = (
    *("data", "has_error", "field_error", "tool_name"),
    *("translation_type", "last_translated_by", "updated_at"),
)
StringPlace = tuple[int, int]  # a context and a string, by their keys


@dataclass(frozen=True, slots=True)
class Words:
    """A translation of one string at one place of the text."""

    text: str
    is_usable: bool
    is_title: bool


@dataclass(slots=True)
class Found:
    """What the entries of a file translate in one text, and how many are of no use."""

    strings: dict[StringPlace, Words]
    unknown: int = 0
    faulty: int = 0


def strings_of(entries: Iterable[polib.POEntry], translation: Translation) -> Found:
    """Find each entry's words in the text: at its own place where it names one, else wherever."""
    by_words, paths = _segments_by_words(translation)
    found = Found({})
    for entry in entries:
        segments = by_words.get(_bare(entry.msgid), [])
        if entry.msgctxt in paths:
            segments = [s for s in segments if s.context.path == entry.msgctxt]
        if not segments:
            found.unknown += 1
            continue
        source = segments[0].string.data
        text = entry.msgstr if entry.msgid == source else _as_localize(entry.msgstr, source)
        titles = {segment.pk for segment in segments if segment.context.path == "title"}
        is_usable = _is_usable(source, text) and (not titles or _fits_a_title(text))
        found.faulty += not is_usable
        for segment in segments:
            words = Words(text, is_usable, is_title=segment.pk in titles)
            found.strings[segment.context_id, segment.string_id] = words
    return found


def _segments_by_words(
    translation: Translation,
) -> tuple[Mapping[str, list[StringSegment]], set[str]]:
    by_words: dict[str, list[StringSegment]] = defaultdict(list)
    paths = set()
    for segment in StringSegment.objects.filter(source_id=translation.source_id).select_related(
        "context", "string"
    ):
        by_words[_bare(segment.string.data)].append(segment)
        paths.add(segment.context.path)
    return by_words, paths


def _bare(text: str) -> str:
    """Return the words alone: how lines are broken and entities written does not count."""
    return " ".join(html.unescape(text.replace("<br/>", " ").replace("<br>", " ")).split())


def _as_localize(text: str, source: str) -> str:
    """Write plain words as wagtail-localize stores them; words with markup already are."""
    return text if "<" in source else StringValue.from_plaintext(text).data


def save_strings(
    strings: Mapping[StringPlace, Words], translation: Translation, *, user: User
) -> None:
    """Keep what is new or another than before, as typed by ``user``."""
    language = translation.target_locale
    there = {
        (old.context_id, old.translation_of_id): old
        for old in StringTranslation.objects.filter(
            context__object_id=translation.source.object_id, locale=language
        )
    }
    new: list[StringTranslation] = []
    changed: list[StringTranslation] = []
    for place, words in strings.items():
        old = there.get(place)
        if old and old.data == words.text:
            continue
        row = old or StringTranslation(
            context_id=place[0], translation_of_id=place[1], locale=language
        )
        row.data, row.has_error = words.text, not words.is_usable
        row.tool_name, row.field_error = "", ""
        row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        row.last_translated_by = user
        row.updated_at = timezone.now()  # bulk_update does not set it
        (changed if old else new).append(row)
        if words.is_title and words.is_usable:
            _show_draft_title(translation, words.text)
    StringTranslation.objects.bulk_create(new)
    StringTranslation.objects.bulk_update(changed, WRITTEN)


def _is_usable(source: str, words: str) -> bool:
    try:
        StringValue.from_translated_html(words)
        validate_translation_links(source, words)
    except ValueError:
        return False
    return True


def _fits_a_title(words: str) -> bool:
    longest: int = Page._meta.get_field("title").max_length
    return len(StringValue(words).render_text()) <= longest


def _show_draft_title(translation: Translation, words: str) -> None:
    """Let lists in the admin show the new title, as wagtail-localize does when one is typed."""
    Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale
    ).update(draft_title=StringValue(words).render_text())
