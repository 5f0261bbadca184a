"""What the bodies did with the case, each § told as a sentence or two."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.vocabulary import APPROVING, POSTPONING, Outcome
from workflow.background.changes import amendment_sentences
from workflow.background.kinds import the_document
from workflow.background.record import Record
from workflow.background.returns import earlier_decisions, motives, return_template, support
from workflow.models import Decision
from workflow.procedure.parts import Part
from workflow.record.deviations import deviation_sentence
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
        "asked": decision.requested_by or decision.in_favour,
        "present": decision.present,
    }
    return _template(decision, record) % words


def _template(decision: Decision, record: Record) -> str:
    outcome = Outcome(decision.outcome)
    if outcome in POSTPONING:
        return return_template(decision, record)
    if outcome == Outcome.UTGAR:
        return _("On %(day)s %(body)s took the case off its agenda%(paragraph)s.")
    match record.part_of(decision.body):
        case Part.PREPARES:
            return _prepared(decision, outcome)
        case Part.PROPOSES:
            return _proposed(decision, outcome, record)
        case Part.DECIDES:
            return _decided(decision, outcome)
    return _gave_view(outcome)


def _prepared(decision: Decision, outcome: Outcome) -> str:
    if outcome == Outcome.AVSLAG:
        return _("On %(day)s %(body)s rejected the proposal%(paragraph)s.")
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return ngettext(
            "On %(day)s %(body)s decided according to the proposal with a change of its own"
            "%(paragraph)s.",
            "On %(day)s %(body)s decided according to the proposal with changes of its own"
            "%(paragraph)s.",
            _amendments(decision),
        )
    points = decision.att_satser
    if points and sum(map(len, points)) <= _LONGEST_QUOTE:
        return _("On %(day)s %(body)s decided according to the proposal%(paragraph)s: %(decided)s")
    return _("On %(day)s %(body)s decided according to the proposal%(paragraph)s.")


def _proposed(decision: Decision, outcome: Outcome, record: Record) -> str:
    if outcome == Outcome.AVSLAG:
        return _(
            "On %(day)s %(body)s proposed that %(decider)s should reject %(document)s%(paragraph)s."
        )
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return ngettext(
            "On %(day)s %(body)s decided according to the proposal with a change of its own"
            "%(paragraph)s, and proposed that %(decider)s should adopt %(document)s.",
            "On %(day)s %(body)s decided according to the proposal with changes of its own"
            "%(paragraph)s, and proposed that %(decider)s should adopt %(document)s.",
            _amendments(decision),
        )
    if _has_proposed_before(decision, record):
        return _(
            "%(body)s tried the case again on %(day)s%(paragraph)s, decided according to the "
            "proposal and once more proposed that %(decider)s should adopt %(document)s."
        )
    return _(
        "On %(day)s %(body)s decided according to the proposal%(paragraph)s, and proposed that "
        "%(decider)s should adopt %(document)s."
    )


def _has_proposed_before(decision: Decision, record: Record) -> bool:
    return any(
        earlier.body_id == decision.body_id and earlier.outcome in APPROVING
        for earlier in earlier_decisions(decision, record)
    )


def _decided(decision: Decision, outcome: Outcome) -> str:
    if outcome == Outcome.AVSLAG:
        return _("%(body)s rejected %(document)s on %(day)s%(paragraph)s.")
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return ngettext(
            "%(body)s adopted %(document)s with a change of its own on %(day)s%(paragraph)s.",
            "%(body)s adopted %(document)s with changes of its own on %(day)s%(paragraph)s.",
            _amendments(decision),
        )
    return _("%(body)s adopted %(document)s on %(day)s%(paragraph)s.")


def _amendments(decision: Decision) -> int:
    return len(decision.changes.all())


def _gave_view(outcome: Outcome) -> str:
    if outcome == Outcome.AVSLAG:
        return _("%(body)s advised against the proposal on %(day)s%(paragraph)s.")
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return _("%(body)s supported the proposal with changes on %(day)s%(paragraph)s.")
    return _("%(body)s supported the proposal on %(day)s%(paragraph)s.")
