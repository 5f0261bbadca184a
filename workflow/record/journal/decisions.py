"""The documents of the bodies: memos, minutes, notices, appeals, corrections."""

from django.utils.translation import gettext as _

from plandocs.outputs.letters import Direction
from plandocs.vocabulary import AppealOutcome, MotiveResponse
from workflow.models import (
    Adoption,
    Announcement,
    Appeal,
    Decision,
    DecisionCorrection,
    LagaKraft,
    MotiveAnswer,
    PlanEnding,
    Submission,
)
from workflow.record.appeals import appeal_words, laga_kraft_words, notice_words
from workflow.record.journal.row import Row, is_own, key_of, made_here
from workflow.record.outcomes import words_of
from workflow.record.responses import motive_words


def memo_row(sent: Submission) -> Row:
    """Return a sent memo; to a nämnd it leaves the authority, unless the case is that nämnd's."""
    direction = Direction.MADE if is_own(sent.body, sent.case) else Direction.OUT
    concerns = _("Memo with a proposed decision and the proposed text")
    return Row(key_of(sent), sent.sent_on, direction, sent.body.name, concerns)


def minutes_row(decision: Decision) -> Row:
    """Return a § of some minutes, as it was first recorded."""
    paragraph = f"§ {decision.paragraph}" if decision.paragraph else _("a § without number")
    return Row(
        key_of(decision),
        decision.decided_on,
        Direction.MADE if is_own(decision.body, decision.case) else Direction.IN,
        decision.body_name,
        words_of(decision, decision.case).registered % {"paragraph": paragraph},
    )


def adoption_row(adoption: Adoption) -> Row:
    """Return the adopted text."""
    decision = adoption.decision
    concerns = _("The adopted text, edition %(number)s") % {"number": decision.case.revision.number}
    return made_here(adoption, decision.decided_on, concerns)


def ending_row(ending: PlanEnding) -> Row:
    """Return that another plan ended by the same §."""
    concerns = _("“%(title)s” is no longer in force") % {"title": ending.plan.title}
    return made_here(ending, ending.decision.decided_on, concerns)


def correction_row(correction: DecisionCorrection) -> Row:
    """Return what a § was corrected to; its own row stands."""
    number = f" § {correction.paragraph}" if correction.paragraph else ""
    now = f"{correction.decision.body_name} {correction.decided_on.isoformat()}{number}"
    concerns = _("Correction: what was recorded as %(was)s is %(now)s")
    return made_here(
        correction, correction.corrected_on, concerns % {"was": correction.was, "now": now}
    )


def motive_row(answer: MotiveAnswer) -> Row:
    """Return the answer to a motive."""
    concerns = motive_words(MotiveResponse(answer.response)).registered
    return made_here(answer, answer.answered_on, concerns % {"number": answer.motive.number})


def notice_row(notice: Announcement) -> Row:
    """Return the notice that the minutes were adjusted."""
    concerns = notice_words(notice).registered
    return Row(key_of(notice), notice.announced_on, Direction.OUT, _("The notice board"), concerns)


def appeal_row(appeal: Appeal, *, court: str) -> Row:
    """Return an appeal or a judgment, which come from the court."""
    concerns = appeal_words(AppealOutcome(appeal.outcome)).registered
    return Row(key_of(appeal), appeal.known_on, Direction.IN, court, concerns)


def laga_kraft_row(confirmed: LagaKraft) -> Row:
    """Return the note that nobody can appeal any more."""
    return made_here(confirmed, confirmed.confirmed_on, laga_kraft_words().registered)
