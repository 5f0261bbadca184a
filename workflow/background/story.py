"""The whole background: the facts in the order of the record, gathered into paragraphs."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from plandocs.vocabulary import SETTLING, ChangeKind, OrganisationType, Outcome
from workflow.background.answers import tell_answers
from workflow.background.changes import changes_since_sentences
from workflow.background.decisions import decision_sentences, deviations
from workflow.background.opening import contents, subject
from workflow.background.points import met
from workflow.background.record import Record, Round
from workflow.background.remiss import reworked, sent_out
from workflow.background.returns import motive_answers
from workflow.procedure.part_in_case import Part
from workflow.record.prose import day_in_words, sentence


def tell(record: Record) -> Iterator[str]:
    """Give the paragraphs in the active language."""
    paragraphs = [
        subject(record),
        contents(record) if _is_new(record) else "",
        *_happenings(record),
        _joined(changes_since_sentences(record)),
        _now(record),
    ]
    yield from filter(None, paragraphs)


def _is_new(record: Record) -> bool:
    """Whether the body reads of the text for the first time."""
    return not any(decision.body_id == record.to.pk for decision in record.decisions)


def _happenings(record: Record) -> Iterator[str]:
    """Tell what happened, in order; a remiss and a referral back each end a paragraph."""
    held: list[str] = []
    for event in record.happenings:
        if isinstance(event, Round):
            yield _joined([*held, *sent_out(event, record)])
            held = []
            yield from _answers(event, record)
            continue
        held += decision_sentences(event, record)
        if event.outcome == Outcome.ATERREMISS:
            yield _joined(held)
            yield _joined(motive_answers(event))
            held = []
    if held:
        yield _joined(held)
    for sent in record.submissions:
        if sent.despite:
            yield _joined(
                [
                    _("The memo to %(body)s was sent on %(day)s in spite of a rule.")
                    % {"body": sent.body.name_in_sentence, "day": day_in_words(sent.sent_on)},
                    *deviations(sent.despite, sent.note),
                ]
            )


def _answers(event: Round, record: Record) -> Iterator[str]:
    """Tell the answers, what came of them, and last what became of the text."""
    outcome = [reworked(event)] if event.is_closed else []
    if points := list(met(event)):
        yield _joined(tell_answers(event, record))
        yield _joined([*points, *outcome])
    else:
        yield _joined([*tell_answers(event, record), *outcome])


def _now(record: Record) -> str:
    """Tell what the case waits for, where the record does not make that plain."""
    words = {"body": record.to.name_in_sentence, "decider": record.case.decided_by.name_in_sentence}
    last = record.decisions[-1] if record.decisions else None
    part = record.part_of(record.to)
    if part is Part.PREPARES:
        return sentence(
            _("%(body)s prepares the case before it is decided by %(decider)s.") % words
        )
    if part is Part.PROPOSES:
        return sentence(_("%(body)s is now to put its proposal to %(decider)s.") % words)
    if last and last.outcome == Outcome.BORDLAGGNING and last.body_id == record.to.pk:
        return sentence(_("The case now comes up again before %(body)s.") % words)
    if _needs_the_board(record):
        return (
            _(
                "Since the case was referred back, the executive board is to put its proposal anew "
                "before %(decider)s can decide it."
            )
            % words
        )
    if _outgrew_its_proposal(record):
        return (
            _(
                "Since the text has changed in substance, the executive board is to put its "
                "proposal anew before %(decider)s can decide the case."
            )
            % words
        )
    return ""


def _needs_the_board(record: Record) -> bool:
    """Whether a memo to fullmäktige goes by way of kommunstyrelsen, as after a referral (R2)."""
    if record.case.decided_by.type != OrganisationType.FULLMAKTIGE:
        return False
    returned = [i for i, d in enumerate(record.decisions) if d.outcome == Outcome.ATERREMISS]
    if not returned:
        return False
    after = record.decisions[returned[-1] + 1 :]
    return not any(
        decision.outcome in SETTLING and record.part_of(decision.body) is Part.PROPOSES
        for decision in after
    )


def _outgrew_its_proposal(record: Record) -> bool:
    """Whether the text has changed in substance since kommunstyrelsen's proposal (R2)."""
    proposed = record.changed_since
    return (
        proposed is not None
        and record.part_of(proposed.body) is Part.PROPOSES
        and record.case.decided_by.type == OrganisationType.FULLMAKTIGE
        and any(found.kind == ChangeKind.I_SAK for found in record.changes)
    )


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, (text.strip() for text in sentences)))
