"""The last day counts in full, by the clock of the municipality, summer and winter (R41)."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.situations import Matter, starts_from
from tests.workflow.answering.test_answer_form import filled

FILED, REFUSED = 302, 422


@pytest.mark.parametrize(
    ("last_day", "moment", "status"),
    [
        (date(2026, 2, 27), "2026-02-27T22:59:59+00:00", FILED),
        (date(2026, 2, 27), "2026-02-27T23:00:00+00:00", REFUSED),
        (date(2026, 3, 29), "2026-03-29T21:59:59+00:00", FILED),  # summer time begins
        (date(2026, 3, 29), "2026-03-29T22:00:00+00:00", REFUSED),
        (date(2026, 10, 25), "2026-10-25T22:59:59+00:00", FILED),  # summer time ends
        (date(2026, 10, 25), "2026-10-25T23:00:00+00:00", REFUSED),
    ],
)
@starts_from(Matter.reworked)
def test_an_answer_is_taken_until_midnight_in_sweden(
    client, send_out, monkeypatch, last_day, moment, status
):
    page = send_out(closes_on=last_day)
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(moment))

    response = client.post(
        reverse("answer_public_remiss", args=[page.pk]), filled(("", "I sista stund."))
    )

    assert response.status_code == status
    assert page.answers.filter(received_on=last_day).exists() == (status == FILED)
