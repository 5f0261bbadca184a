"""More time for a round that is out, and its end (FL 2017:900 26 § as good practice; R40, R41)."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from plandocs.vocabulary import CaseStage
from tests.factories.situations import starts_from
from tests.workflow.conftest import AFTER, LAST_DAY, OPENED, out_on_remiss
from workflow.errors import RuleViolation
from workflow.services.remiss import close_remiss, extend_remiss, renew_link

pytestmark = starts_from(out_on_remiss)


def test_more_time_is_recorded_with_the_day_it_replaces(remiss, handlaggare):
    page = extend_remiss(
        round=remiss, closes_on=date(2026, 4, 21), on=date(2026, 4, 1), user=handlaggare
    )

    extension = page.extensions.get()
    assert (extension.closed_before, extension.closes_on) == (LAST_DAY, date(2026, 4, 21))
    assert page.is_open_on(date(2026, 4, 21))
    assert page.get_latest_revision_as_object().closes_on == date(2026, 4, 21)


@pytest.mark.parametrize("closes_on", [LAST_DAY, date(2026, 4, 1)])
def test_more_time_means_a_later_day(remiss, handlaggare, closes_on):
    with pytest.raises(RuleViolation) as violation:
        extend_remiss(round=remiss, closes_on=closes_on, on=date(2026, 3, 30), user=handlaggare)

    assert violation.value.code == "dates_impossible"


def test_more_time_ends_in_the_future(remiss, handlaggare):
    with pytest.raises(RuleViolation) as violation:
        extend_remiss(
            round=remiss, closes_on=date(2026, 4, 10), on=date(2026, 4, 11), user=handlaggare
        )

    assert violation.value.code == "dates_impossible"


def test_a_closed_round_gets_no_more_time(remiss, handlaggare):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    with pytest.raises(RuleViolation) as violation:
        extend_remiss(round=remiss, closes_on=date(2026, 5, 1), on=AFTER, user=handlaggare)

    assert violation.value.code == "step_not_possible"


def test_closing_brings_the_case_back_to_be_reworked(remiss, matter, handlaggare):
    page = close_remiss(round=remiss, on=AFTER, user=handlaggare)

    matter.case.refresh_from_db()
    assert matter.case.stage == CaseStage.BEARBETAS
    assert page.closed_on == AFTER
    assert not page.is_open_on(LAST_DAY)


@pytest.mark.parametrize("day", [OPENED, LAST_DAY])
def test_a_round_is_not_closed_before_the_time_promised_is_over(remiss, handlaggare, day):
    with pytest.raises(RuleViolation) as violation:
        close_remiss(round=remiss, on=day, user=handlaggare)

    assert violation.value.code == "remiss_open"


def test_a_round_is_closed_once(remiss, handlaggare):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    with pytest.raises(RuleViolation) as violation:
        close_remiss(round=remiss, on=AFTER, user=handlaggare)

    assert violation.value.code == "step_not_possible"


def test_each_step_of_a_round_is_logged_once_and_no_entry_holds_a_link(remiss, handlaggare):
    extend_remiss(round=remiss, closes_on=date(2026, 4, 8), on=LAST_DAY, user=handlaggare)
    recipient = renew_link(recipient=remiss.recipients.first(), on=LAST_DAY, user=handlaggare)
    close_remiss(round=remiss, on=date(2026, 4, 9), user=handlaggare)

    entries = ModelLogEntry.objects.filter(
        action__in=[f"styrdok.{verb}_remiss" for verb in ("open", "extend", "close")]
        + ["styrdok.renew_link"]
    ).order_by("pk")
    assert [entry.action.removeprefix("styrdok.") for entry in entries] == [
        "open_remiss",
        "extend_remiss",
        "renew_link",
        "close_remiss",
    ]
    assert recipient.nonce not in str([entry.data for entry in entries])
