"""One thing that happened to a case, ready to be printed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(slots=True)
class Event:
    """What happened on a day. ``order`` sorts what happened on the same day.

    ``is_strong`` marks a decision; ``decision`` is given for those, so that votes and motives can
    be printed; ``url`` leads to the page where more is to be read.
    """

    day: date
    order: int
    title: str
    sentences: list[str] = field(default_factory=list)
    is_strong: bool = False
    decision: Any = None
    changes: list[Any] = field(default_factory=list)
    url: str = ""
    url_text: str = ""
