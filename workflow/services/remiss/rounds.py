"""Opening, extending and closing a round of remiss."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from plandocs.models import (
    Case,
    Organisation,
    PlanRevisionPage,
    RemissExtension,
    RemissRecipient,
    RemissRoundPage,
)
from plandocs.text.canonical import text_sha256
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.mail import remiss as notifications
from workflow.models import RemissOpening
from workflow.procedure.remiss import require_may_be_sent_out
from workflow.procedure.transitions import Step, advance, step_not_possible
from workflow.record.log import log_fact
from workflow.rules.remiss import SOURCE_REMISS, require_remiss_over
from workflow.services.cases.stage import follow_stage
from workflow.services.locking import lock_case

_TITLE_LENGTH = 255


@transaction.atomic
def open_remiss(
    *,
    case: Case,
    closes_on: date,
    to: Sequence[Organisation],
    is_public: bool,
    questions: Sequence[str],
    on: date,
    user: Any,
    missive: str = "",
) -> RemissRoundPage:
    """Send the text out as it stands: keep a copy in a round, publish that, write to each body.

    Raises RuleViolation: ``not_permitted``; ``dates_impossible`` where the last day is past;
    ``nobody_asked`` where no body is asked and the round is not public; ``step_not_possible``
    from another stage than bearbetas, or where the working committee has not approved.
    """
    permissions.require(permissions.may_open_remiss(user), who=_("the official in charge"))
    case = lock_case(case)
    asked = list({body.pk: body for body in to}.values())
    _require_time_to_answer(opened_on=on, closes_on=closes_on)
    _require_somebody(asked, is_public=is_public)
    require_may_be_sent_out(case)
    advance(case, Step.OPEN_REMISS)

    page = _snapshot(case, opened_on=on, closes_on=closes_on)
    page.is_public, page.missive = is_public, missive
    page.questions = [question.strip() for question in questions if question.strip()]
    parent = PlanRevisionPage.objects.get(pk=case.revision_id)
    parent.add_child(instance=page)
    RemissOpening.objects.create(
        page=page,
        case=case,
        text_revision=parent.latest_revision or parent.save_revision(user=user),
        opened_on=on,
        opened_by=user,
    )
    recipients = [_ask(page, body, on=on) for body in asked]
    _publish(page, user=user)
    follow_stage(case, user=user)
    log_fact(
        case,
        "open_remiss",
        user=user,
        on=on,
        round=page.pk,
        closes_on=closes_on.isoformat(),
        asked=[body.code for body in asked],
        public=is_public,
        sha256=page.text_sha256,
    )
    for recipient in recipients:
        notifications.ask(recipient)
    return page


@transaction.atomic
def extend_remiss(
    *,
    round: RemissRoundPage,  # noqa: A002
    closes_on: date,
    on: date,
    user: Any,
) -> RemissRoundPage:
    """Give everybody more time, and tell the bodies that were asked.

    Raises RuleViolation: ``not_permitted``; ``step_not_possible`` where the round is closed;
    ``dates_impossible`` unless the new last day is later than the old one, and not past.
    """
    permissions.require(permissions.may_open_remiss(user), who=_("the official in charge"))
    case, page = _locked(round)
    _require_not_closed(case, page, why=_("Open a new remiss if more answers are needed."))
    if closes_on <= page.closes_on or closes_on < on:
        raise RuleViolation(
            _(
                "The last day is %(day)s already, so %(new)s is not more time. "
                "Choose a later day that has not passed."
            )
            % {"day": date_format(page.closes_on), "new": date_format(closes_on)},
            code="dates_impossible",
        )
    extension = RemissExtension.objects.create(
        round=page, decided_on=on, closed_before=page.closes_on, closes_on=closes_on
    )
    page.closes_on = closes_on
    _publish(page, user=user)
    log_fact(
        case,
        "extend_remiss",
        user=user,
        on=on,
        round=page.pk,
        before=extension.closed_before.isoformat(),
        closes_on=closes_on.isoformat(),
    )
    for recipient in page.recipients.select_related("organisation"):
        notifications.tell_extension(recipient, extension)
    return page


@transaction.atomic
def close_remiss(
    *,
    round: RemissRoundPage,  # noqa: A002
    on: date,
    user: Any,
) -> RemissRoundPage:
    """End the round and bring the case back to those who rework the text.

    Raises RuleViolation: ``not_permitted``; ``step_not_possible`` where it is closed already;
    ``remiss_open`` up to and on the last day.
    """
    permissions.require(permissions.may_open_remiss(user), who=_("the official in charge"))
    case, page = _locked(round)
    _require_not_closed(case, page)
    require_remiss_over(is_over=page.is_over_on(on), closes_on=page.closes_on)
    advance(case, Step.CLOSE_REMISS)
    page.closed_on = on
    _publish(page, user=user)
    follow_stage(case, user=user)
    log_fact(case, "close_remiss", user=user, on=on, round=page.pk, answers=page.answers.count())
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


def _publish(page: RemissRoundPage, *, user: Any) -> None:
    """Publish what the services wrote. The opening is what the gate asks for, not a right."""
    revision = page.save_revision(user=user)
    revision.publish(user=user, log_action=False, skip_permission_checks=True)
    page.refresh_from_db()


def _locked(page: RemissRoundPage) -> tuple[Case, RemissRoundPage]:
    case = lock_case(page.opening.case)
    return case, RemissRoundPage.objects.get(pk=page.pk)


def _require_time_to_answer(*, opened_on: date, closes_on: date) -> None:
    if closes_on < opened_on:
        raise RuleViolation(
            _("The last day, %(day)s, is before the remiss is sent. Choose a later day.")
            % {"day": date_format(closes_on)},
            code="dates_impossible",
            source=SOURCE_REMISS,
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


def _require_not_closed(case: Case, page: RemissRoundPage, why: str = "") -> None:
    if page.closed_on is not None:
        closed = _("The remiss was closed on %(day)s.") % {"day": date_format(page.closed_on)}
        raise step_not_possible(case, f"{closed} {why}".strip())
