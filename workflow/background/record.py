"""What the record holds of a case up to a day, read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from plandocs.models import (
    Case,
    Organisation,
    PlanPage,
    PlanRevisionPage,
    RemissAnswer,
    RemissExtension,
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
from workflow.models import Adoption, Decision, RemissOpening, Submission
from workflow.procedure.changes import MarkedChange, changes_since, last_that_counts
from workflow.procedure.part_in_case import Part, part_of
from workflow.record.chronicle import Chronicle, RemissClosing, chronicle_of


@dataclass(frozen=True, slots=True)
class Round:
    """One remiss as it stood on the day: who was asked, who answered, what the text became."""

    page: RemissRoundPage
    is_closed: bool
    asked: Sequence[Organisation]
    answers: Sequence[RemissAnswer]
    was_extended: bool
    changes: Sequence[BlockChange]
    was_changed_later: bool
    """Whether the text was left as it was at first, but is another today."""

    @property
    def points(self) -> list[RemissPoint]:
        return [point for answer in self.answers for point in answer.points.all()]

    @property
    def silent(self) -> list[Organisation]:
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
    """In the order in which they were registered, as the procedure has it."""

    happenings: Sequence[Decision | Round]
    """The decisions and the rounds in the order in which they are told."""

    earlier: Earlier | None
    ended: Sequence[PlanPage]
    changed_since: Decision | None
    changes: Sequence[MarkedChange]
    on: date

    @property
    def rounds(self) -> list[Round]:
        return [found for found in self.happenings if isinstance(found, Round)]

    def part_of(self, body: Organisation) -> Part:
        return part_of(body, self.case)


def read_record(case: Case, *, to: Organisation, on: date) -> Record:
    """Gather the facts of ``case`` up to ``on``; one text is compared a round, and two more."""
    chronicle = chronicle_of(case, with_texts=True).until(on)
    text = case.latest_text()
    blocks = blocks_of(text)
    decisions = sorted(chronicle.of(Decision), key=lambda decision: decision.pk)
    prefetch_related_objects(decisions, "changes")
    tried = last_that_counts(decisions)
    return Record(
        case=case,
        plan=case.plan,
        to=to,
        blocks=blocks,
        text=text,
        submissions=chronicle.of(Submission),
        decisions=decisions,
        happenings=_happenings(chronicle, blocks),
        earlier=_earlier(case, blocks),
        ended=list(case.replaces.all()),
        changed_since=tried,
        changes=changes_since(tried, text=text) if tried else [],
        on=on,
    )


def _happenings(chronicle: Chronicle, blocks: Sequence[TextBlock]) -> list[Decision | Round]:
    """Return what the bodies decided and what was sent out, in the order of the record."""
    answers = chronicle.of(RemissAnswer)
    points = RemissPoint.objects.select_related("bemotande")
    prefetch_related_objects(answers, Prefetch("points", points))
    found: list[Decision | Round] = []
    for event in chronicle.events:
        match event.fact:
            case Decision() as decision:
                found.append(decision)
            case RemissOpening(page=page):
                found.append(_round(page, chronicle, blocks))
    return found


def _round(page: RemissRoundPage, chronicle: Chronicle, blocks: Sequence[TextBlock]) -> Round:
    closings = [closing for closing in chronicle.of(RemissClosing) if closing.page == page]
    sent_out = blocks_of_stream(list(page.text.raw_data)) if closings else []
    changes = _reworked(page, sent_out, chronicle, blocks) if closings else []
    extensions = chronicle.of(RemissExtension)
    return Round(
        page=page,
        is_closed=bool(closings),
        asked=[recipient.organisation for recipient in page.recipients.all()],
        answers=[found for found in chronicle.of(RemissAnswer) if found.round_id == page.pk],
        was_extended=any(found.round_id == page.pk for found in extensions),
        changes=changes,
        was_changed_later=bool(closings and not changes and _changes(sent_out, blocks)),
    )


def _reworked(
    page: RemissRoundPage,
    sent_out: list[TextBlock],
    chronicle: Chronicle,
    blocks: Sequence[TextBlock],
) -> list[BlockChange]:
    """Compare the text sent out with the one that went up next, or else with today's."""
    next_up = next(
        (
            sent
            for sent in chronicle.of(Submission)
            if sent.moved_case and page.closed_on and sent.sent_on >= page.closed_on
        ),
        None,
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
