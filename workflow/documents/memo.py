"""A tjänsteskrivelse as a letter: the page's text, and what the record held when it was sent."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case, PlanRevisionPage, TjansteskrivelsePage
from plandocs.outputs.letters import AnsweredMotive, MemoLetter, Official, TextChange
from plandocs.vocabulary import ChangeKind, MotiveResponse, Outcome
from workflow.bodies import Place, place_of
from workflow.changes import TRIED_THE_TEXT, MarkedChange, changes_since
from workflow.documents.letterhead import letterhead, official
from workflow.documents.rich_text import paragraphs_of
from workflow.models import Decision, Motive, Submission
from workflow.prose import day_in_words, paragraph_of, place_in_words, sentence
from workflow.recipients import proposed_recipients

RECORD_LANGUAGE = "sv"


def memo_letter(memo: TjansteskrivelsePage) -> MemoLetter:
    """Return ``memo`` as a letter, in Swedish: as it was sent, or as a draft stands today."""
    revision: PlanRevisionPage = memo.get_parent().specific
    case = revision.case
    submission: Submission | None = getattr(memo, "submission", None)
    before = _decisions_before(case, submission)
    with translation.override(RECORD_LANGUAGE):
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
            motives=tuple(_motives(before)),
            changes=tuple(_changes(case, before, submission)),
            assessment=paragraphs_of(memo.assessment),
            attachments=tuple(_attachments(memo, case)),
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


def _motives(before: Sequence[Decision]) -> list[AnsweredMotive]:
    """Return the carried motives of the last referral back, each with its answer (R26)."""
    referrals = [decision for decision in before if decision.outcome == Outcome.ATERREMISS]
    if not referrals:
        return []
    motives = [motive for motive in referrals[-1].motives.all() if motive.carried]
    return [_answered(motive, referrals[-1]) for motive in motives]


def _answered(motive: Motive, referral: Decision) -> AnsweredMotive:
    answer = motive.answer_or_none
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
        "body": referral.body.name_in_sentence,
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
    tried = [decision for decision in before if decision.outcome in TRIED_THE_TEXT]
    if not tried or place_of(tried[-1].body, case) is Place.PREPARES:
        return []
    text = submission.text_revision.as_object() if submission else case.latest_text()
    until: datetime | None = submission.registered_at if submission else None
    return [_change(found) for found in changes_since(tried[-1], text=text, until=until)]


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
    )


def _attachments(memo: TjansteskrivelsePage, case: Case) -> list[str]:
    """Return the attachments; the text itself always goes with the memo."""
    named = [attachment.title for attachment in memo.attachments.all()]
    if any(case.title.casefold() in title.casefold() for title in named):
        return named
    return [_("Proposal: %(title)s") % {"title": case.title}, *named]
