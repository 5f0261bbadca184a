"""``manage.py flush``, which does not erase a record that holds decisions.

Django's own tests erase the rows between tests in this way; there the record is not a record.
"""

from django.core import mail
from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.utils.translation import gettext as _

from workflow.gate.triggers import installing
from workflow.models import Decision


class Command(flush.Command):
    """Erase every row, with the gate's triggers out of the way while it happens."""

    def handle(self, **options: object) -> None:
        alias = str(options["database"])
        in_test = hasattr(mail, "outbox")  # what setup_test_environment() makes
        if not in_test and Decision.objects.using(alias).exists():
            raise CommandError(
                _(
                    "The record holds decisions, which are not erased. "
                    "To begin anew, make a new database."
                )
            )
        installing.remove(alias)
        try:
            super().handle(**options)
        finally:
            installing.install(alias)
