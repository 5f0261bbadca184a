"""A tjänsteskrivelse as a letter: the page's text, and what the record held when it was sent."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case, PlanRevisionPage, TjansteskrivelsePage
from plandocs.outputs.letters import AnsweredMotive, MemoLetter, Official, TextChange
from plandocs.vocabulary import ChangeKind, MotiveResponse, Outcome
from workflow.documents.letterhead import letterhead, official
from workflow.documents.recipients import proposed_recipients
from workflow.documents.rich_text import paragraphs_of
from workflow.models import Decision, Motive, Submission
from workflow.procedure.changes import MarkedChange, changes_since, last_that_counts
from workflow.record.prose import day_in_words, paragraph_of, place_in_words, sentence


def memo_letter(memo: TjansteskrivelsePage) -> MemoLetter:
    """Return ``memo`` as a letter, in Swedish: as it was sent, or as a draft stands today."""
    revision: PlanRevisionPage = memo.get_parent().specific
    case = revision.case
    submission: Submission | None = getattr(memo, "submission", None)
    before = _decisions_before(case, submission)
    with translation.override(settings.LANGUAGE_CODE):
        proposal = tuple(memo.proposals)
        return MemoLetter(
            letterhead=letterhead(),
            to_body=memo.to_body.name,
            title=memo.title,
            diarienummer=case.diarienummer,
            date=memo.dated_on,
            handlaggare=_handlaggare(memo, case),
            proposal=proposal,
            proposal_lead_in=_lead_in(memo, proposal),
            summary=paragraphs_of(memo.summary),
            background=paragraphs_of(memo.background),
            motives=tuple(_motives(before, case, submission)),
            changes=tuple(_changes(case, before, submission)),
            assessment=paragraphs_of(memo.assessment),
            attachments=tuple(attachments_of(memo, case)),
            sent_to=tuple(proposed_recipients(case, body=memo.to_body, on=memo.dated_on)),
        )


def _decisions_before(case: Case, submission: Submission | None) -> list[Decision]:
    """Return the decisions that the memo builds on, in the order they were recorded."""
    decisions = case.decisions.select_related("body", "text_revision").prefetch_related(
        "corrections", "motives__answer"
    )
    if submission:
        decisions = decisions.filter(registered_at__lt=submission.registered_at)
    return list(decisions.order_by("pk"))


def _handlaggare(memo: TjansteskrivelsePage, case: Case) -> Official:
    user = memo.handlaggare or case.handlaggare or memo.owner
    return official(user) if user else Official(_("The official in charge"))


def _lead_in(memo: TjansteskrivelsePage, proposal: Sequence[str]) -> str:
    """Stand before att-satser that begin with “att”, so that they make a sentence."""
    if not proposal or not all(point.lower().startswith("att ") for point in proposal):
        return ""
    return _("%(body)s decides") % {"body": memo.to_body.name}


def _motives(
    before: Sequence[Decision], case: Case, submission: Submission | None
) -> list[AnsweredMotive]:
    """Return the carried motives that the case came back with, each with its answer (R26).

    They are those of the deciding body's last referral back and of any that another body has
    made since: a return on the way up does not settle what fullmäktige asked for.
    """
    referrals = [decision for decision in before if decision.outcome == Outcome.ATERREMISS]
    own = [i for i, found in enumerate(referrals) if found.body_id == case.decided_by_id]
    return [
        _answered(motive, referral, until=submission.sent_on if submission else None)
        for referral in referrals[own[-1] if own else 0 :]
        for motive in referral.motives.all()
        if motive.carried
    ]


def _answered(motive: Motive, referral: Decision, *, until: date | None) -> AnsweredMotive:
    """A memo that was sent with a motive unanswered does not get the answer afterwards."""
    answer = motive.answer_or_none
    if answer and until and answer.answered_on > until:
        answer = None
    return AnsweredMotive(
        text=motive.text,
        asked_by=_asked_by(motive, referral),
        response=MotiveResponse(answer.response) if answer else None,
        reason=answer.reason if answer else "",
    )


def _asked_by(motive: Motive, referral: Decision) -> str:
    number = motive.supporters or referral.requested_by
    words = {
        "count": number,
        "body": referral.body_then.name_in_sentence,
        "day": day_in_words(referral.current_date),
        "paragraph": paragraph_of(referral),
    }
    if not number:
        return _("a majority of %(body)s, %(day)s%(paragraph)s") % words
    return (
        ngettext(
            "%(count)s member of %(body)s, %(day)s%(paragraph)s",
            "%(count)s members of %(body)s, %(day)s%(paragraph)s",
            number,
        )
        % words
    )


def _changes(
    case: Case, before: Sequence[Decision], submission: Submission | None
) -> list[TextChange]:
    """Return what has changed since a body other than the committee last tried the text."""
    tried = last_that_counts(before)
    if tried is None:
        return []
    text = submission.text_revision.as_object() if submission else case.latest_text()
    until: datetime | None = submission.registered_at if submission else None
    return [_change(found) for found in changes_since(tried, text=text, until=until)]


def _change(found: MarkedChange) -> TextChange:
    """What nobody has marked might touch the substance, and a draft says so."""
    where = place_in_words(found.change.place).strip("”") or _("The text")
    if found.kind is None:
        where = _("%(where)s (not marked yet)") % {"where": where}
    return TextChange(
        where=sentence(where),
        before=found.change.before,
        after=found.change.after,
        kind=found.kind or ChangeKind.I_SAK,
        form=tuple(found.change.form_in_words),
    )


def attachments_of(memo: TjansteskrivelsePage, case: Case) -> list[str]:
    """Return what goes with ``memo``: its attachments, and always the text itself."""
    named = [attachment.title for attachment in memo.attachments.all()]
    if any(case.title.casefold() in title.casefold() for title in named):
        return named
    return [_("Proposal: %(title)s") % {"title": case.title}, *named]
