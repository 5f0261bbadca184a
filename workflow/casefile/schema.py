"""What a case file may hold: its tables, keys and the kind of each value."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from plandocs.models.plan import plan_kinds
from plandocs.vocabulary import (
    AnswerChannel,
    AppealOutcome,
    Basis,
    ChangeKind,
    MotiveResponse,
    OrganisationType,
    Outcome,
    PointResponse,
    Stance,
)
from workflow.errors import RuleViolation
from workflow.rules.paragraphs import Paragraph
from workflow.rules.years import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what its value must be, in words and as a test, and whether it must be there."""

    expects: str
    fits: Callable[[Any], bool]
    required: bool = False
    closer: Callable[[Any], str] = lambda value: ""
    """What is wrong inside the value, where that can be said."""


LONGEST_TEXT = 100_000  # characters; what a column holds is said where the key is
MOST_PERSONS = 32_767  # what a column of persons holds, in every database
HIGHEST_PARAGRAPH = 99_999
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # PostgreSQL keeps no NUL


def is_printable(value: str) -> bool:
    """Whether a text can be kept in every database."""
    return not _CONTROL.search(value)


def _is_text(value: Any, longest: int = LONGEST_TEXT) -> bool:
    return _may_be_empty(value, longest) and bool(value.strip())


def _may_be_empty(value: Any, longest: int = LONGEST_TEXT) -> bool:
    return isinstance(value, str) and len(value) <= longest and is_printable(value)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_PERSONS


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime) and _is_year(value.year)


def _is_year(value: Any) -> bool:
    return type(value) is int and FIRST_YEAR <= value <= LAST_YEAR


def _is_years(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(map(_is_year, value))
        and value[0] <= value[1]
    )


def _is_paragraph(value: Any) -> bool:
    if isinstance(value, str):
        try:
            Paragraph.parse(value)
        except RuleViolation:
            return False
        return True
    return type(value) is int and 1 <= value <= HIGHEST_PARAGRAPH


def _text(*, required: bool = False, longest: int = LONGEST_TEXT) -> Key:
    limit = f" of at most {longest} characters" if longest < LONGEST_TEXT else ""
    return Key(f"a text{limit}", lambda value: _is_text(value, longest), required)


def _replacement() -> Key:
    return Key("a text, which may be empty", _may_be_empty, True)


def _count(*, required: bool = False) -> Key:
    return Key(f"a whole number from 0 to {MOST_PERSONS}", _is_count, required)


def _day(*, required: bool = False) -> Key:
    return Key(f"a date between {FIRST_YEAR} and {LAST_YEAR}, without a time", _is_day, required)


def _texts(*, required: bool = False, longest: int = LONGEST_TEXT) -> Key:
    return Key(
        "a list of texts, none of them empty",
        lambda value: isinstance(value, list) and all(_is_text(item, longest) for item in value),
        required,
    )


def _truth() -> Key:
    return Key("true or false", lambda value: isinstance(value, bool))


def _one_of(words: Any, *, required: bool = False) -> Key:
    return Key("one of " + ", ".join(words.values), lambda value: value in words.values, required)


def _kind() -> Key:
    return Key(
        "one of " + ", ".join(kind for kind, _name in plan_kinds()),
        lambda value: isinstance(value, str) and value in dict(plan_kinds()),
    )


def _table(keys: Mapping[str, Key]) -> Key:
    return Key(
        "a table with " + ", ".join(keys),
        lambda value: not problems(value, keys),
        closer=lambda value: next(iter(problems(value, keys)), ""),
    )


def _tables(keys: Mapping[str, Key], *, required: bool = False) -> Key:
    return Key(
        "a list of tables with " + ", ".join(keys),
        lambda value: isinstance(value, list) and not any(problems(item, keys) for item in value),
        required,
        closer=lambda value: _closer(value, keys),
    )


def _closer(tables: Any, keys: Mapping[str, Key]) -> str:
    for number, table in enumerate(tables if isinstance(tables, list) else [], start=1):
        for problem in problems(table, keys):
            return f"{number}: {problem}"
    return ""


def _first_draft() -> Key:
    tables = _tables(
        {
            **dict.fromkeys(PARTS, _text()),
            "heading": _text(longest=255),
            "focus_area": _text(longest=255),
            "responsible": _texts(longest=200),
        }
    )
    return Key(
        f"a list of tables, each with one of {', '.join(PARTS)} (and responsible with a measure)",
        lambda value: tables.fits(value) and all(map(_is_one_part, value)),
        closer=tables.closer,
    )


def _is_one_part(table: Mapping[str, Any]) -> bool:
    parts = [key for key in PARTS if key in table]
    return len(parts) == 1 and ("responsible" not in table or parts == ["measure"])


def _expectations() -> Key:
    return Key(
        "a table with keys of the JSON: " + ", ".join(REPORTED),
        lambda value: isinstance(value, dict) and set(value) <= set(REPORTED),
    )


