"""A case by clicking: from opening it to reading the adopted text in English, by everyone's hands.

The Kalmar case is the one that ``play_case`` plays, told from the same file; it runs where the
material lies beside the project. The short one always runs.
"""

from datetime import date
from pathlib import Path

import pytest
from django.utils.formats import date_format
from playwright.sync_api import expect

from plandocs.models import Case
from plandocs.text.compare import blocks_of
from tests.journeys.case_by_hand import CaseByHand

OWN = Path(__file__).parent / "cases" / "skolmat.toml"
KALMAR = Path(__file__).parents[3] / "shared" / "cases" / "kalmar-KS-2022-0037.toml"
APPEALABLE = "Antagen – kan överklagas t.o.m. "


@pytest.fixture
def by_hand(enters, passer_by, today_is, bodies):
    """A function from a case file to somebody who tells it by clicking."""

    def prepare(file):
        told = CaseByHand(file, enters, passer_by, today_is)
        bodies(told.told["organisation"])
        return told

    return prepare


def last_day(case):
    return date.fromisoformat(case.told["step"][-1]["expect"]["appealable_until"])


def reads_in_english(reader, title, *, how_much):
    reader.page.reload()  # the way to the English page is there since it was published
    reader.page.get_by_role("link", name="English").click()
    expect(reader.main.get_by_role("heading", name=title, level=1)).to_be_visible()
    reader.sees("This is a translation")
    reader.sees(f"{how_much} parts have been translated. The rest is shown in Swedish.")


def test_a_short_case_goes_all_the_way_by_clicking(by_hand, today_is):
    case = by_hand(OWN)
    words = {
        "Plan för skolmaten": "A plan for school meals",
        "Matro": "Peace to eat",
        "Dämpa ljudet i de fyra största matsalarna.": "Soften the sound in the four largest halls.",
    }

    case.is_told()
    reader = case.is_read(f"{APPEALABLE}16 oktober 2026")
    reader.sees("Det ska framgå vem som mäter svinnet.")
    reader.sees("Insatsen säger nu att köken väger varje dag.")
    case.is_translated(words)
    case.is_published(len(words))

    reads_in_english(reader, "A plan for school meals", how_much="3 of 15")
    reader.sees("Soften the sound in the four largest halls.")
    swedish = reader.main.locator('[lang="sv"]').filter(has_text="Låta eleverna ta maten själva")
    expect(swedish.first).to_be_visible()
    today_is(date(2026, 10, 17))
    case.is_read("Tiden för överklagande har gått ut")


def test_the_kalmar_case_goes_all_the_way_by_clicking(by_hand):
    if not KALMAR.exists():
        pytest.skip("The Kalmar case lies beside the project, in ../shared, and is not here.")
    case = by_hand(KALMAR)

    case.is_told()
    reader = case.is_read(f"{APPEALABLE}{date_format(last_day(case))}")
    text = Case.objects.get(diarienummer=case.number).revision
    blocks = [block for block in blocks_of(text) if block.kind == "focus_area"]
    areas = [block.place.split(" › ")[-1] for block in blocks]
    case.is_translated({case.case["title"]: "Against violence", areas[0]: "Focus area one"})
    case.is_published(2)

    assert len(areas) == 6
    reads_in_english(reader, "Against violence", how_much="2 of 95")
    reader.sees("Focus area one")
    expect(reader.main.locator('[lang="sv"]').filter(has_text=areas[1]).first).to_be_visible()
