"""Working days: lag (1989:253) om allmänna helgdagar, lag (1930:173) 2 § (R36)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.rules.calendar import is_vardag, next_vardag

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))

# Easter Sunday, from the Church's almanac; the movable days are counted from it.
EASTER = [
    date(2018, 4, 1),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
]


@pytest.mark.parametrize("easter", EASTER)
def test_the_days_that_move_with_easter_are_days_off(easter):
    good_friday, easter_monday = easter - timedelta(days=2), easter + timedelta(days=1)
    ascension, pentecost = easter + timedelta(days=39), easter + timedelta(days=49)

    assert not any(map(is_vardag, (good_friday, easter, easter_monday, ascension, pentecost)))
    assert is_vardag(easter - timedelta(days=3))  # skärtorsdagen
    assert next_vardag(good_friday) == easter + timedelta(days=2)


@pytest.mark.parametrize("year", range(1990, 2100))
def test_the_days_with_a_fixed_date_are_days_off_every_year(year):
    fixed = [(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)]

    assert not any(is_vardag(date(year, month, day)) for month, day in fixed)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 6, 23), False),  # midsommarafton
        (date(2023, 6, 24), False),  # midsommardagen
        (date(2025, 6, 20), False),  # midsommarafton
        (date(2025, 6, 19), True),
        (date(2023, 6, 6), False),  # nationaldagen, since 2005
        (date(2003, 6, 6), True),
        (date(2004, 5, 31), False),  # annandag pingst, until 2004
        (date(2005, 5, 16), True),
        (date(2023, 11, 4), False),  # alla helgons dag, a Saturday
        (date(2024, 4, 30), True),  # valborgsmässoafton
        (date(2024, 5, 10), True),  # klämdag
        (date(2024, 1, 5), True),  # trettondagsafton
        (date(2024, 12, 23), True),
        (date(2024, 12, 27), True),
        (date(2023, 3, 25), False),  # Saturday
        (date(2023, 3, 26), False),  # Sunday
        (date(2023, 3, 27), True),
    ],
)
def test_a_vardag_is_no_saturday_no_holiday_and_none_of_the_three_eves(day, expected):
    assert is_vardag(day) is expected


@given(day=DAYS)
def test_the_next_vardag_is_the_first_one(day):
    found = next_vardag(day)

    assert is_vardag(found)
    skipped = [day + timedelta(days=n) for n in range((found - day).days)]
    assert not any(map(is_vardag, skipped))
    assert len(skipped) <= 5  # the longest run: from julafton on a Thursday, or from Good Friday


@given(day=DAYS)
def test_a_vardag_is_its_own_next_vardag(day):
    assert next_vardag(next_vardag(day)) == next_vardag(day)


@given(day=DAYS)
def test_no_weekend_is_a_vardag(day):
    if day.isoweekday() in (6, 7):
        assert not is_vardag(day)
