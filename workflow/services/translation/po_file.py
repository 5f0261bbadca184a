"""Reading a PO file: what may be taken in, and which of its entries hold a translation."""

import polib
from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale

from workflow.errors import RuleViolation
from workflow.services.translation.conditions import language_name
from workflow.services.translation.strings import has_words

LARGEST_FILE = 5_000_000  # bytes; the longest plan we have met gives about 200 000


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


def refuse_other_language(file: polib.POFile, language: Locale) -> None:
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
    said = _(
        "The file says that it is in %(other)s, so it was not read as %(language)s. "
        "Choose the right file, or correct “Language” at the top of it."
    )
    raise RuleViolation(
        said % {"other": language_name(other), "language": language_name(language)},
        code="po_other_language",
    )


def _unreadable(why: str) -> RuleViolation:
    said = _(
        "The file cannot be read as a PO file: %(why)s. Save it as PO in UTF-8, "
        "or download the file again and begin from that."
    )
    return RuleViolation(said % {"why": why}, code="po_unreadable")
