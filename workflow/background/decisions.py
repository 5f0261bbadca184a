"""What the bodies did with the case, each § told as a sentence or two."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.reading.names import within_sentence
from plandocs.vocabulary import Basis, MotiveResponse, Outcome
from workflow.background.changes import amendment_sentences
from workflow.background.kinds import the_document
from workflow.background.record import Record
from workflow.bodies import Place
from workflow.deviations import deviation_sentence
from workflow.models import Decision, Motive
from workflow.prose import (
    day_in_words,
    in_words,
    listed,
    own_words,
    paragraph_of,
    quoted,
    said,
    sentence,
)

_LONGEST_QUOTE = 240
_APPROVALS = (Outcome.BIFALL, Outcome.BIFALL_MED_ANDRING)


def decision_sentences(decision: Decision, record: Record) -> Iterator[str]:
    """Tell one §: the outcome, on whose strength, what was amended, the motives, any deviation."""
    yield sentence(_main(decision, record))
    yield from _support(decision)
    yield from amendment_sentences(decision)
    yield from _motives(decision)
    yield from deviations(decision.despite, decision.note)


def motive_answers(decision: Decision) -> list[str]:
    """Tell what was done with each carried motive, one paragraph a motive."""
    carried = [motive for motive in decision.motives.all() if motive.carried]
    return [_answered(motive, alone=len(carried) == 1) for motive in carried]


def deviations(codes: list[str], note: str) -> Iterator[str]:
    """Tell which rules the record departs from, and the reason given."""
    if not codes:
        return
    yield (
        _("The record departs from a rule.")
        if len(codes) == 1
        else _("The record departs from several rules.")
    )
    yield from map(deviation_sentence, codes)
    if note:
        yield _("The reason given is: %(note)s") % {"note": said(note)}


def _main(decision: Decision, record: Record) -> str:
    words = {
        "day": day_in_words(decision.current_date),
        "body": within_sentence(decision.body),
        "paragraph": paragraph_of(decision),
        "decider": within_sentence(record.case.decided_by),
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
    if outcome in (Outcome.ATERREMISS, Outcome.BORDLAGGNING):
        return _return(decision, outcome)
    if outcome == Outcome.UTGAR:
        return _("On %(day)s %(body)s took the case off its agenda%(paragraph)s.")
    match record.place_of(decision.body):
        case Place.PREPARES:
            return _prepared(decision, outcome)
        case Place.PROPOSES:
            return _proposed(decision, outcome, record)
        case Place.DECIDES:
            return _decided(outcome)
    return _gave_view(outcome)


def _prepared(decision: Decision, outcome: Outcome) -> str:
    if outcome == Outcome.AVSLAG:
        return _("On %(day)s %(body)s rejected the proposal%(paragraph)s.")
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return _(
            "On %(day)s %(body)s decided according to the proposal with changes of its own"
            "%(paragraph)s."
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
        return _(
            "On %(day)s %(body)s decided according to the proposal with changes of its own"
            "%(paragraph)s, and proposed that %(decider)s should adopt %(document)s."
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
        earlier.body_id == decision.body_id and earlier.outcome in _APPROVALS
        for earlier in record.decisions
        if earlier.pk < decision.pk
    )


def _decided(outcome: Outcome) -> str:
    if outcome == Outcome.AVSLAG:
        return _("%(body)s rejected %(document)s on %(day)s%(paragraph)s.")
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return _("%(body)s adopted %(document)s with changes of its own on %(day)s%(paragraph)s.")
    return _("%(body)s adopted %(document)s on %(day)s%(paragraph)s.")


def _gave_view(outcome: Outcome) -> str:
    if outcome == Outcome.AVSLAG:
        return _("%(body)s advised against the proposal on %(day)s%(paragraph)s.")
    if outcome == Outcome.BIFALL_MED_ANDRING:
        return _("%(body)s supported the proposal with changes on %(day)s%(paragraph)s.")
    return _("%(body)s supported the proposal on %(day)s%(paragraph)s.")


def _return(decision: Decision, outcome: Outcome) -> str:
    referred = outcome == Outcome.ATERREMISS
    counted = (decision.requested_by or decision.in_favour) and decision.present
    if decision.basis == Basis.MINORITY and counted:
        return (
            _(
                "%(body)s took up the case on %(day)s%(paragraph)s and referred it back at the "
                "request of a minority, %(asked)s of the %(present)s members present."
            )
            if referred
            else _(
                "%(body)s took up the case on %(day)s%(paragraph)s and tabled it at the request "
                "of a minority, %(asked)s of the %(present)s members present."
            )
        )
    if decision.basis == Basis.MINORITY:
        return (
            _(
                "%(body)s took up the case on %(day)s%(paragraph)s and referred it back at the "
                "request of a minority."
            )
            if referred
            else _(
                "%(body)s took up the case on %(day)s%(paragraph)s and tabled it at the request "
                "of a minority."
            )
        )
    if decision.in_favour is not None and decision.against is not None:
        return (
            _(
                "%(body)s took up the case on %(day)s%(paragraph)s and referred it back by "
                "%(in_favour)s votes to %(against)s."
            )
            if referred
            else _(
                "%(body)s took up the case on %(day)s%(paragraph)s and tabled it by "
                "%(in_favour)s votes to %(against)s."
            )
        )
    return (
        _("%(body)s took up the case on %(day)s%(paragraph)s and referred it back.")
        if referred
        else _("%(body)s took up the case on %(day)s%(paragraph)s and tabled it.")
    )


def _support(decision: Decision) -> Iterator[str]:
    """Tell the votes that the main sentence left out."""
    if decision.in_favour is None or decision.against is None:
        return
    if decision.basis == Basis.MINORITY and decision.against:
        yield ngettext(
            "One member voted against it.", "%(count)s members voted against it.", decision.against
        ) % {"count": in_words(decision.against)}
    if decision.in_favour == decision.against:
        yield _("The votes were equal, and the chair's vote decided.")
    if not decision.basis:
        yield _("The votes were %(in_favour)s for and %(against)s against.") % {
            "in_favour": decision.in_favour,
            "against": decision.against,
        }


def _motives(decision: Decision) -> Iterator[str]:
    motives = list(decision.motives.all())
    carried = [motive.text for motive in motives if motive.carried]
    lost = [motive.text for motive in motives if not motive.carried]
    if len(carried) == 1:
        yield _("The motive for the referral back was: %(motive)s") % {"motive": said(carried[0])}
    elif carried:
        yield _("There were %(count)s motives for the referral back: %(motives)s.") % {
            "count": in_words(len(carried)),
            "motives": listed([quoted(text) for text in carried]),
        }
    if lost:
        yield ngettext(
            "One more motive did not get enough support: %(motives)s.",
            "%(count)s more motives did not get enough support: %(motives)s.",
            len(lost),
        ) % {
            "count": sentence(in_words(len(lost))),
            "motives": listed([quoted(text) for text in lost]),
        }


def _answered(motive: Motive, *, alone: bool) -> str:
    words = {"motive": quoted(motive.text, limit=140)}
    answer = motive.answer_or_none
    if answer is None:
        return (
            _("The motive has not been answered yet.")
            if alone
            else _("The motive %(motive)s has not been answered yet.") % words
        )
    match answer.response:
        case MotiveResponse.FOLJS:
            told = (
                _("The motive has been followed.")
                if alone
                else _("The motive %(motive)s has been followed.")
            )
        case MotiveResponse.FOLJS_DELVIS:
            told = (
                _("The motive has been followed in part.")
                if alone
                else _("The motive %(motive)s has been followed in part.")
            )
        case _:
            told = (
                _("The motive has not been followed.")
                if alone
                else _("The motive %(motive)s has not been followed.")
            )
    return f"{told % words} {own_words(answer.reason)}"
