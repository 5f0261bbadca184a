"""A memo's background retells dated events, reasons and changes: each once, in its own words."""

from datetime import date

import pytest

from plandocs.importing.memo.changes import read_changes, read_reasons
from plandocs.importing.memo.events import find_date, read_events
from plandocs.importing.running_text import sentences


def event(text):
    (found,) = read_events([text])
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("den 4 mars 2025", date(2025, 3, 4)),
        ("den 4:e mars 2025", date(2025, 3, 4)),
        ("2025-03-04", date(2025, 3, 4)),
        ("4 MARS 2025", date(2025, 3, 4)),
        ("den 31 februari 2025", None),
        ("2025-13-01", None),
        ("i mars 2025", None),
        ("4 mars", None),
    ],
)
def test_a_day_is_found_if_there_is_such_a_day(text, day):
    assert find_date(text) == day


def test_the_first_of_two_days_is_the_one_printed_first():
    assert find_date("Den 5 mars 2025 och 2024-01-01.") == date(2025, 3, 5)


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("återremitterade kommunstyrelsen ärendet", "återremiss"),
        ("bordlade kommunstyrelsen ärendet", "bordläggning"),
        ("beslutade kommunstyrelsen att skicka planen på remiss", "remiss"),
        ("avslog kommunstyrelsen motionen", "avslag"),
        ("antog kommunfullmäktige planen", "antagande"),
        ("beslutade kommunfullmäktige att anta planen", "antagande"),
        ("beslutade kommunstyrelsen att föreslå fullmäktige att anta planen", "beslut"),
        ("gav kommunstyrelsen förvaltningen i uppdrag att skriva en plan", "uppdrag"),
        ("godkände kommunstyrelsen planen", "godkännande"),
        ("beslutade kommunstyrelsen om planen", "beslut"),
    ],
)
def test_an_event_is_named_by_what_was_decided(said, action):
    assert event(f"Den 4 mars 2025 {said}.").action == action


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Den 4 mars 2025 beslutade kommunstyrelsen om planen.", "Kommunstyrelsen"),
        ("Kommunstyrelsens beslut togs den 4 mars 2025.", "Kommunstyrelsen"),
        ("Miljönämnden beslutade den 4 mars 2025.", "Miljönämnden"),
        ("Vid kultur- och fritidsnämndens möte 2025-03-04 beslutades det.",
         "Kultur- och fritidsnämnden"),
        ("Det beslutades den 4 mars 2025.", ""),
    ],
)  # fmt: skip
def test_the_body_is_the_one_named_nearest_the_day(text, body):
    assert event(text).body == body


def test_a_season_stands_for_a_day_only_where_no_day_is_printed():
    found = event("Remissvar inkom under våren 2025.")

    assert (found.day, found.season, found.action) == (None, "våren 2025", "remissvar inkom")


def test_a_sentence_that_tells_of_two_seasons_is_two_events():
    first, second = read_events(
        ["Remissvar inkom under våren 2025 och under hösten 2025 arbetades planen om."]
    )

    assert (first.season, second.season) == ("våren 2025", "hösten 2025")
    assert second.text == "Under hösten 2025 arbetades planen om."


@pytest.mark.parametrize(
    "text",
    [
        "Planen beskriver vatten.",
        "Kommunstyrelsen antog planen.",
        "Sjön mättes den 4 mars 2025.",
        "Sedan beslutet den 4 mars 2025 har inget hänt.",
    ],
)
def test_a_sentence_without_day_or_decision_tells_of_no_event(text):
    assert list(read_events([text])) == []


def test_an_event_that_is_told_twice_is_one():
    told = "Den 4 mars 2025 beslutade kommunstyrelsen om planen."

    assert len(list(read_events([told, f"{told} {told}"]))) == 1


def test_why_a_matter_was_sent_back_is_kept():
    found = event(
        "Den 4 mars 2025 återremitterade kommunfullmäktige ärendet i syfte att belysa kostnaden."
    )

    assert found.motive == "belysa kostnaden"


def test_reasons_are_those_numbered_in_a_paragraph_that_explains():
    paragraph = (
        "Ändringen görs inte, för det första därför att kostnaden är hög. "
        "För det andra att tiden är kort. Dessutom saknas underlag."
    )

    assert len(list(read_reasons([paragraph]))) == 3
    assert list(read_reasons(["För det första är det dyrt."])) == []


@pytest.mark.parametrize("verb", ["har bytts ut mot", "har ersatts av", "ändrats till"])
def test_a_change_tells_where_what_it_said_and_says(verb):
    (change,) = read_changes([f"En ändring: På sidan 4 ”gruppen” {verb} ”rådet”."])

    assert (change.old, change.new) == ("gruppen", "rådet")


def test_a_change_is_editorial_only_if_it_is_said_to_be():
    said = "På sidan 4 har ”a” bytts ut mot ”b” då det var fel."

    (plain,) = read_changes([f"{said}"])
    (editorial,) = read_changes([f"Redaktionell ändring. {said}"])

    assert (plain.kind, plain.where, plain.reason) == ("", "sidan 4", "det var fel")
    assert editorial.kind == "redaktionell"


@pytest.mark.parametrize(
    ("text", "count"),
    [("Ett. Två! Tre?", 3), ("T.ex. så här.", 1), ("kl. 10 i dag.", 1), ("", 0)],
)
def test_sentences_end_at_a_stop_before_a_capital(text, count):
    assert len(sentences(text)) == count
