"""An adopted text, and a translator's file for it."""

from dataclasses import replace
from datetime import date

import polib
import pytest
from wagtail.models import Locale

from plandocs.models import Case
from workflow.services.cases import NewPlan
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


@pytest.fixture(scope="module")
def adopted_of_module(matter_of_module):
    """The key of an adopted case, brought there once for all tests of a module."""
    return matter_of_module.adopted().case.pk


@pytest.fixture
def matter(adopted_of_module, matter):
    """The adopted case of the cycling plan, as the database holds it."""
    matter.case = Case.objects.get(pk=adopted_of_module)
    return matter


@pytest.fixture
def text(matter):
    """The adopted text of the cycling plan."""
    return matter.case.revision


@pytest.fixture
def draft(matter):
    """A text that no body has adopted."""
    plan = NewPlan(title="Parkplan 2026–2030", kind="plan")
    return replace(matter).opened(diarienummer="KS 2026/0102", plan=plan).case.revision


@pytest.fixture
def begun(text, oversattare):
    """The same, with an English translation begun."""
    request_translations(revision=text, locales=["en"], on=BEGUN, user=oversattare)
    return text


@pytest.fixture
def exported(begun):
    return export_po(revision=begun, locale="en")
