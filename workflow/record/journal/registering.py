"""Giving documents their numbers, in the transaction in which they come about."""

from collections.abc import Iterable, Iterator

from django.db.models import Max, Model

from plandocs.models import Case
from workflow.models import JournalEntry, MotiveAnswer
from workflow.record.chronicle import Event, PointsMet
from workflow.record.chronicle.answers_met import motives_met, points_met
from workflow.record.journal.row import key_of
from workflow.record.publicity import carriers


def register(case: Case, *facts: Model) -> None:
    """Give each fact the next number in the journal of ``case``, which its writer has locked.

    Source: OSL (2009:400) 5 kap. 1 § – without delay. A number is never given again.
    """
    last: int = case.journal_entries.aggregate(last=Max("number"))["last"] or 0
    JournalEntry.objects.bulk_create(
        JournalEntry(case=case, number=number, key=key_of(fact))
        for number, fact in enumerate(facts, start=last + 1)
    )


def register_carried(case: Case) -> None:
    """Register the answers to motives and points that are working material no longer.

    Source: tryckfrihetsförordningen 2 kap. 10 and 12 §§ (R45).
    """
    carried = carriers(case, case.submissions.all(), case.decisions.order_by("pk"))
    answers = MotiveAnswer.objects.filter(motive__decision__case=case).order_by("pk")
    events = sorted(
        [*points_met(case, carried), *motives_met(answers, carried)], key=lambda event: event.day
    )
    numbered = set(case.journal_entries.values_list("key", flat=True))
    register(case, *(fact for fact in _public(events) if key_of(fact) not in numbered))


def _public(events: Iterable[Event]) -> Iterator[Model]:
    for event in events:
        match event.fact:
            case PointsMet(bemotanden=(first, *_)) if event.is_public:
                yield first
            case MotiveAnswer() as answer if event.is_public:
                yield answer
