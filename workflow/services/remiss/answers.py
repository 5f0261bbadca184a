"""Filing the answers to a remiss, and letting the public read them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from plandocs.models import (
    Organisation,
    RemissAnswer,
    RemissPoint,
    RemissRecipient,
    RemissRoundPage,
)
from plandocs.vocabulary import AnswerChannel
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.mail import remiss as letters
from workflow.mail.undelivered import note_undelivered
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.rules.remiss import require_takes_answer
from workflow.services import flood
from workflow.services.locking import lock_case
from workflow.services.remiss.new_answer import NewAnswer, NewPoint, key_of_words, sent_before
from workflow.services.remiss.places import places_of, unknown_place


@transaction.atomic
def receive_answer(
    *,
    round: RemissRoundPage,  # noqa: A002
    answer: NewAnswer,
    received_on: date,
    form_key: UUID | None = None,
    user: User | None = None,
    recipient: RemissRecipient | None = None,
    sender: flood.Sender | None = None,
) -> RemissAnswer:
    """File an answer. A second answer from the same body joins the first, and both are kept.

    The same words in the same form are filed once: the first answer is returned again. So they
    are by another form, where a body's last answer of the day said the same.

    ``sender`` is given for the form that is open to all. Raises ``flood.TooMuch`` where as much
    has come from there as is taken for now.

    Raises RuleViolation: ``not_permitted`` where the user may not register answers, a link is
    not the round's or the round is not open to all; ``remiss_closed`` for a late answer by link
    or open form; ``dates_impossible`` before the round was opened; ``unknown_place`` for a block
    that the text sent out does not hold.
    """
    case = lock_case(round.opening.case)
    page = RemissRoundPage.objects.get(pk=round.pk)
    points = [NewPoint(point.block_id, point.text.strip()) for point in answer.points]
    said = [point for point in points if point.text]
    filed = _unfiled(page, answer, received_on=received_on, recipient=recipient)
    filed.form_key = form_key and key_of_words(form_key, filed, said)
    _require_way_in(filed, recipient=recipient, user=user)
    if earlier := sent_before(filed, said):
        return earlier
    if received_on < page.opened_on:
        raise _before_opening(page)
    require_takes_answer(channel=answer.channel, is_late=filed.is_late, closes_on=page.closes_on)
    if sender:
        flood.count(flood.ANSWERS, sender.network, at=sender.at)
    _file(filed, said)
    register(case, filed)
    log_fact(
        case,
        "receive_answer",
        user=user,
        on=received_on,
        round=page.pk,
        answer=filed.pk,
        body=filed.organisation.code if filed.organisation else "",
        channel=str(answer.channel),
        stance=str(answer.stance),
        points=len(said),
        late=filed.is_late,
    )
    _confirm(filed, sender)
    return filed


def _unfiled(
    page: RemissRoundPage,
    answer: NewAnswer,
    *,
    received_on: date,
    recipient: RemissRecipient | None,
) -> RemissAnswer:
    body = recipient.organisation if recipient else answer.organisation
    replies = [(reply.question, reply.answer.strip()) for reply in answer.replies]
    return RemissAnswer(
        round=page,
        organisation=body,
        respondent=answer.respondent.strip() or _name_of(body),
        email=answer.email.strip(),
        channel=answer.channel,
        stance=answer.stance,
        text=answer.text.strip(),
        replies=[{"question": asked, "answer": said} for asked, said in replies if said],
        received_on=received_on,
    )


def _name_of(body: Organisation | None) -> str:
    """A letter without a name is a letter all the same; the record says so in its own language."""
    if body:
        return body.name
    with override(settings.LANGUAGE_CODE):
        return _("Without a name")


def _require_way_in(
    answer: RemissAnswer, *, recipient: RemissRecipient | None, user: User | None
) -> None:
    match AnswerChannel(answer.channel):
        case AnswerChannel.REGISTRERAD:
            permissions.require("register_answer", user or AnonymousUser())
        case AnswerChannel.LANK:
            asked = answer.round.recipients.filter(organisation=answer.organisation).exists()
            if not asked or (recipient and recipient.round_id != answer.round_id):
                said = _(
                    "%(name)s was not asked in this remiss and has no link of its own. "
                    "Register the answer instead."
                )
                raise RuleViolation(said % {"name": answer.respondent}, code="not_permitted")
        case AnswerChannel.OPPEN:
            if not answer.round.is_public:
                raise RuleViolation(
                    _(
                        "This remiss has no open form: only those asked answer, each by its own "
                        "link. Send your answer to the registrar instead."
                    ),
                    code="not_permitted",
                )


def _confirm(answer: RemissAnswer, sender: flood.Sender | None) -> None:
    """Send a receipt, but not so many to one address that somebody else could be plagued."""
    if sender and answer.email:
        try:
            flood.count(flood.RECEIPTS, flood.mailbox_of(answer.email), at=sender.at)
        except flood.TooMuch:
            note_undelivered(answer)
            return
    letters.confirm(answer)


def _before_opening(page: RemissRoundPage) -> RuleViolation:
    said = _(
        "The remiss was sent on %(day)s, so no answer can have come before that. Check the day."
    )
    return RuleViolation(said % {"day": date_format(page.opened_on)}, code="dates_impossible")


def _file(answer: RemissAnswer, points: Sequence[NewPoint]) -> None:
    places = places_of(answer.round)
    for point in points:
        if point.block_id is not None and str(point.block_id) not in places:
            raise unknown_place()
    answer.save()
    RemissPoint.objects.bulk_create(
        RemissPoint(
            answer=answer,
            number=number,
            block_id=point.block_id,
            place=places[str(point.block_id)] if point.block_id else "",
            text=point.text,
        )
        for number, point in enumerate(points, start=1)
    )


@transaction.atomic
def show_answer(*, answer: RemissAnswer, on: date, user: User, shown: bool = True) -> RemissAnswer:
    """Let the public read an answer, or no longer, once somebody has read it (R51).

    Raises RuleViolation: ``not_permitted``.
    """
    permissions.require("register_answer", user)
    case = lock_case(answer.round.opening.case)
    answer.is_shown = shown
    answer.save(update_fields=["is_shown"])
    log_fact(case, "show_answer", user=user, on=on, answer=answer.pk, shown=shown)
    return answer
