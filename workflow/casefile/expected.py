"""What a case file expects of its case, held against the report."""

from collections.abc import Mapping
from datetime import date


def differences(found: Mapping[str, object], expected: Mapping[str, object]) -> str:
    """Return in words what is not as expected; empty where all is."""
    return "; ".join(
        f"{key} is {found.get(key)!r}, expected {value!r}"
        for key, value in expected.items()
        if not _agrees(found.get(key), value)
    )


def _agrees(found: object, wanted: object) -> bool:
    """A table is compared key by key, a list item by item; a date by its ISO form."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(_agrees(found.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list):
        return len(found) == len(wanted) and all(map(_agrees, found, wanted))
    return found == (wanted.isoformat() if isinstance(wanted, date) else wanted)
