"""Opening a round of remiss: the text as it stands is kept, sent out and published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from plandocs.models import Case, Organisation, PlanRevisionPage, RemissRecipient, RemissRoundPage
from plandocs.text.canonical import text_sha256
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.mail import remiss as letters
from workflow.models import RemissOpening
from workflow.procedure.moment import Moment
from workflow.procedure.steps.remiss import may_be_sent_out
from workflow.procedure.transitions import Move, advance
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.rules.remiss import SOURCE_REMISS
from workflow.services.cases.stage import follow_stage
from workflow.services.locking import lock_case
from workflow.services.remiss.rounds import publish_round

_TITLE_LENGTH = 255


@dataclass(frozen=True, slots=True)
class NewRound:
    """A round before it is sent out: who is asked, about what, and the last day to answer."""

    closes_on: date
    to: Sequence[Organisation] = ()
    is_public: bool = False
    questions: Sequence[str] = ()
    missive: str = ""


@transaction.atomic
def open_remiss(*, case: Case, round: NewRound, on: date, user: User) -> RemissRoundPage:  # noqa: A002
    """Send the text out as it stands: keep a copy in a round, publish that, write to each body.

    Raises RuleViolation: ``not_permitted``; ``dates_impossible`` where the last day is past;
    ``nobody_asked`` where no body is asked and the round is not public; ``step_not_possible``
    from another stage than bearbetas, or where the working committee has not approved.
    """
    permissions.require("open_remiss", user)
    case = lock_case(case)
    asked = list({body.pk: body for body in round.to}.values())
    _require_time_to_answer(opened_on=on, closes_on=round.closes_on)
    _require_somebody(asked, is_public=round.is_public)
    may_be_sent_out(Moment(case, on=on))
    advance(case, Move.OPEN_REMISS)

    page = _snapshot(case, opened_on=on, closes_on=round.closes_on)
    page.is_public, page.missive = round.is_public, round.missive
    page.questions = [question.strip() for question in round.questions if question.strip()]
    parent = PlanRevisionPage.objects.get(pk=case.revision_id)
    parent.add_child(instance=page)
    opening = RemissOpening.objects.create(
        page=page,
        case=case,
        text_revision=parent.latest_revision or parent.save_revision(user=user),
        opened_on=on,
        opened_by=user,
    )
    recipients = [_ask(page, body, on=on) for body in asked]
    register(case, *recipients, *([opening] if round.is_public else []))
    publish_round(page, user=user)
    follow_stage(case, user=user)
    log_fact(
        case,
        "open_remiss",
        user=user,
        on=on,
        round=page.pk,
        closes_on=round.closes_on.isoformat(),
        asked=[body.code for body in asked],
        public=round.is_public,
        sha256=page.text_sha256,
    )
    for recipient in recipients:
        letters.ask(recipient)
    return page


def _snapshot(case: Case, *, opened_on: date, closes_on: date) -> RemissRoundPage:
    """Copy the text as last saved, block ids kept: the draft it is taken from moves on."""
    text = case.latest_text()
    number = 1 + RemissOpening.objects.filter(case=case).count()
    with override(text.locale.language_code):  # the title is part of the record
        named = {"number": number, "title": text.title}
        title = _("Remiss: %(title)s") if number == 1 else _("Remiss %(number)s: %(title)s")
    return RemissRoundPage(
        title=(title % named)[:_TITLE_LENGTH],
        slug=f"remiss-{number}",
        locale=text.locale,
        live=False,
        opened_on=opened_on,
        closes_on=closes_on,
        text=text.body,
        text_title=text.title,
        text_sha256=text_sha256(text),
    )


def _ask(page: RemissRoundPage, body: Organisation, *, on: date) -> RemissRecipient:
    return RemissRecipient.objects.create(
        round=page, organisation=body, email=body.email, asked_on=on
    )


def _require_time_to_answer(*, opened_on: date, closes_on: date) -> None:
    if closes_on < opened_on:
        said = _("The last day, %(day)s, is before the remiss is sent. Choose a later day.")
        raise RuleViolation(
            said % {"day": date_format(closes_on)}, code="dates_impossible", source=SOURCE_REMISS
        )


def _require_somebody(asked: Sequence[Organisation], *, is_public: bool) -> None:
    if not asked and not is_public:
        raise RuleViolation(
            _(
                "Nobody would be able to answer, so the remiss was not sent. "
                "Choose at least one body, or let anyone answer."
            ),
            code="nobody_asked",
        )
