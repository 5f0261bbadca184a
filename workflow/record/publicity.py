"""When an official's answer becomes something the public may read (TF 2 kap. 10 and 12 §§)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from plandocs.models import Case


def public_until(case: Case, submissions: Iterable[Any]) -> date:
    """Return the day up to which answers to motives and points are public.

    They are working material until a memo has carried them to a body, or the case has ended.
    """
    if case.is_ended:
        return date.max
    sent = (submission.sent_on for submission in submissions if submission.moved_case)
    return max(sent, default=date.min)
