"""The demo municipality, loaded once for all the tests of a module that only read it."""

import io

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from plandocs.models import Case
from tests.conftest import checked


def load():
    """Run the command, and return what it printed."""
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """What was printed when the demo was loaded; all of it is undone after the module."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), transaction.atomic():
        yield checked(load())
        transaction.set_rollback(True)


@pytest.fixture
def case_of(demo):
    """Return the case of the demo with this number."""
    return lambda diarienummer: Case.objects.get(diarienummer=diarienummer)
