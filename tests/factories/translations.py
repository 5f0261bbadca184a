"""An adopted text, its translations, a translator's file for it, and the edition after it."""

import json
from dataclasses import replace
from datetime import date

import polib
import pytest
from wagtail.models import Locale

from plandocs.vocabulary import Outcome
from tests.conftest import member_of
from tests.factories.situations import BODY
from workflow.services.cases import NewPlan
from workflow.services.translation import (
    export_po,
    import_translation,
    publish_translation,
    request_translations,
)

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


def in_translation(matter):
    """Bring the case to its adoption, and begin to translate the text into English."""
    translator = member_of("Översättare", "oversattare")
    text = matter.adopted().case.revision
    request_translations(revision=text, locales=["en"], on=BEGUN, user=translator)
    return matter


def translated_in_part(matter):
    """Then read a file in which four of nine fields are in English."""
    translator = member_of("Översättare", "oversattare")
    text = in_translation(matter).case.revision
    import_translation(revision=text, locale="en", po=po_file(ENGLISH), on=READ, user=translator)
    return matter


def released_in_english(matter):
    """Then release those."""
    editor = member_of("Redaktör", "redaktor")
    text = translated_in_part(matter).case.revision
    publish_translation(revision=text, locale="en", on=RELEASED, user=editor)
    return matter


@pytest.fixture
def text(matter):
    """The adopted text of the cycling plan, in a test that starts from its adoption or later."""
    return matter.case.revision


@pytest.fixture
def draft(matter):
    """A text that no body has adopted."""
    plan = NewPlan(title="Parkplan 2026–2030", kind="plan")
    return replace(matter).opened(diarienummer="KS 2026/0102", plan=plan).case.revision


@pytest.fixture
def released(text, english):
    """The English page, where it is released from the start."""
    return text.get_translation(english)


@pytest.fixture
def exported(text):
    return export_po(revision=text, locale="en")


def next_edition(matter, changes):
    """Adopt a second edition in which some words are replaced by others."""
    words = json.dumps(BODY, ensure_ascii=False)
    for old, new in changes.items():
        assert old in words
        words = words.replace(old, new)
    plan = matter.case.plan
    matter.opened(
        diarienummer="KS 2027/0044", plan=plan, body=json.loads(words), on=date(2027, 1, 11)
    )
    matter.memo(matter.ksau, date(2027, 1, 18))
    matter.decided(matter.ksau, date(2027, 1, 26), Outcome.BIFALL, paragraph=4)
    matter.memo(matter.ks, date(2027, 2, 1))
    matter.decided(matter.ks, date(2027, 2, 16), Outcome.BIFALL, paragraph=21)
    matter.decided(matter.kf, date(2027, 3, 15), Outcome.BIFALL, paragraph=33, present=60)
    return matter.case.revision
