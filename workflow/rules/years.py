"""Years as they are printed in the record, with two digits or four."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
_PIVOT = 50  # 50–99 are read as 19xx; no clock, so that a record reads the same for ever


def full_year(printed: str) -> int:
    """Return the year of two or four printed digits: “20” is 2020, “98” is 1998."""
    year = int(printed)
    if len(printed) > 2:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def is_full_year(printed: str) -> bool:
    """Say whether ``printed`` is four digits that can be a year of the record."""
    return len(printed) == 4 and FIRST_YEAR <= int(printed) <= LAST_YEAR
