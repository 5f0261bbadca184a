"""PO files: what a translator takes home and brings back, matched by the words themselves."""

from dataclasses import dataclass
from datetime import date

import polib
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import Translation

from plandocs.models import PlanRevisionPage
from workflow.errors import RuleViolation
from workflow.record.log import log_fact
from workflow.services.translation.conditions import (
    language_name,
    locked_adopted_text,
    require_translator,
    translated_language,
)
from workflow.services.translation.po_file import read_po, refuse_other_language, translated_entries
from workflow.services.translation.po_words import save_strings, strings_of
from workflow.services.translation.requesting import request_translations


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
    *, revision: PlanRevisionPage, locale: Locale | str, po: bytes, on: date, user: User
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
    refuse_other_language(file, language)
    entries = translated_entries(file)
    [translation] = request_translations(revision=original, locales=[language], on=on, user=user)
    found = strings_of(entries, translation)
    if not found.strings:
        said = _(
            "None of the %(count)d translations in the file belongs to “%(title)s”, so nothing "
            "was read. Check that it is the file of this document and edition."
        )
        raise RuleViolation(
            said % {"count": len(entries), "title": original.title}, code="po_unknown"
        )
    save_strings(found.strings, translation, user=user)
    result = PoImport(
        used=len(entries) - found.unknown - found.faulty, unknown=found.unknown, faulty=found.faulty
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
        said = _("The translation into %(language)s has not been begun. Begin it, and try again.")
        raise RuleViolation(said % {"language": language_name(language)}, code="not_begun")
    po: polib.POFile = translation.export_po()
    po.metadata |= {"Language": language.language_code, "Content-Transfer-Encoding": "8bit"}
    return str(po).encode()