def problems(table: Any, keys: Mapping[str, Key]) -> list[str]:
    """Return what is wrong with a table's keys, each as a short sentence."""
    if not isinstance(table, dict):
        return ["this must be a table"]
    found = [f"unknown key “{key[:60]}”" for key in table if key not in keys]
    found += [
        f"“{name}” is missing" for name, key in keys.items() if key.required and name not in table
    ]
    for name, value in table.items():
        if name in keys and not keys[name].fits(value):
            closer = keys[name].closer(value)
            found.append(f"“{name}” {closer or 'must be ' + keys[name].expects}")
    return found


PARTS = ("heading", "paragraph", "focus_area", "measure")
REPORTED = (
    "diarienummer",
    "stage",
    "decisions",
    "remiss",
    "revision",
    "appealable_until",
    "laga_kraft_earliest",
    "laga_kraft_confirmed",
    "translations",
    "plan_url",
)
"""The keys of what ``workflow.casefile.report`` returns."""

CASE = {
    "diarienummer": _text(required=True, longest=60),
    "title": _text(required=True, longest=255),
    "kind": _kind(),
    "decided_by": _text(longest=200),
    "document": _text(longest=1000),
    "text": _first_draft(),
    "valid": Key(f"two years between {FIRST_YEAR} and {LAST_YEAR}, first and last", _is_years),
    "plan": _text(longest=255),
    "summary": _text(longest=600),
    "area": _text(longest=80),
    "responsible": _text(longest=200),
    "applies_to": _text(longest=255),
    "replaces": _texts(longest=255),
}

ORGANISATION = {
    "code": _text(required=True, longest=60),
    "name": _text(required=True, longest=200),
    "members": _count(),
    "aliases": _texts(longest=200),
    "type": _one_of(OrganisationType),
    "email": _text(longest=254),
}

_EVERY_STEP = {
    "on": _day(required=True),
    "do": _text(required=True),
    "refused": _text(longest=60),
    "expect": _expectations(),
}

STEPS: dict[str, dict[str, Key]] = {
    "memo": {
        "to": _text(required=True),
        "proposal": _texts(required=True),
        "background": _text(),
        "assessment": _text(),
        "despite": _texts(),
        "note": _text(),
    },
    "decide": {
        "body": _text(required=True),
        "paragraph": Key("the number of a §, such as 203 or “§ 63/20”", _is_paragraph),
        "outcome": _one_of(Outcome, required=True),
        "present": _count(),
        "requested_by": _count(),
        "ballot": _table(
            {
                "present": _count(required=True),
                "in_favour": _count(required=True),
                "against": _count(required=True),
                "chair_in_favour": _truth(),
            }
        ),
        "votes": _tables(
            {
                "question": _text(longest=500),
                "ja_for": _text(required=True, longest=500),
                "nej_for": _text(required=True, longest=500),
                "ja": _count(required=True),
                "nej": _count(required=True),
                "avstar": _count(),
                "closed": _truth(),
                "names": _table({side: _texts(longest=200) for side in ("ja", "nej", "avstar")}),
            }
        ),
        "motives": _tables({"text": _text(required=True), "supporters": _count()}),
        "changes": _tables({"find": _text(required=True), "replace": _replacement()}),
        "basis": _one_of(Basis),
        "reservations": _texts(),
        "yrkanden": _texts(),
        "jav": _texts(),
        "sent_to": _texts(),
        "immediately_adjusted": _truth(),
        "despite": _texts(),
        "note": _text(),
    },
    "open_remiss": {
        "closes_on": _day(required=True),
        "to": _texts(),
        "public": _truth(),
        "questions": _texts(),
        "missive": _text(),
    },
    "answer": {
        "from": _text(required=True, longest=200),
        "channel": _one_of(AnswerChannel),
        "stance": _one_of(Stance, required=True),
        "points": _tables({"on": _text(required=True), "text": _text(required=True)}),
        "text": _text(),
        "shown": _truth(),
    },
    "extend_remiss": {"closes_on": _day(required=True)},
    "close_remiss": {},
    "answer_point": {
        "from": _text(required=True),
        "point": _count(required=True),
        "response": _one_of(PointResponse, required=True),
        "reason": _text(required=True),
    },
    "edit": {
        "find": _text(required=True),
        "replace": _replacement(),
        "change": _one_of(ChangeKind, required=True),
    },
    "answer_motive": {
        "motive": _count(required=True),
        "response": _one_of(MotiveResponse, required=True),
        "reason": _text(required=True),
    },
    "announce": {"adjusted_on": _day(required=True), "announced_on": _day(required=True)},
    "appeal": {"outcome": _one_of(AppealOutcome, required=True), "note": _text()},
    "confirm_laga_kraft": {},
    "translate": {"locale": _text(required=True), "po": _text(required=True, longest=1000)},
    "publish_translation": {"locale": _text(required=True)},
    "easy_read": {
        "title": _text(longest=255),
        "sections": _tables(
            {
                "heading": _text(longest=255),
                "text": _texts(required=True),
                "covers": _texts(),
            },
            required=True,
        ),
    },
}
for _keys in STEPS.values():
    _keys.update(_EVERY_STEP)
