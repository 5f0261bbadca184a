"""A round that is out on remiss, and those who may answer it."""

from datetime import date

import pytest

from plandocs.vocabulary import OrganisationType
from tests.conftest import SOCIALNAMNDEN
from tests.factories import OrganisationFactory
from workflow.services.remiss import open_remiss

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


@pytest.fixture
def send_out(matter, socialnamnden, utbildningsnamnden):
    """Send the case's text out on remiss."""

    def send(**kwargs):
        if matter.case is None:
            matter.reworked()
        page = sent_out(matter, [socialnamnden, utbildningsnamnden], **kwargs)
        matter.case.refresh_from_db()
        return page

    return send


def sent_out(matter, bodies, **kwargs):
    arguments = {
        "case": matter.case,
        "closes_on": LAST_DAY,
        "to": bodies,
        "is_public": True,
        "questions": ["Är fokusområdena de rätta?", "Vad saknas?"],
        "on": OPENED,
        "user": matter.handlaggare,
    }
    return open_remiss(**{**arguments, **kwargs})


@pytest.fixture
def remiss(send_out):
    """A round open to two nämnder and to anyone."""
    return send_out()


@pytest.fixture(scope="module")
def remiss_of_module(matter_of_module):
    """The key of such a round, opened once for all tests of a module."""
    bodies = [OrganisationFactory(**facts) for facts in (SOCIALNAMNDEN, UTBILDNINGSNAMNDEN)]
    return sent_out(matter_of_module.reworked(), bodies).pk


@pytest.fixture
def asked(remiss, socialnamnden):
    """Socialnämnden as one of those asked."""
    return remiss.recipients.get(organisation=socialnamnden)
