"""Swedish working days (vardagar)."""

from datetime import date, timedelta
from functools import cache

from holidays.constants import DE_FACTO, PUBLIC
from holidays.countries.sweden import Sweden

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


def is_vardag(day: date) -> bool:
    """Say whether ``day`` is none of: Saturday, Sunday, public holiday, and the eves of
    Midsummer, Christmas and New Year.

    Source: lag (1989:253) om allmänna helgdagar; lag (1930:173) 2 § (R36).
    """
    return day.weekday() < _SATURDAY and day not in _days_off(day.year)


def next_vardag(day: date) -> date:
    """Return ``day`` if it is a vardag, otherwise the first vardag after it.

    Source: lag (1930:173) om beräkning av lagstadgad tid 2 § (R36).
    """
    while not is_vardag(day):
        day += _ONE_DAY
    return day


@cache
def _days_off(year: int) -> frozenset[date]:
    """Holidays and eves; Sundays, which lag (1989:253) counts among them, are not in it.

    All at once: the library fills its calendar while it is asked, which threads can see.
    """
    return frozenset(Sweden(years=year, categories=(PUBLIC, DE_FACTO)))
