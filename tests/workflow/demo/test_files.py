"""The demo's files: their days, their words and their translations, as they stand on disk."""

import re
from datetime import date, timedelta
from pathlib import Path

import polib
import pytest

from workflow.casefile.reading import read_form
from workflow.demo.dates import WRITTEN_ON, moved, weeks_since_written
from workflow.management.commands.load_demo import CASES

REAL = Path(__file__).parents[4] / "shared" / "documents"
SEQUENCE = 8  # words in a row that two texts do not share by chance
FILES = sorted(CASES.rglob("*.toml"), key=lambda path: path.name)
RUNNING = [path for path in FILES if path.parent.name == "running"]
PO_FILES = sorted(CASES.rglob("*.po"))
WORDS = re.compile(r"\w+")


def sequences(text):
    words = [word.casefold() for word in WORDS.findall(text)]
    return {tuple(words[n : n + SEQUENCE]) for n in range(len(words) - SEQUENCE + 1)}


def days_of(file):
    return [value for step in file.steps for _key, value in step if isinstance(value, date)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nobody_works_on_the_record_at_a_weekend(path):
    open_to_all = {"answer"}

    file = read_form(path)

    assert not [
        step.on for step in file.steps if step.do not in open_to_all and step.on.weekday() > 4
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_council_meets_on_mondays(path):
    meetings = [
        step for step in read_form(path).steps if "KF" in step.bodies() and step.do == "decide"
    ]

    assert {step.on.weekday() for step in meetings} <= {0}


@pytest.mark.parametrize("path", RUNNING, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "today", [date(2025, 7, 1), WRITTEN_ON, date(2026, 12, 31), date(2027, 2, 28), date(2031, 5, 9)]
)
def test_what_is_going_on_is_going_on_whatever_the_day(path, today):
    by = weeks_since_written(today)
    as_written = read_form(path)

    file = moved(as_written, by=by)

    assert [day.weekday() for day in days_of(file)] == [
        day.weekday() for day in days_of(as_written)
    ]
    assert max(step.on for step in file.steps) <= today
    assert today - max(step.on for step in file.steps) < timedelta(days=30)
    number = file.case.number
    assert number.year == file.steps[0].on.year
    if file.case.valid:
        assert file.case.valid[0] - number.year == as_written.case.valid[0] - 2026


@pytest.mark.parametrize("path", RUNNING, ids=lambda path: path.stem)
def test_the_text_of_a_case_whose_days_move_names_no_year(path):
    words = path.read_text("utf-8")
    if document := re.search(r'^document = "(.+)"', words, re.MULTILINE):
        words += (path.parent / document[1]).read_text("utf-8")
    steps = re.sub(
        r"^(on|closes_on|adjusted_on|announced_on|valid|diarienummer) =.*", "", words, flags=re.M
    )

    years = set(re.findall(r"(?<![(\d])20\d\d\b", steps))

    assert years == set()


def test_a_case_is_not_moved_within_the_week_in_which_it_was_written():
    assert weeks_since_written(WRITTEN_ON + timedelta(days=6)) == timedelta()
    assert weeks_since_written(WRITTEN_ON + timedelta(days=7)) == timedelta(weeks=1)
    assert weeks_since_written(WRITTEN_ON - timedelta(days=1)) == timedelta(weeks=-1)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not beside the project")
@pytest.mark.parametrize("real", sorted(REAL.glob("*.txt")), ids=lambda path: path.stem)
def test_nothing_of_the_real_documents_stands_in_the_demo(real):
    theirs = sequences(real.read_text("utf-8", errors="replace"))

    for path in [*FILES, *CASES.rglob("*.md")]:
        assert not theirs & sequences(path.read_text("utf-8")), path.name


@pytest.mark.parametrize("path", PO_FILES, ids=lambda path: path.name)
def test_a_translation_has_no_fuzzy_entry_and_keeps_every_footnote_mark(path):
    po = polib.pofile(str(path))

    assert not po.fuzzy_entries()
    assert not po.obsolete_entries()
    for entry in po.translated_entries():
        assert entry.msgid.count("<sup>") == entry.msgstr.count("<sup>")


def test_the_english_translation_is_whole():
    po = polib.pofile(str(CASES / "plan-mot-ensamhet-2024.en.po"))

    assert po.untranslated_entries() == []


def test_arabic_is_written_in_arabic_letters():
    po = polib.pofile(str(CASES / "plan-mot-ensamhet-2024.ar.po"))

    assert not [
        entry.msgid for entry in po.translated_entries() if not re.search("[ء-ي]", entry.msgstr)
    ]
