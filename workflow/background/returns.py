"""Returns of a case: on whose strength it was tabled or referred back, the motives, the answers."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.vocabulary import Basis, MotiveResponse
from workflow.background.record import Record
from workflow.models import Decision, Motive
from workflow.record.prose import in_words, listed, own_words, quoted, said, sentence
from workflow.record.responses import motive_words


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


def _answered(motive: Motive, *, alone: bool) -> str:
    words = {"motive": quoted(motive.text, limit=140)}
    answer = motive.answer_or_none
    if answer is None:
        return (
            _("The motive has not been answered yet.")
            if alone
            else _("The motive %(motive)s has not been answered yet.") % words
        )
    told = motive_words(MotiveResponse(answer.response))
    return f"{(told.told if alone else told.told_of_one) % words} {own_words(answer.reason)}"
