"""The cast, the municipality and the bodies that every test may use."""

import gc

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save
from django.utils import translation
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import (
    post_delete_signal_handler,
    post_save_signal_handler,
    register_signal_handlers,
)
from wagtail.signal_handlers import disable_reference_index_auto_update

from plandocs.models import Case, PlanIndexPage
from plandocs.text import schema
from plandocs.vocabulary import OrganisationType
from tests import database
from tests.factories import OrganisationFactory, UserFactory
from tests.factories.situations import Matter
from tests.plandocs.text.declaring import Declarations
from workflow.services.installation import install_site

KF = {
    "code": "KF",
    "name": "Kommunfullmäktige",
    "type": OrganisationType.FULLMAKTIGE,
    "members": 61,
}
KS = {
    "code": "KS",
    "name": "Kommunstyrelsen",
    "type": OrganisationType.STYRELSE,
    "members": 15,
}
KSAU = {
    "code": "KSAU",
    "name": "Kommunstyrelsens arbetsutskott",
    "type": OrganisationType.UTSKOTT,
    "members": 7,
}

SOCIALNAMNDEN = {
    "code": "SN",
    "name": "Socialnämnden",
    "type": OrganisationType.NAMND,
    "members": 11,
    "email": "socialnamnden@example.org",
}


def pytest_collection_finish():
    """What is loaded by now stays; looking for garbage in it takes a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="module")
def starting_point(request, django_db_setup, django_db_blocker):
    """The key of a case in the situation that ``starts_from`` names, or nothing.

    It lies in a transaction that is undone before another test starts elsewhere. Each test works
    in a transaction inside this one. A module has these or ``for_the_module``, and not both: the
    transactions would cross.
    """
    situation = getattr(request, "param", None)
    if situation is None:
        yield None
        return
    with django_db_blocker.unblock(), transaction.atomic():
        yield checked(situation(new_matter()).case.pk)
        transaction.set_rollback(True)


def checked(built):
    """Let the database check once what was built; what is left is checked after every test."""
    connection.check_constraints()
    return built


@pytest.fixture
def kommun(starting_point, db):
    """The municipality: its languages, its start pages and its roles."""
    if not PlanIndexPage.objects.exists():
        install_site()
    return PlanIndexPage.objects.get(locale__language_code="sv")


@pytest.fixture(autouse=True)
def _the_records_language():
    """Begin in Swedish: a page fetched by an earlier test leaves its language behind."""
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def _no_index_of_references():
    """Wagtail's index of who refers to whom costs a third of each save, and no test asks it."""
    with disable_reference_index_auto_update():
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_index_of_words():
    """Nor does one search, but for those that ask for ``search_index``."""
    stop_indexing()
    yield
    register_signal_handlers()


@pytest.fixture(scope="module")
def search_index(_no_index_of_words):
    """Let what a module saves be found by its words."""
    register_signal_handlers()
    yield
    stop_indexing()


def stop_indexing():
    for model in get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)
        post_delete.disconnect(post_delete_signal_handler, sender=model)


@pytest.fixture(scope="session")
def django_db_setup(
    request,
    django_test_environment,
    django_db_modify_db_settings,
    django_db_createdb,
    django_db_blocker,
):
    """Lay out a migrated database, and install the municipality: a test starts from a site."""
    outside = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        database.lay_out(afresh=django_db_createdb)
        if any(puts_rows_back(item) for item in request.session.items):
            connection._test_serialized_contents = connection.creation.serialize_db_to_string()
        install_site()
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(outside, verbosity=0)


def puts_rows_back(item):
    """Say whether a test, after which every table is emptied, starts with the migrations' rows."""
    return any(m.kwargs.get("serialized_rollback") for m in item.iter_markers("django_db"))


@pytest.fixture(scope="module")
def for_the_module(django_db_setup, django_db_blocker):
    """A transaction around all tests of a module, for what is dear to build and only read.

    Each test works in a transaction inside this one.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def member_of(role, username):
    user = UserFactory(username=username)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def handlaggare(kommun):
    """The official in charge."""
    return member_of("Handläggare", "handlaggare")


@pytest.fixture
def registrator(kommun):
    """The registrar, who records decisions."""
    return member_of("Registrator", "registrator")


@pytest.fixture
def fortroendevald(kommun):
    """A politician."""
    return member_of("Förtroendevald", "fortroendevald")


@pytest.fixture
def oversattare(kommun):
    """A translator."""
    return member_of("Översättare", "oversattare")


@pytest.fixture
def redaktor(kommun):
    """The editor of the public pages."""
    return member_of("Redaktör", "redaktor")


@pytest.fixture
def administrator(kommun):
    """The administrator of the system."""
    return member_of("Administratör", "administrator")


@pytest.fixture
def superuser(kommun):
    """Somebody to whom Wagtail refuses nothing."""
    return UserFactory(username="superuser", is_superuser=True, is_staff=True)


@pytest.fixture
def cast(kommun, request):
    """Everybody, by role. Who is not called for is not made."""
    return Cast(request)


class Cast:
    def __init__(self, request):
        self.request = request

    def __getitem__(self, role):
        return self.request.getfixturevalue(role)


@pytest.fixture
def kf(kommun):
    """Kommunfullmäktige."""
    return OrganisationFactory(**KF)


@pytest.fixture
def ks(kommun):
    """Kommunstyrelsen."""
    return OrganisationFactory(**KS)


@pytest.fixture
def ksau(kommun):
    """Kommunstyrelsens arbetsutskott."""
    return OrganisationFactory(**KSAU)


@pytest.fixture
def socialnamnden(kommun):
    """A nämnd that answers."""
    return OrganisationFactory(**SOCIALNAMNDEN)


@pytest.fixture
def matter(starting_point, handlaggare, registrator, kf, ks, ksau):
    """A case in the situation of ``starts_from``, or not opened yet, with those who move it."""
    case = Case.objects.get(pk=starting_point) if starting_point else None
    return Matter(handlaggare, registrator, kf, ks, ksau, case)


@pytest.fixture(scope="module")
def matter_of_module(for_the_module):
    """A case that has not been opened yet, for all tests of a module, which only read it."""
    return new_matter()


def new_matter():
    return Matter(
        member_of("Handläggare", "handlaggare"),
        member_of("Registrator", "registrator"),
        *(OrganisationFactory(**facts) for facts in (KF, KS, KSAU)),
    )


@pytest.fixture
def declare():
    """Declare fields and kinds of blocks until the test is over."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield Declarations(monkeypatch)
    schema.read_anew()
