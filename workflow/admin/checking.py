"""Looking before recording: a form is checked first, and recorded only as it was checked."""

import hashlib
import json

from django.http import QueryDict

ACTION, CHECKED = "action", "checked"
CHECK, RECORD, LIVE = "check", "record", "live"
_NOT_CHECKED = {"csrfmiddlewaretoken", ACTION, CHECKED, "form_key", "despite", "note"}


def seal(data: QueryDict) -> str:
    """Return a sum of what was filled in; the reason given for a deviation comes afterwards."""
    filled = {
        key: [value.strip() for value in data.getlist(key)]
        for key in sorted(data)
        if key not in _NOT_CHECKED
    }
    return hashlib.sha256(json.dumps(filled, sort_keys=True).encode()).hexdigest()


def is_as_checked(data: QueryDict) -> bool:
    """Whether the form is to be recorded, and reads as when it was checked."""
    return data.get(ACTION) == RECORD and data.get(CHECKED) == seal(data)
