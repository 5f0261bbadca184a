"""PO files: what a translator takes home and brings back, matched by the words themselves."""

import html
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polib
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from plandocs.models import PlanRevisionPage
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.services.translation.conditions import (
    language_name,
    locked_adopted_text,
    require_translator,
    translated_language,
)
from workflow.services.translation.requesting import request_translations
from workflow.services.translation.strings import has_words

WRITTEN = (
    *("data", "has_error", "field_error", "tool_name"),
    *("translation_type", "last_translated_by", "updated_at"),
)
LARGEST_FILE = 5_000_000  # bytes; the longest plan we have met gives about 200 000


@dataclass(frozen=True, slots=True)
class PoImport:
    """What came of reading a PO file, counted in entries that hold a translation.

    ``unknown`` entries translate nothing in this text; ``faulty`` ones cannot be used as they
    are, for example because a link in them is not in the original.
    """

    used: int
    unknown: int
    faulty: int


@transaction.atomic
def import_translation(
    *, revision: PlanRevisionPage, locale: Locale | str, po: bytes, on: date, user: Any
) -> PoImport:
    """Fill in a translation from a PO file, and begin it first where that is not done.

    Entries are matched by ``msgid``; a ``msgctxt`` that names a place in this very text limits the
    entry to that place. Entries that are fuzzy, obsolete, empty or in singular and plural are
    passed over. Nothing is published.

    Raises RuleViolation: ``po_unreadable`` where the file is no PO file, ``po_other_language``
    where it says that it is in another of the site's languages, ``po_unknown`` where nothing of it
    stands in the text, and what ``request_translations`` refuses.
    """
    require_translator(user)
    original = locked_adopted_text(revision)
    language = translated_language(locale)
    file = read_po(po)
    _refuse_other_language(file, language)
    entries = translated_entries(file)
    [translation] = request_translations(revision=original, locales=[language], on=on, user=user)
    found = _find(entries, translation)
    if not found.strings:
        raise RuleViolation(
            _(
                "None of the %(count)d translations in the file belongs to “%(title)s”, so nothing "
                "was read. Check that it is the file of this document and edition."
            )
            % {"count": len(entries), "title": original.title},
            code="po_unknown",
        )
    _save(found.strings, translation, user=user)
    result = PoImport(
        used=len(entries) - found.unknown - found.faulty,
        unknown=found.unknown,
        faulty=found.faulty,
    )
    log_fact(
        original,
        "import_translation",
        user=user,
        on=on,
        locale=language.language_code,
        used=result.used,
        unknown=result.unknown,
        faulty=result.faulty,
    )
    return result


def export_po(*, revision: PlanRevisionPage, locale: Locale | str) -> bytes:
    """Return a PO file of the text with the translations there are.

    Raises RuleViolation: ``not_begun`` where nobody has begun that translation.
    """
    language = translated_language(locale)
    translation = Translation.objects.filter(
        source__object_id=revision.translation_key, target_locale=language
    ).first()
    if translation is None:
        raise RuleViolation(
            _("The translation into %(language)s has not been begun. Begin it, and try again.")
            % {"language": language_name(language)},
            code="not_begun",
        )
    po: polib.POFile = translation.export_po()
    po.metadata |= {"Language": language.language_code, "Content-Transfer-Encoding": "8bit"}
    return str(po).encode()


def read_po(po: bytes) -> polib.POFile:
    """Return a PO file as it is read.

    Raises RuleViolation (``po_unreadable``) for anything that is not one.
    """
    if len(po) > LARGEST_FILE:
        raise _unreadable(_("it is larger than 5 MB"))
    try:
        text = po.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(_("it is not in UTF-8")) from None
    if "\0" in text or 'msgid "' not in text:
        raise _unreadable(_("it holds no “msgid”"))
    try:
        # polib opens what it is given if a file has that name; no name begins with a line break.
        return polib.pofile("\n" + text)
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise _unreadable(_("something in it is wrongly formed")) from error


def translated_entries(file: polib.POFile) -> list[polib.POEntry]:
    """Return the entries that hold a translation, those that name their place last: they win.

    Raises RuleViolation (``po_unreadable``) where there are none.
    """
    entries = [
        entry
        for entry in file
        if entry.msgid and entry.translated() and not entry.obsolete and has_words(entry.msgstr)
    ]
    if not entries:
        raise _unreadable(_("no entry in it is translated"))
    return sorted(entries, key=lambda entry: entry.msgctxt is not None)


def _refuse_other_language(file: polib.POFile, language: Locale) -> None:
    """Refuse a file whose head names another of the languages that texts are translated into."""
    named = file.metadata.get("Language", "").strip().replace("_", "-").lower()
    other = (
        Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
        .exclude(pk=language.pk)
        .filter(language_code=named)
        .first()
    )
    if other is None:
        return
    raise RuleViolation(
        _(
            "The file says that it is in %(other)s, so it was not read as %(language)s. "
            "Choose the right file, or correct “Language” at the top of it."
        )
        % {"other": language_name(other), "language": language_name(language)},
        code="po_other_language",
    )


def _unreadable(why: str) -> RuleViolation:
    return RuleViolation(
        _(
            "The file cannot be read as a PO file: %(why)s. Save it as PO in UTF-8, "
            "or download the file again and begin from that."
        )
        % {"why": why},
        code="po_unreadable",
    )


Place = tuple[int, int]  # a context and a string, by their keys


@dataclass(frozen=True, slots=True)
class _Words:
    """A translation of one string at one place of the text."""

    text: str
    is_usable: bool
    is_title: bool


@dataclass(slots=True)
class _Found:
    """What the entries of a file translate in one text, and how many are of no use."""

    strings: dict[Place, _Words]
    unknown: int = 0
    faulty: int = 0


def _find(entries: Iterable[polib.POEntry], translation: Translation) -> _Found:
    by_words, paths = _segments_by_words(translation)
    found = _Found({})
    for entry in entries:
        segments = by_words.get(_words(entry.msgid), [])
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
            words = _Words(text, is_usable, is_title=segment.pk in titles)
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
        by_words[_words(segment.string.data)].append(segment)
        paths.add(segment.context.path)
    return by_words, paths


def _words(text: str) -> str:
    """Return the words alone: how lines are broken and entities written does not count."""
    return " ".join(html.unescape(text.replace("<br/>", " ").replace("<br>", " ")).split())


def _as_localize(text: str, source: str) -> str:
    """Write plain words as wagtail-localize stores them; words with markup already are."""
    return text if "<" in source else StringValue.from_plaintext(text).data


def _save(strings: Mapping[Place, _Words], translation: Translation, *, user: Any) -> None:
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
