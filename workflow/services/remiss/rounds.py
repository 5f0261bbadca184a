"""A round of remiss that is open: more time for it, another link, and its end."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case, RemissExtension, RemissRecipient, RemissRoundPage
from plandocs.models.remiss import new_nonce
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.mail import remiss as letters
from workflow.procedure.moment import Moment
from workflow.procedure.steps.remiss import is_over
from workflow.procedure.transitions import Move, advance, step_not_possible
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.services.cases.stage import follow_stage
from workflow.services.locking import lock_case


@transaction.atomic
def extend_remiss(
    *,
    round: RemissRoundPage,  # noqa: A002
    closes_on: date,
    on: date,
    user: User,
) -> RemissRoundPage:
    """Give everybody more time, and tell the bodies that were asked.

    Raises RuleViolation: ``not_permitted``; ``step_not_possible`` where the round is closed;
    ``dates_impossible`` unless the new last day is later than the old one, and not past.
    """
    permissions.require("open_remiss", user)
    case, page = _locked(round)
    _require_not_closed(case, page, why=_("Open a new remiss if more answers are needed."))
    if closes_on <= page.closes_on or closes_on < on:
        said = _(
            "The last day is %(day)s already, so %(new)s is not more time. "
            "Choose a later day that has not passed."
        )
        raise RuleViolation(
            said % {"day": date_format(page.closes_on), "new": date_format(closes_on)},
            code="dates_impossible",
        )
    extension = RemissExtension.objects.create(
        round=page, decided_on=on, closed_before=page.closes_on, closes_on=closes_on
    )
    register(case, extension)
    page.closes_on = closes_on
    publish_round(page, user=user)
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
        letters.tell_extension(recipient, extension)
    return page


@transaction.atomic
def close_remiss(
    *,
    round: RemissRoundPage,  # noqa: A002
    on: date,
    user: User,
) -> RemissRoundPage:
    """End the round and bring the case back to those who rework the text.

    Raises RuleViolation: ``not_permitted``; ``step_not_possible`` where it is closed already;
    ``remiss_open`` up to and on the last day.
    """
    permissions.require("open_remiss", user)
    case, page = _locked(round)
    _require_not_closed(case, page)
    is_over(Moment(case, on))
    advance(case, Move.CLOSE_REMISS)
    page.closed_on, page.closing_registered_at = on, timezone.now()
    publish_round(page, user=user)
    follow_stage(case, user=user)
    log_fact(case, "close_remiss", user=user, on=on, round=page.pk, answers=page.answers.count())
    return page


def _locked(page: RemissRoundPage) -> tuple[Case, RemissRoundPage]:
    case = lock_case(page.opening.case)
    return case, RemissRoundPage.objects.get(pk=page.pk)


def _require_not_closed(case: Case, page: RemissRoundPage, why: str = "") -> None:
    if page.closed_on is not None:
        closed = _("The remiss was closed on %(day)s.") % {"day": date_format(page.closed_on)}
        raise step_not_possible(case, f"{closed} {why}".strip())


def publish_round(page: RemissRoundPage, *, user: User) -> None:
    """Publish what the services wrote. The opening is what the gate asks for, not a right."""
    revision = page.save_revision(user=user)
    revision.publish(user=user, log_action=False, skip_permission_checks=True)
    page.refresh_from_db()


@transaction.atomic
def renew_link(
    *, recipient: RemissRecipient, on: date, user: User, email: str | None = None
) -> RemissRecipient:
    """Make the body's link worthless and send it a new one, to a new address where one is given.

    Raises RuleViolation: ``not_permitted``.
    """
    permissions.require("open_remiss", user)
    case = lock_case(recipient.round.opening.case)
    recipient.nonce = new_nonce()
    if email is not None:
        recipient.email = email
    recipient.save(update_fields=["nonce", "email"])
    log_fact(
        case,
        "renew_link",
        user=user,
        on=on,
        round=recipient.round_id,
        body=recipient.organisation.code,
    )
    letters.tell_new_link(recipient)
    return recipient
