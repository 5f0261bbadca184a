"""In whose name the record is written when nobody sits at a screen."""

import pytest

from tests.factories import UserFactory
from workflow.casefile.role_holder import holder_of

pytestmark = pytest.mark.django_db


def test_a_member_of_the_role_goes_before_an_account_of_its_own(registrator):
    assert holder_of("Registrator") == registrator


def test_an_account_made_for_the_record_opens_to_nobody():
    assert not holder_of("Registrator").has_usable_password()


def test_somebody_who_is_called_like_the_role_neither_gets_it_nor_loses_the_account():
    person = UserFactory(username="registrator")

    assert holder_of("Registrator") != person
    person.refresh_from_db()
    assert person.has_usable_password()
    assert not person.groups.exists()
