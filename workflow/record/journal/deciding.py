"""The documents of the bodies: memos, minutes, notices, appeals, corrections."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation
from plandocs.outputs.letters import Direction
from plandocs.vocabulary import UNDER_THE_BOARD, AppealOutcome, MotiveResponse, Outcome
from workflow.models import Decision, Motive, Submission
from workflow.record.journal.row import Row
from workflow.record.prose import day_in_words


def memo_row(submission: Submission, *, case: Case) -> Row:
    """Return a sent memo; to a nämnd it leaves the authority, unless the case is that nämnd's."""
    body: Organisation = submission.body
    own = body.type in UNDER_THE_BOARD or body.pk == case.decided_by_id
    return Row(
        submission.sent_on,
        20,
        Direction.MADE if own else Direction.OUT,
        body.name,
        _("Memo with a proposed decision and the proposed text"),
    )


def decision_rows(decision: Decision, *, case: Case, court: str) -> Iterator[Row]:
    """Return a § of some minutes and what followed from it."""
    own = decision.body.type in UNDER_THE_BOARD or decision.body_id == case.decided_by_id
    yield Row(
        decision.decided_on,
        30,
        Direction.MADE if own else Direction.IN,
        decision.body_name,
        _minutes(decision, decides=decision.body_id == case.decided_by_id),
    )
    if hasattr(decision, "adoption"):
        yield Row(
            decision.decided_on,
            31,
            Direction.MADE,
            "",
            _("The adopted text, edition %(number)s") % {"number": case.revision.number},
        )
    for ending in decision.endings.all():
        yield Row(
            decision.decided_on,
            32,
            Direction.MADE,
            "",
            _("“%(title)s” is no longer in force") % {"title": ending.plan.title},
        )
    for correction in decision.corrections.all():
        yield Row(
            correction.corrected_on,
            60,
            Direction.MADE,
            "",
            _("Correction: what was recorded as %(was)s is %(now)s")
            % {"was": correction.was, "now": _corrected(decision, correction)},
        )
    yield from _afterwards(decision, court=court)


def motive_answer_rows(decision: Decision, *, until: date) -> Iterator[Row]:
    """Return the answers to the motives that a memo has carried up to ``until``."""
    concerns = {
        MotiveResponse.FOLJS: _("Answer to motive %(number)s for the referral back: followed"),
        MotiveResponse.FOLJS_DELVIS: _(
            "Answer to motive %(number)s for the referral back: followed in part"
        ),
        MotiveResponse.FOLJS_INTE: _(
            "Answer to motive %(number)s for the referral back: not followed"
        ),
    }
    motives: Iterable[Motive] = decision.motives.all()
    for motive in motives:
        answer = motive.answer_or_none
        if answer and answer.answered_on <= until:
            yield Row(
                answer.answered_on,
                15,
                Direction.MADE,
                "",
                concerns[MotiveResponse(answer.response)] % {"number": motive.number},
            )


def _corrected(decision: Decision, correction: Any) -> str:
    number = f" § {correction.paragraph}" if correction.paragraph else ""
    return f"{decision.body_name} {correction.decided_on.isoformat()}{number}"


def _minutes(decision: Decision, *, decides: bool) -> str:
    words = {
        "paragraph": f"§ {decision.paragraph}" if decision.paragraph else _("a § without number")
    }
    templates = {
        Outcome.BIFALL: _("Minutes, %(paragraph)s: according to the proposal"),
        Outcome.BIFALL_MED_ANDRING: _(
            "Minutes, %(paragraph)s: according to the proposal, with an amendment"
        ),
        Outcome.AVSLAG: _("Minutes, %(paragraph)s: the proposal is rejected"),
        Outcome.ATERREMISS: _("Minutes, %(paragraph)s: the case is referred back"),
        Outcome.BORDLAGGNING: _("Minutes, %(paragraph)s: the case is tabled"),
        Outcome.UTGAR: _("Minutes, %(paragraph)s: the case is taken off the agenda"),
    }
    if decides:
        templates |= {
            Outcome.BIFALL: _("Minutes, %(paragraph)s: the text is adopted"),
            Outcome.BIFALL_MED_ANDRING: _(
                "Minutes, %(paragraph)s: the text is adopted with an amendment"
            ),
        }
    return templates[Outcome(decision.outcome)] % words


def _afterwards(decision: Decision, *, court: str) -> Iterator[Row]:
    if notice := getattr(decision, "announcement", None):
        yield Row(
            notice.announced_on,
            40,
            Direction.OUT,
            _("The notice board"),
            _("Notice that the minutes were adjusted on %(adjusted)s; last day to appeal %(last)s")
            % {
                "adjusted": day_in_words(notice.adjusted_on),
                "last": day_in_words(notice.appealable_until),
            },
        )
    concerns = {
        AppealOutcome.INLAMNAT: _("Appeal against the decision"),
        AppealOutcome.AVSLAGET: _("Judgment: the appeal is dismissed"),
        AppealOutcome.UPPHAVT: _("Judgment: the decision is quashed"),
        AppealOutcome.FASTSTALLT: _("Judgment: the decision stands"),
    }
    for appeal in decision.appeals.all():
        yield Row(
            appeal.known_on,
            50,
            Direction.IN,
            court or _("The administrative court"),
            concerns[AppealOutcome(appeal.outcome)],
        )
    if confirmed := getattr(decision, "laga_kraft", None):
        yield Row(
            confirmed.confirmed_on,
            55,
            Direction.MADE,
            "",
            _("Note that the decision has gained legal force (laga kraft)"),
        )
