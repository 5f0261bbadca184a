"""Replacing a body's secret link."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import RemissRecipient
from plandocs.models.remiss import new_nonce
from workflow import permissions
from workflow.mail import remiss as letters
from workflow.record.log import log_fact
from workflow.services.locking import lock_case


@transaction.atomic
def renew_link(
    *, recipient: RemissRecipient, on: date, user: User, email: str | None = None
) -> RemissRecipient:
    """Make the body's link worthless and send it a new one, to a new address where one is given.

    Raises RuleViolation: ``not_permitted``.
    """
    permissions.require(permissions.may_open_remiss(user), who=_("the official in charge"))
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
