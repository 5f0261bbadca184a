"""A remiss round as the public reads it: what was sent out, who was asked, what they answered."""

from dataclasses import dataclass
from datetime import date

from plandocs.models import Case, RemissAnswer, RemissRecipient, RemissRoundPage
from workflow.reading.body import read_body
from workflow.reading.nodes import Reading
from workflow.record.publicity import public_until


@dataclass(slots=True)
class RoundReading:
    """A round on a day. Answers are those that somebody has read and let be shown (R51).

    ``responses_public_until`` tells which responses to points the public may read.
    """

    page: RemissRoundPage
    case: Case | None
    is_open: bool
    reading: Reading
    recipients: list[RemissRecipient]
    answers: list[RemissAnswer]
    received: int
    first_day_given: date | None
    responses_public_until: date

    @property
    def language(self) -> str:
        """Set where the text is not in the language of the page; a round has only one."""
        return ""

    @property
    def withheld(self) -> int:
        """How many answers have come in that are not shown here."""
        return self.received - len(self.answers)


def read_round(page: RemissRoundPage, *, on: date) -> RoundReading:
    """Return what a reader of the round sees on ``on``."""
    answers = list(
        page.answers.shown().select_related("organisation").prefetch_related("points__bemotande")
    )
    extensions = list(page.extensions.all())
    case = Case.objects.filter(remisser__page=page).first()
    return RoundReading(
        page=page,
        case=case,
        is_open=page.is_open_on(on),
        reading=read_body(page.text.raw_data, field_name="text"),
        recipients=list(page.recipients.select_related("organisation")),
        answers=answers,
        received=page.answers.count(),
        first_day_given=extensions[0].closed_before if extensions else None,
        responses_public_until=public_until(case, case.submissions.all()) if case else date.min,
    )
