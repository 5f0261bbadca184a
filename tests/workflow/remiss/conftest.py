"""A round that is out on remiss, and those who may answer it."""

from datetime import date

import pytest

from plandocs.vocabulary import OrganisationType
from tests.factories import OrganisationFactory
from workflow.services.remiss import open_remiss

OPENED, LAST_DAY, AFTER = date(2026, 2, 10), date(2026, 4, 7), date(2026, 4, 8)


@pytest.fixture
def utbildningsnamnden(kommun):
    """A nämnd without an e-mail address."""
    return OrganisationFactory(
        code="UN", name="Utbildningsnämnden", type=OrganisationType.NAMND, members=11
    )


@pytest.fixture
def send_out(matter, handlaggare, socialnamnden, utbildningsnamnden):
    """Send the case's text out on remiss."""

    def send(**kwargs):
        if matter.case is None:
            matter.reworked()
        arguments = {
            "case": matter.case,
            "closes_on": LAST_DAY,
            "to": [socialnamnden, utbildningsnamnden],
            "is_public": True,
            "questions": ["Är fokusområdena de rätta?", "Vad saknas?"],
            "on": OPENED,
            "user": handlaggare,
        }
        page = open_remiss(**{**arguments, **kwargs})
        matter.case.refresh_from_db()
        return page

    return send


@pytest.fixture
def remiss(send_out):
    """A round open to two nämnder and to anyone."""
    return send_out()


@pytest.fixture
def asked(remiss, socialnamnden):
    """Socialnämnden as one of those asked."""
    return remiss.recipients.get(organisation=socialnamnden)
