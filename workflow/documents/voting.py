"""The votes of a § as the extract prints them, and the order in which proposals were put."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs.letters import Vote as PrintedVote
from plandocs.vocabulary import POSTPONING, Basis, Outcome
from workflow.models import Decision, Vote
from workflow.record.prose import quoted
from workflow.rules.vote_wording import side_for


def votes_of(decision: Decision) -> Iterator[PrintedVote]:
    """Return the recorded votes, won and lost, with what ja and nej stood for and who voted how.

    Source: kommunallagen (2017:725) 5 kap. 53–54 §§ and 65–67 §§ (R13, R14, R29).
    """
    for vote in decision.votes.all():
        yield PrintedVote(
            yes_means=vote.ja_for,
            no_means=vote.nej_for,
            yes=vote.ja,
            no=vote.nej,
            abstained=vote.avstar,
            casting_vote=_casting_vote(vote),
            result=_result(vote, decision),
            yes_names=tuple(vote.ja_names),
            no_names=tuple(vote.nej_names),
            abstained_names=tuple(vote.avstar_names),
            is_closed=vote.is_closed,
        )


def order_of_propositions(decision: Decision) -> Iterator[str]:
    """Tell the order in which the proposals were put, as far as the recorded votes show it.

    The votes stand in the order in which they were held. What was settled without a vote is not
    in the record, and is not guessed.

    Source: kommunallagen (2017:725) 5 kap. 53–56 §§ (R13, R18).
    """
    votes = list(decision.votes.all())
    for number, vote in enumerate(votes):
        yield _put(vote, first=number == 0, alone=len(votes) == 1)


def count_without_question(decision: Decision) -> Iterator[str]:
    """Tell the count of a vote whose question, ja and nej are not in the record."""
    if decision.votes.all() or decision.in_favour is None or decision.against is None:
        return
    yield _("A vote was held: %(in_favour)s for the decision and %(against)s against.") % {
        "in_favour": decision.in_favour,
        "against": decision.against,
    }
    if decision.in_favour == decision.against:
        yield _("The chair's casting vote decided.")


def _put(vote: Vote, *, first: bool, alone: bool) -> str:
    words = {
        "question": quoted(vote.question),
        "yes": quoted(vote.ja_for),
        "no": quoted(vote.nej_for),
    }
    if vote.question:
        if alone:
            return _("The question %(question)s was decided by a vote.") % words
        if first:
            return _("First, the question %(question)s was decided by a vote.") % words
        return _("After that, the question %(question)s was decided by a vote.") % words
    if alone:
        return _("%(yes)s was put against %(no)s in a vote.") % words
    if first:
        return _("First, %(yes)s was put against %(no)s in a vote.") % words
    return _("After that, %(yes)s was put against %(no)s in a vote.") % words


def _casting_vote(vote: Vote) -> str:
    if vote.ja != vote.nej:
        return ""
    return _("The votes were equal. The chair's vote decides then (kommunallagen 5 kap. 55 §).")


def _result(vote: Vote, decision: Decision) -> str:
    """Say which side won, and where a minority's request was enough all the same."""
    if vote.ja == vote.nej:
        return ""
    won, lost = max(vote.ja, vote.nej), min(vote.ja, vote.nej)
    words = {"side": _side(vote), "won": won, "lost": lost}
    told = _("%(side)s got the most votes, %(won)s to %(lost)s.") % words
    if decision.basis == Basis.MINORITY and _is_about_outcome(vote, decision):
        return " ".join(
            [told, _("The request of a third of those present is enough all the same.")]
        )
    return told


def _side(vote: Vote) -> str:
    return pgettext("ballot", "Yes") if vote.ja > vote.nej else pgettext("ballot", "No")


def _is_about_outcome(vote: Vote, decision: Decision) -> bool:
    outcome = Outcome(decision.outcome)
    return outcome in POSTPONING and (
        side_for(outcome, question=vote.question, ja_for=vote.ja_for, nej_for=vote.nej_for)
        is not None
    )
