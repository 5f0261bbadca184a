"""The number of a § in the minutes: one number, one body, one calendar year."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workflow.errors import RuleViolation
from workflow.rules.years import full_year

SOURCE = "kommunallagen (2017:725) 5 kap. 65–67 §§"
_PRINTED = re.compile(r"(?:§\s*)?0*([1-9][0-9]{0,4})(?:\s*/\s*([0-9]{4}|[0-9]{2}))?\s*§?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A § of some body's minutes, and its year where the minutes print one."""

    number: int
    year: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Paragraph":
        """Read “§ 203”, “203” or “§ 63/20”; refuse the rest with ``paragraph_unreadable``.

        Source: established practice (R31).
        """
        found = _PRINTED.fullmatch(" ".join(text.split())) if len(text) < 40 else None
        if found is None:
            said = _(
                "“%(text)s” cannot be read as the number of a §. Write it as in the minutes, "
                "for example “§ 203” or “§ 63/20”."
            )
            raise RuleViolation(
                said % {"text": text[:40]}, code="paragraph_unreadable", source=SOURCE
            )
        number, year = found.groups()
        return cls(number=int(number), year=None if year is None else full_year(year))

    def __str__(self) -> str:
        """Return “§ 203”, or “§ 63/2020” where the year is known."""
        return f"§ {self.number}" if self.year is None else f"§ {self.number}/{self.year}"


def require_paragraph_in_year(*, paragraph: Paragraph, decided_on: date) -> None:
    """Refuse a § whose printed year is not the meeting's, with ``dates_impossible``.

    Source: established practice, one series per body and calendar year (R31).
    """
    if paragraph.year is None or paragraph.year == decided_on.year:
        return
    said = _(
        "%(paragraph)s belongs to %(year)s, but the meeting was on %(day)s. Check the "
        "paragraph and the date against the minutes."
    )
    raise RuleViolation(
        said % {"paragraph": paragraph, "year": paragraph.year, "day": date_format(decided_on)},
        code="dates_impossible",
        source=SOURCE,
    )


def paragraph_taken(*, number: int, body: str, year: int, taken_by: str) -> RuleViolation:
    """Return the refusal of a § that already stands for another decision.

    ``body`` is the body's name and ``taken_by`` the diarienummer of the case that has the §.
    It is returned, not raised: the service meets it both as a question and as a constraint.

    Source: established practice, one series per body and calendar year (R31).
    """
    said = _(
        "§ %(number)s of %(year)s is already recorded for %(body)s, in case %(case)s. Check "
        "the number against the minutes. If the earlier record is wrong, correct that one "
        "first."
    )
    return RuleViolation(
        said % {"number": number, "year": year, "body": body, "case": taken_by},
        code="paragraph_taken",
        source=SOURCE,
    )
