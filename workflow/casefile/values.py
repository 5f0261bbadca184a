"""The values of a case file: what each may be, so that every database takes it.

A value is taken as TOML gives it, never turned into another kind: a date has no time, ``true`` is
no number, and "5" is no number either.
"""

import re
from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, Strict

from plandocs.models.plan import plan_kinds
from workflow.errors import RuleViolation
from workflow.rules.paragraph_number import Paragraph
from workflow.rules.years import FIRST_YEAR, LAST_YEAR

LONGEST_TEXT = 100_000  # characters; what a column holds is said where the key is
MOST_PERSONS = 32_767  # what a column of persons holds, in every database
HIGHEST_PARAGRAPH = 99_999
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # PostgreSQL keeps no NUL

Word = TypeVar("Word")


class Table(BaseModel):
    """A table of the file: its keys and no others."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _printable(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("must not hold control characters")
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return _printable(text)


def _in_order(years: tuple[int, int]) -> tuple[int, int]:
    if years[0] > years[1]:
        raise ValueError("must be the first year and the last")
    return years


def _known_kind(kind: str) -> str:
    kinds = [value for value, _name in plan_kinds()]
    if kind not in kinds:
        raise ValueError(f"must be one of {', '.join(kinds)}")
    return kind


def _paragraph(printed: object) -> Paragraph:
    if type(printed) is int and 1 <= printed <= HIGHEST_PARAGRAPH:
        return Paragraph(printed)
    if isinstance(printed, str):
        try:
            return Paragraph.parse(printed)
        except RuleViolation:
            pass
    raise ValueError("must be the number of a §, such as 203 or “§ 63/20”")


FILLED = AfterValidator(_filled)
MaybeEmpty = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_printable)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT), FILLED]
Code = Annotated[str, Field(max_length=60), FILLED]
Name = Annotated[str, Field(max_length=200), FILLED]
Title = Annotated[str, Field(max_length=255), FILLED]
Wording = Annotated[str, Field(max_length=500), FILLED]
FileName = Annotated[str, Field(max_length=1000), FILLED]
Count = Annotated[int, Field(ge=0, le=MOST_PERSONS)]
Day = Annotated[date, Field(ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31))]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Years = Annotated[tuple[Year, Year], Strict(False), AfterValidator(_in_order)]
Kind = Annotated[str, AfterValidator(_known_kind)]
PrintedParagraph = Annotated[Paragraph, PlainValidator(_paragraph)]
OneOf = Annotated[Word, Strict(False)]
"""A word of one of the project's vocabularies: ``OneOf[Outcome]``."""
