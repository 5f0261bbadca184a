"""What is wrong with the form of a case file, in one line that names the place."""

import re
from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is an unknown key",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "dict_type": "must be a table",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "string_type": "must be a text",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "too_long": "must have at most {max_length} values",
    "date_type": "must be a date, without a time",
    "union_tag_not_found": "“do” is missing",
    "union_tag_invalid": "unknown verb “{tag}”: “do” is one of {expected_tags}",
    "value_error": "{error}",
}
"""The library's words, where they are not those of the file. The rest: “must be …”, as it says."""

_LONGEST = 60  # characters of what the file says, where it is quoted
_TABLES = {"case": "[case]", "organisation": "[[organisation]]", "step": "[[step]]"}


def in_words(error: ValidationError) -> str:
    """Return the first fault; a misspelt key goes before the one that is missing for it."""
    faults = error.errors(include_url=False, include_input=False)
    first = faults[0]
    return _line(next((fault for fault in faults if _is_unknown_beside(fault, first)), first))


def _is_unknown_beside(fault: ErrorDetails, first: ErrorDetails) -> bool:
    return fault["type"] == "extra_forbidden" and fault["loc"][:-1] == first["loc"][:-1]


def _line(fault: ErrorDetails) -> str:
    said = re.sub(r"^\w+ should ", "must ", fault["msg"])
    if fault["type"] in WORDS:
        quoted = {name: _quoted(name, value) for name, value in fault.get("ctx", {}).items()}
        said = WORDS[fault["type"]].format(**quoted)
    return f"{_place(fault['loc'])} {said}"


def _quoted(name: str, value: object) -> str:
    return str(value)[:_LONGEST] if name == "tag" else str(value)


def _place(location: Sequence[int | str]) -> str:
    """“step 2 (decide): “votes” 1 “ja””: tables and lists are counted from one."""
    match location:
        case ["case", str(), *_] | ["case"]:
            return " ".join(["[case]", *map(_part, location[1:])])
        case ["step", int(number), str(verb), *rest]:
            return " ".join([f"step {number + 1} ({verb}):", *map(_part, rest)])
        case ["step" | "organisation" as table, int(number), *rest]:
            return " ".join([f"{table} {number + 1}:", *map(_part, rest)])
        case [str(table)]:
            return _TABLES.get(table, _part(table))
    return " ".join(map(_part, location))


def _part(part: int | str) -> str:
    return f"“{part[:_LONGEST]}”" if isinstance(part, str) else str(part + 1)
