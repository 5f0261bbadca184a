"""The fields that the officials' forms share."""

import pytest
from django.core.exceptions import ValidationError

from workflow.admin.form_fields import LinesField


def test_lines_are_read_as_a_list_without_the_empty_ones():
    assert LinesField().clean("Planen antas. \n\n  Nämnden får i uppdrag att följa den.\n") == [
        "Planen antas.",
        "Nämnden får i uppdrag att följa den.",
    ]


def test_a_character_that_no_database_keeps_is_refused_in_lines_too():
    with pytest.raises(ValidationError):
        LinesField().clean("Planen antas.\nAnd\x00ra raden")
