"""What is told of one event, or of several that belong together, ready to be printed."""

from dataclasses import dataclass, field
from datetime import date

from workflow.models import Decision, TextChange


@dataclass(slots=True)
class Telling:
    """What happened on a day.

    ``is_strong`` marks a decision; ``decision`` is given for those, so that votes and motives can
    be printed; ``url`` leads to the page where more is to be read,
    in ``url_language``.
    """

    day: date
    title: str
    sentences: list[str] = field(default_factory=list)
    is_strong: bool = False
    decision: Decision | None = None
    changes: list[TextChange] = field(default_factory=list)
    url: str = ""
    url_text: str = ""
    url_language: str = ""
