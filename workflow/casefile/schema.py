"""What a case file may hold: its tables, keys and the kind of each value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what its value must be, in words and as a test, and whether it must be there."""

    expects: str
    fits: Callable[[Any], bool]
    required: bool = False


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_years(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(_is_count(year) for year in value)
        and value[0] <= value[1]
    )


def _text(*, required: bool = False) -> Key:
    return Key("a text", _is_text, required)


def _count(*, required: bool = False) -> Key:
    return Key("a whole number", _is_count, required)


def _day(*, required: bool = False) -> Key:
    return Key("a date", _is_day, required)


def _texts(*, required: bool = False) -> Key:
    return Key("a list of texts", _is_texts, required)


def _truth() -> Key:
    return Key("true or false", lambda value: isinstance(value, bool))


def _one_of(words: Any, *, required: bool = False) -> Key:
    return Key("one of " + ", ".join(words.values), lambda value: value in words.values, required)


def _table(keys: Mapping[str, Key]) -> Key:
    return Key(
        "a table with " + ", ".join(keys),
        lambda value: isinstance(value, dict) and not problems(value, keys),
    )


def _tables(keys: Mapping[str, Key], *, required: bool = False) -> Key:
    return Key(
        "a list of tables with " + ", ".join(keys),
        lambda value: (
            isinstance(value, list)
            and all(isinstance(item, dict) and not problems(item, keys) for item in value)
        ),
        required,
    )


def problems(table: Mapping[str, Any], keys: Mapping[str, Key]) -> list[str]:
    """Return what is wrong with a table's keys, each as a short sentence."""
    found = [f"unknown key “{key}”" for key in table if key not in keys]
    found += [
        f"“{name}” is missing" for name, key in keys.items() if key.required and name not in table
    ]
    found += [
        f"“{name}” must be {keys[name].expects}"
        for name, value in table.items()
        if name in keys and not keys[name].fits(value)
    ]
    return found


CASE = {
    "diarienummer": _text(required=True),
    "title": _text(required=True),
    "kind": _text(),
    "decided_by": _text(),
    "document": _text(),
    "text": _tables(
        {
            "heading": _text(),
            "paragraph": _text(),
            "focus_area": _text(),
            "measure": _text(),
            "responsible": _texts(),
        }
    ),
    "valid": Key("two years, first and last", _is_years),
    "plan": _text(),
    "summary": _text(),
    "area": _text(),
    "responsible": _text(),
    "applies_to": _text(),
    "replaces": _texts(),
}

ORGANISATION = {
    "code": _text(required=True),
    "name": _text(required=True),
    "members": _count(),
    "aliases": _texts(),
    "type": _one_of(OrganisationType),
    "email": _text(),
}

_EVERY_STEP = {
    "on": _day(required=True),
    "do": _text(required=True),
    "refused": _text(),
    "expect": Key("a table", lambda value: isinstance(value, dict)),
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
        "paragraph": _count(),
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
                "question": _text(),
                "ja_for": _text(required=True),
                "nej_for": _text(required=True),
                "ja": _count(required=True),
                "nej": _count(required=True),
                "avstar": _count(),
            }
        ),
        "motives": _tables({"text": _text(required=True), "supporters": _count()}),
        "changes": _tables(
            {
                "find": _text(required=True),
                "replace": Key("a text", lambda v: isinstance(v, str), True),
            }
        ),
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
        "from": _text(required=True),
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
        "replace": Key("a text", lambda value: isinstance(value, str), True),
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
    "translate": {"locale": _text(required=True), "po": _text(required=True)},
    "publish_translation": {"locale": _text(required=True)},
    "easy_read": {
        "title": _text(),
        "sections": _tables(
            {
                "heading": _text(),
                "text": _texts(required=True),
                "covers": _texts(),
            },
            required=True,
        ),
    },
}
for _keys in STEPS.values():
    _keys.update(_EVERY_STEP)
