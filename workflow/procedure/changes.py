"""What has changed in a text since a body decided on it, and how each change is marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Revision

from plandocs.models import Case, PlanRevisionPage
from plandocs.text.compare import BlockChange, compare
from plandocs.vocabulary import TRYING_TEXT, ChangeKind
from workflow.models import Decision, Submission, TextChange
from workflow.procedure.part_in_case import Part, part_of


@dataclass(frozen=True, slots=True)
class MarkedChange:
    """A block that differs, and its mark; None where nobody has marked it."""

    change: BlockChange
    kind: ChangeKind | None


def binds_text(decision: Decision) -> bool:
    """Whether the text is held to what the § was about: a committee only prepares (KL 6:41)."""
    return part_of(decision.body, decision.case) is not Part.PREPARES


def last_that_counts(decisions: Sequence[Decision]) -> Decision | None:
    """Return the last § in which a body tried the text; None where the text has moved on since."""
    tried = [decision for decision in decisions if decision.outcome in TRYING_TEXT]
    return tried[-1] if tried and binds_text(tried[-1]) else None


def changes_since(
    decision: Decision, *, text: PlanRevisionPage, until: datetime | None = None
) -> list[MarkedChange]:
    """Return what differs in ``text`` from what ``decision`` was about, each with its mark.

    ``until`` leaves out marks made later, for a text as it once was sent.
    """
    marks = _marks(decision.case, since=decision.registered_at, until=until)
    return _compared(decision.text_revision, text, marks)


def changes_since_sent(submission: Submission, *, text: PlanRevisionPage) -> list[MarkedChange]:
    """Return what differs in ``text`` from what was sent to a body, each with its mark."""
    marks = _marks(submission.case, since=submission.registered_at, until=None)
    return _compared(submission.text_revision, text, marks)


def _compared(
    version: Revision, text: PlanRevisionPage, marks: dict[str, list[TextChange]]
) -> list[MarkedChange]:
    before = version.as_object()
    return [
        MarkedChange(change, _kind(change, marks.get(change.id, [])))
        for change in compare(before, text)
    ]


def is_in_substance(changes: list[MarkedChange]) -> bool:
    """Whether any change touches the substance. What nobody has marked might, and counts."""
    return any(change.kind is not ChangeKind.REDAKTIONELL for change in changes)


def unmarked(changes: list[MarkedChange]) -> list[MarkedChange]:
    """Return the changes nobody has marked."""
    return [change for change in changes if change.kind is None]


def _marks(case: Case, *, since: datetime, until: datetime | None) -> dict[str, list[TextChange]]:
    marks: dict[str, list[TextChange]] = {}
    made = case.changes.filter(registered_at__gt=since, decision=None)
    if until:
        made = made.filter(registered_at__lte=until)
    for change in made.order_by("pk"):
        marks.setdefault(str(change.block_id), []).append(change)
    return marks


def _kind(change: BlockChange, marks: list[TextChange]) -> ChangeKind | None:
    """A change in substance stays one; else the marks must lead all the way to what stands now."""
    if any(mark.kind == ChangeKind.I_SAK for mark in marks):
        return ChangeKind.I_SAK
    return ChangeKind.REDAKTIONELL if _are_marked(change, marks) else None


def _are_marked(change: BlockChange, marks: list[TextChange]) -> bool:
    """Whether every step from the block as it was to the block as it is has a mark."""
    if marks and not marks[-1].has_sums:
        return not change.form and marks[-1].after == change.after
    reached = {change.sha256_before}
    for mark in marks:
        if mark.block_sha256_before in reached:
            reached.add(mark.block_sha256_after)
    return change.sha256_after in reached
