"""Days written in numbers or in words."""

import re
from datetime import date

from plandocs.importing.lexicon import MONTHS

_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?::?e)?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d{{2}})\b", re.IGNORECASE
)


def find_date(text: str) -> date | None:
    """Return the first date in the text, written as 2023-01-23 or as 23 januari 2023."""
    return next((day for _place, day in dates_in(text)), None)


def dates_in(text: str) -> list[tuple[int, date]]:
    """Return every day there is in the text, each with its place."""
    found = [(m.start(), _day(m[1], m[2], m[3])) for m in _ISO.finditer(text)]
    found += [
        (m.start(), _day(m[3], str(MONTHS.index(m[2].lower()) + 1), m[1]))
        for m in _WRITTEN.finditer(text)
    ]
    return sorted((place, day) for place, day in found if day)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
