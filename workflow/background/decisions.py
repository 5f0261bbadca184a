"""What the bodies did with the case, each § told as a sentence or two."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.vocabulary import APPROVING, POSTPONING
from workflow.background.changes import amendment_sentences
from workflow.background.kinds import the_document
from workflow.background.record import Record
from workflow.background.returns import earlier_decisions, motives, support
from workflow.models import Decision
from workflow.record.deviations import deviation_sentence
from workflow.record.outcomes import how_many_asked, words_of
from workflow.record.prose import day_in_words, paragraph_of, said, sentence

_LONGEST_QUOTE = 240


def decision_sentences(decision: Decision, record: Record) -> Iterator[str]:
    """Tell one §: the outcome, on whose strength, what was amended, the motives, any deviation."""
    yield sentence(_main(decision, record))
    yield from support(decision)
    yield from amendment_sentences(decision)
    yield from motives(decision)
    yield from _despite(decision)


def deviations(codes: list[str], note: str) -> Iterator[str]:
    """Tell which rules the record departs from, and the reason given."""
    yield from map(deviation_sentence, codes)
    if codes and note:
        yield _("The reason given is: %(note)s") % {"note": said(note)}


def _despite(decision: Decision) -> Iterator[str]:
    if not decision.despite:
        return
    yield ngettext(
        "The decision is recorded in spite of a deviation.",
        "The decision is recorded in spite of several deviations.",
        len(decision.despite),
    )
    yield from deviations(decision.despite, decision.note)


def _main(decision: Decision, record: Record) -> str:
    words = {
        "day": day_in_words(decision.current_date),
        "body": decision.body_then.name_in_sentence,
        "paragraph": paragraph_of(decision),
        "decider": record.case.decided_by.name_in_sentence,
        "document": the_document(record.plan.kind),
        "decided": " ".join(said(point) for point in decision.att_satser),
        "in_favour": decision.in_favour,
        "against": decision.against,
        "asked": how_many_asked(decision),
        "present": decision.present,
    }
    return _template(decision, record) % words


def _template(decision: Decision, record: Record) -> str:
    words = words_of(decision, record.case, amendments=len(decision.changes.all()))
    if words.told_again and _has_done_so_before(decision, record):
        return words.told_again
    points = decision.att_satser
    is_short = points and sum(map(len, points)) <= _LONGEST_QUOTE
    return words.told_with_points if words.told_with_points and is_short else words.told


def _has_done_so_before(decision: Decision, record: Record) -> bool:
    """Whether the body approved the proposal before, or had the case before this return of it."""
    return any(
        earlier.body_id == decision.body_id
        and (decision.outcome in POSTPONING or earlier.outcome in APPROVING)
        for earlier in earlier_decisions(decision, record)
    )
