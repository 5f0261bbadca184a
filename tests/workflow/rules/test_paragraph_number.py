"""Paragraph numbers: kommunallagen (2017:725) 5 kap. 65–67 §§, established practice (R31)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import RuleViolation
from workflow.rules.paragraph_number import Paragraph, paragraph_taken, require_paragraph_in_year


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("§ 203", 203, None),
        ("203", 203, None),
        ("§203", 203, None),
        (" §\u00a0203 ", 203, None),
        ("203 §", 203, None),
        ("§ 63/20", 63, 2020),
        ("63/2020", 63, 2020),
        ("§ 63 / 98", 63, 1998),
        ("§ 007", 7, None),
    ],
)
def test_a_paragraph_is_read_as_the_minutes_print_it(text, number, year):
    assert Paragraph.parse(text) == Paragraph(number=number, year=year)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "§",
        "§ 0",
        "§ -3",
        "§ 12a",
        "§§ 45–58",
        "§ 63/2",
        "§ 63/020",
        "§ 123456",
        "§ ٣",
        "9" * 99,
    ],
)
def test_what_is_no_paragraph_is_refused(text):
    with pytest.raises(RuleViolation) as violation:
        Paragraph.parse(text)

    assert violation.value.code == "paragraph_unreadable"


@given(number=st.integers(1, 99_999), year=st.none() | st.integers(1900, 2099))
def test_what_is_written_is_read_back(number, year):
    paragraph = Paragraph(number=number, year=year)

    assert Paragraph.parse(str(paragraph)) == paragraph


@pytest.mark.parametrize(
    ("text", "decided_on"),
    [
        ("§ 63/20", date(2020, 12, 31)),
        ("§ 63/20", date(2020, 1, 1)),
        ("§ 63", date(2021, 1, 14)),
    ],
)
def test_a_paragraph_in_its_year_or_without_one_passes(text, decided_on):
    require_paragraph_in_year(paragraph=Paragraph.parse(text), decided_on=decided_on)


@pytest.mark.parametrize("decided_on", [date(2021, 1, 14), date(2019, 12, 31)])
def test_a_paragraph_out_of_its_year_is_refused(decided_on):
    with pytest.raises(RuleViolation) as violation:
        require_paragraph_in_year(paragraph=Paragraph.parse("§ 63/20"), decided_on=decided_on)

    assert violation.value.code == "dates_impossible"


def test_the_refusal_of_a_taken_number_names_the_case_that_has_it():
    refusal = paragraph_taken(
        number=203, body="Kommunfullmäktige", year=2022, taken_by="KS 2022/0037"
    )

    assert refusal.code == "paragraph_taken"
    assert all(
        word in refusal.message for word in ("203", "2022", "Kommunfullmäktige", "KS 2022/0037")
    )
