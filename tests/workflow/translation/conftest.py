"""An adopted text, and a translator's file for it."""

from datetime import date

import polib
import pytest
from wagtail.models import Locale

from workflow.services.translation import export_po, request_translations

BEGUN, READ, RELEASED = date(2026, 7, 1), date(2026, 8, 3), date(2026, 8, 20)
ENGLISH = {
    "Cykelplan 2026–2030": "Cycling plan 2026–2030",
    "Trygga vägar": "Safe roads",
    "Belys gångvägarna": "Light the footpaths",
    "Lampor sätts upp längs alla skolvägar.": "Lamps are put up along every way to school.",
}


def po_file(translations, context=None):
    """Write the bytes of a PO file by hand, as a translator might."""
    file = polib.POFile()
    for msgid, msgstr in translations.items():
        file.append(polib.POEntry(msgid=msgid, msgstr=msgstr, msgctxt=context))
    return str(file).encode()


def filled_in(po, words=lambda text: f"EN {text}"):
    """Translate every entry of an exported file."""
    file = polib.pofile(po.decode())
    for entry in file:
        entry.msgstr = words(entry.msgid)
    return str(file).encode()


@pytest.fixture
def english(kommun):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def text(matter):
    """The adopted text of the cycling plan."""
    return matter.adopted().case.revision


@pytest.fixture
def begun(text, oversattare):
    """The same, with an English translation begun."""
    request_translations(revision=text, locales=["en"], on=BEGUN, user=oversattare)
    return text


@pytest.fixture
def exported(begun):
    return export_po(revision=begun, locale="en")
