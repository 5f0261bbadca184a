"""What the record holds of a case up to a day, read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from plandocs.models import (
    Case,
    Organisation,
    PlanPage,
    PlanRevisionPage,
    RemissAnswer,
    RemissPoint,
    RemissRoundPage,
)
from plandocs.text.compare import (
    BlockChange,
    TextBlock,
    blocks_of,
    blocks_of_stream,
    compare_blocks,
)
from workflow.models import Adoption, Decision, Submission
from workflow.procedure.changes import MarkedChange, changes_since, last_that_counts
from workflow.procedure.parts import Part, part_of


@dataclass(frozen=True, slots=True)
class Round:
    """One remiss as it stood on the day: who was asked, who answered, what the text became."""

    page: RemissRoundPage
    is_closed: bool
    asked: Sequence[Organisation]
    answers: Sequence[RemissAnswer]
    changes: Sequence[BlockChange]
    was_changed_later: bool
    """Whether the text was left as it was at first, but is another today."""

    @property
    def points(self) -> list[RemissPoint]:
        """Every point of every answer."""
        return [point for answer in self.answers for point in answer.points.all()]

    @property
    def silent(self) -> list[Organisation]:
        """Those who were asked and did not answer."""
        answered = {answer.organisation_id for answer in self.answers}
        return [body for body in self.asked if body.pk not in answered]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The edition that the case is to replace: when it was adopted, and what differs from it."""

    adoption: Adoption
    changes: Sequence[BlockChange]


@dataclass(frozen=True, slots=True)
class Record:
    """A case up to a day, as a memo to ``to`` tells it."""

    case: Case
    plan: PlanPage
    to: Organisation
    blocks: Sequence[TextBlock]
    text: PlanRevisionPage
    submissions: Sequence[Submission]
    decisions: Sequence[Decision]
    rounds: Sequence[Round]
    earlier: Earlier | None
    ended: Sequence[PlanPage]
    changed_since: Decision | None
    changes: Sequence[MarkedChange]
    on: date

    def part_of(self, body: Organisation) -> Part:
        """Return the part a body has in the case."""
        return part_of(body, self.case)


def read_record(case: Case, *, to: Organisation, on: date) -> Record:
    """Gather the facts of ``case`` up to ``on``; one text is compared a round, and two more."""
    text = case.latest_text()
    blocks = blocks_of(text)
    submissions = list(
        case.submissions.filter(sent_on__lte=on).select_related("body", "text_revision")
    )
    decisions = _decisions(case, on=on)
    tried = last_that_counts(decisions)
    return Record(
        case=case,
        plan=case.plan,
        to=to,
        blocks=blocks,
        text=text,
        submissions=submissions,
        decisions=decisions,
        rounds=_rounds(case, submissions, blocks, on=on),
        earlier=_earlier(case, blocks),
        ended=list(case.replaces.all()),
        changed_since=tried,
        changes=changes_since(tried, text=text) if tried else [],
        on=on,
    )


def _decisions(case: Case, *, on: date) -> list[Decision]:
    found = (
        case.decisions.select_related("body", "text_revision")
        .prefetch_related("corrections", "motives__answer", "changes")
        .order_by("pk")
    )
    return [decision for decision in found if decision.current_date <= on]


def _rounds(
    case: Case, submissions: Sequence[Submission], blocks: Sequence[TextBlock], *, on: date
) -> list[Round]:
    answers = (
        RemissAnswer.objects.filter(received_on__lte=on)
        .select_related("organisation")
        .prefetch_related(Prefetch("points", RemissPoint.objects.select_related("bemotande")))
    )
    pages = (
        RemissRoundPage.objects.filter(opening__case=case, opened_on__lte=on)
        .prefetch_related("recipients__organisation", "extensions", Prefetch("answers", answers))
        .order_by("opened_on", "pk")
    )
    return [_round(page, submissions, blocks, on=on) for page in pages]


def _round(
    page: RemissRoundPage,
    submissions: Sequence[Submission],
    blocks: Sequence[TextBlock],
    *,
    on: date,
) -> Round:
    closed = page.closed_on if page.closed_on and page.closed_on <= on else None
    sent_out = blocks_of_stream(list(page.text.raw_data)) if closed else []
    changes = _reworked(sent_out, closed, submissions, blocks) if closed else []
    return Round(
        page=page,
        is_closed=closed is not None,
        asked=[recipient.organisation for recipient in page.recipients.all()],
        answers=list(page.answers.all()),
        changes=changes,
        was_changed_later=bool(closed and not changes and _changes(sent_out, blocks)),
    )


def _reworked(
    sent_out: list[TextBlock],
    closed: date,
    submissions: Sequence[Submission],
    blocks: Sequence[TextBlock],
) -> list[BlockChange]:
    """Compare the text sent out with the one that went up next, or else with today's."""
    next_up = next(
        (sent for sent in submissions if sent.moved_case and sent.sent_on >= closed), None
    )
    after = blocks_of(next_up.text_revision.as_object()) if next_up else list(blocks)
    return _changes(sent_out, after)


def _changes(before: Sequence[TextBlock], after: Sequence[TextBlock]) -> list[BlockChange]:
    """Return what a reader would find changed."""
    return [change for change in compare_blocks(before, after) if not change.reads_the_same]


def _earlier(case: Case, blocks: Sequence[TextBlock]) -> Earlier | None:
    """Return the edition in force when the case was opened, with the text's differences from it."""
    adoptions = (
        Adoption.objects.filter(
            page__in=PlanRevisionPage.objects.sibling_of(case.revision, inclusive=False),
            page__number__lt=case.revision.number,
        )
        .select_related("page", "decision__body")
        .prefetch_related("decision__corrections", "decision__appeals")
        .order_by("-adopted_on", "-pk")
    )
    adoption = next((found for found in adoptions if not found.decision.is_quashed()), None)
    if adoption is None:
        return None
    return Earlier(adoption, _changes(blocks_of(adoption.page), blocks))
