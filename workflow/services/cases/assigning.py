"""Who is in charge of a case."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from plandocs.models import Case
from workflow import permissions
from workflow.record.log import log_fact
from workflow.services.locking import lock_case


@transaction.atomic
def assign_case(*, case: Case, handlaggare: User, on: date, user: User) -> None:
    """Hand the case over to another official."""
    permissions.require("open_case", user)
    case = lock_case(case)
    before = case.handlaggare
    case.handlaggare = handlaggare
    case.save(update_fields=["handlaggare"])
    log_fact(
        case,
        "assign_case",
        user=user,
        on=on,
        before=before.get_username() if before else "",
        after=handlaggare.get_username(),
    )
