"""Statements that ask neither Wagtail nor Django, and what the database says to them."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.workflow.gate.record import nothing_changes
from workflow.gate import database_errors


def refused(act, code):
    """Hold that the database refuses ``act`` with ``code``, and that nothing is changed."""
    with nothing_changes(), pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    assert database_errors.from_database(error.value).code == code


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
