"""Who acts on a screen, and a round that is out on remiss with those who may answer it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from plandocs.vocabulary import OrganisationType
from tests.conftest import SOCIALNAMNDEN
from tests.factories import OrganisationFactory
from tests.factories.situations import taken_from
from workflow.services.remiss import NewRound, open_remiss

UTBILDNINGSNAMNDEN = {
    "code": "UN",
    "name": "Utbildningsnämnden",
    "type": OrganisationType.NAMND,
    "members": 11,
}
OPENED, LAST_DAY, AFTER = date(2026, 2, 10), date(2026, 4, 7), date(2026, 4, 8)


@pytest.fixture
def utbildningsnamnden(kommun):
    """A nämnd without an e-mail address."""
    return OrganisationFactory(**UTBILDNINGSNAMNDEN)


def sent_out(matter, bodies, **kwargs):
    """Send the case's text out on remiss, and return the page of the round."""
    arguments = {
        "case": matter.case,
        "closes_on": LAST_DAY,
        "to": bodies,
        "is_public": True,
        "questions": ["Är fokusområdena de rätta?", "Vad saknas?"],
        "on": OPENED,
        "user": matter.handlaggare,
    }
    given = {**arguments, **kwargs}
    page = open_remiss(round=taken_from(given, NewRound), **given)
    matter.case.refresh_from_db()
    return page


def out_on_remiss(matter):
    """Bring the case to a round open to two nämnder and to anyone."""
    bodies = [OrganisationFactory(**facts) for facts in (SOCIALNAMNDEN, UTBILDNINGSNAMNDEN)]
    sent_out(matter.reworked(), bodies)
    return matter


@pytest.fixture
def send_out(matter, socialnamnden, utbildningsnamnden):
    """Send a case out that is not out yet."""
    return lambda **kwargs: sent_out(matter, [socialnamnden, utbildningsnamnden], **kwargs)


@pytest.fixture
def remiss(matter):
    """The round, where the case is out on remiss from the start."""
    return matter.case.remisser.get().page


@pytest.fixture
def asked(remiss, socialnamnden):
    """Socialnämnden as one of those asked."""
    return remiss.recipients.get(organisation=socialnamnden)


def url(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def today(monkeypatch):
    """The wall clock of the screens: the day on which the round opens, until told another."""

    def becomes(day):
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    becomes(OPENED)
    return becomes


@pytest.fixture
def acting(client, cast):
    """A browser in which somebody of the cast is logged in."""

    def logged_in(role):
        client.force_login(cast[role])
        return client

    return logged_in


@pytest.fixture
def as_user(client):
    """A client signed in as somebody."""

    def signed_in(user):
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def case(matter):
    """The case from which the test starts."""
    return matter.case
