"""Returns of a case: on whose strength it was tabled or referred back, the motives, the answers."""

from collections.abc import Iterator
from enum import Enum, auto

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.vocabulary import Basis, MotiveResponse, Outcome
from workflow.background.record import Record
from workflow.models import Decision, Motive
from workflow.record.prose import in_words, listed, own_words, quoted, said, sentence


def return_template(decision: Decision, record: Record) -> str:
    """Return the sentence of an återremiss or a bordläggning, to be filled in."""
    referred = decision.outcome == Outcome.ATERREMISS
    if any(earlier.body_id == decision.body_id for earlier in earlier_decisions(decision, record)):
        again = _("The case came up again before %(body)s on %(day)s%(paragraph)s.")
        return f"{again} {_returned_again(_strength(decision), referred=referred)}"
    return _returned(_strength(decision), referred=referred)


def support(decision: Decision) -> Iterator[str]:
    """Tell the votes that the main sentence left out."""
    if decision.in_favour is None or decision.against is None:
        return
    if decision.basis == Basis.MINORITY and decision.against:
        yield ngettext(
            "One member voted against it.", "%(count)s members voted against it.", decision.against
        ) % {"count": in_words(decision.against)}
    if not decision.basis:
        yield _("The votes were %(in_favour)s for and %(against)s against.") % {
            "in_favour": decision.in_favour,
            "against": decision.against,
        }
    if decision.in_favour == decision.against:
        yield _("The chair's casting vote decided.")


def motives(decision: Decision) -> Iterator[str]:
    """Tell the motives in the words of those who asked, and which got too little support."""
    found = list(decision.motives.all())
    carried = [motive.text for motive in found if motive.carried]
    lost = [motive.text for motive in found if not motive.carried]
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


def motive_answers(decision: Decision) -> list[str]:
    """Tell what was done with each carried motive."""
    carried = [motive for motive in decision.motives.all() if motive.carried]
    return [_answered(motive, alone=len(carried) == 1) for motive in carried]


def earlier_decisions(decision: Decision, record: Record) -> list[Decision]:
    """Return what was recorded before ``decision``."""
    return [earlier for earlier in record.decisions if earlier.pk < decision.pk]


class _Strength(Enum):
    """What the record says of those who were behind a return."""

    MINORITY = auto()
    COUNTED_MINORITY = auto()
    VOTES = auto()
    UNSAID = auto()


def _strength(decision: Decision) -> _Strength:
    if decision.basis == Basis.MINORITY:
        counted = (decision.requested_by or decision.in_favour) and decision.present
        return _Strength.COUNTED_MINORITY if counted else _Strength.MINORITY
    if decision.in_favour is not None and decision.against is not None:
        return _Strength.VOTES
    return _Strength.UNSAID


def _returned(strength: _Strength, *, referred: bool) -> str:
    templates = {
        (_Strength.COUNTED_MINORITY, True): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and referred it back at the "
            "request of a minority, %(asked)s of the %(present)s members present."
        ),
        (_Strength.COUNTED_MINORITY, False): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and tabled it at the request "
            "of a minority, %(asked)s of the %(present)s members present."
        ),
        (_Strength.MINORITY, True): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and referred it back at the "
            "request of a minority."
        ),
        (_Strength.MINORITY, False): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and tabled it at the request "
            "of a minority."
        ),
        (_Strength.VOTES, True): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and referred it back by "
            "%(in_favour)s votes to %(against)s."
        ),
        (_Strength.VOTES, False): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and tabled it by "
            "%(in_favour)s votes to %(against)s."
        ),
        (_Strength.UNSAID, True): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and referred it back."
        ),
        (_Strength.UNSAID, False): _(
            "%(body)s took up the case on %(day)s%(paragraph)s and tabled it."
        ),
    }
    return templates[strength, referred]


def _returned_again(strength: _Strength, *, referred: bool) -> str:
    templates = {
        (_Strength.COUNTED_MINORITY, True): _(
            "It was then referred back at the request of a minority, %(asked)s of the "
            "%(present)s members present."
        ),
        (_Strength.COUNTED_MINORITY, False): _(
            "It was then tabled at the request of a minority, %(asked)s of the %(present)s "
            "members present."
        ),
        (_Strength.MINORITY, True): _("It was then referred back at the request of a minority."),
        (_Strength.MINORITY, False): _("It was then tabled at the request of a minority."),
        (_Strength.VOTES, True): _(
            "It was then referred back by %(in_favour)s votes to %(against)s."
        ),
        (_Strength.VOTES, False): _("It was then tabled by %(in_favour)s votes to %(against)s."),
        (_Strength.UNSAID, True): _("It was then referred back."),
        (_Strength.UNSAID, False): _("It was then tabled."),
    }
    return templates[strength, referred]


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
