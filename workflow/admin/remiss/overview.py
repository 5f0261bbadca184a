"""A round as the officials follow it: who was asked, who has answered, what is left to answer."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from plandocs.models import RemissAnswer, RemissPoint, RemissRecipient, RemissRoundPage
from workflow.mail.secret_links import link_of
from workflow.mail.undelivered import bodies_without_letter
from workflow.procedure.unanswered import Tally


@dataclass(frozen=True, slots=True)
class Asked:
    """A body that was asked, its answers, and its link for those who may see it."""

    recipient: RemissRecipient
    answers: list[RemissAnswer]
    link: str
    letter_failed: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """A round on a day."""

    page: RemissRoundPage
    is_open: bool
    may_close: bool
    asked: list[Asked]
    others: list[RemissAnswer]
    progress: Tally

    @property
    def answered(self) -> int:
        return sum(bool(asked.answers) for asked in self.asked)

    @property
    def silent(self) -> int:
        return len(self.asked) - self.answered


def read_overview(page: RemissRoundPage, *, on: date, with_links: bool) -> Overview:
    """Return how the round stands on ``on``."""
    by_body: dict[int | None, list[RemissAnswer]] = defaultdict(list)
    answers = page.answers.select_related("organisation").annotate(
        point_count=Count("points"), met_count=Count("points", filter=~Q(points__bemotande=None))
    )
    for answer in answers:
        by_body[answer.organisation_id].append(answer)
    without_letter = bodies_without_letter(page)
    asked = [
        Asked(
            recipient,
            by_body.pop(recipient.organisation_id, []),
            link_of(recipient) if with_links else "",
            recipient.organisation.code in without_letter,
        )
        for recipient in page.recipients.select_related("organisation")
    ]
    return Overview(
        page=page,
        is_open=page.is_open_on(on),
        may_close=page.closed_on is None and page.is_over_on(on),
        asked=asked,
        others=[answer for found in by_body.values() for answer in found],
        progress=progress_of(page),
    )


def progress_of(page: RemissRoundPage) -> Tally:
    """Return how far the answering of the round's points has come."""
    points = RemissPoint.objects.filter(answer__round=page)
    return Tally(answered=points.exclude(bemotande=None).count(), total=points.count())
