"""The panel beside the form says where a meeting date cannot be right."""

from datetime import date

import pytest

from plandocs.vocabulary import Outcome
from workflow.admin.decisions.dates import date_to_check
from workflow.minutes import Minutes

TODAY = date(2026, 6, 16)


@pytest.fixture(scope="module")
def council_case_of_module(matter_of_module):
    return matter_of_module.before_council().case


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (date(2026, 6, 15), ""),
        (date(2026, 5, 19), ""),
        (date(2026, 6, 17), "Sammanträdet har inte ägt rum än"),
        (date(2025, 6, 15), "innan ärendet öppnades den 12 januari 2026"),
        (date(2026, 5, 18), "före Kommunstyrelsen 2026-05-19 § 80"),
    ],
)
def test_a_date_that_the_record_contradicts_is_to_be_checked(
    held, said, council_case_of_module, kf, db
):
    minutes = Minutes(body=kf, decided_on=held, outcome=Outcome.BIFALL)

    found = date_to_check(council_case_of_module, minutes, on=TODAY)

    assert said in found
    assert bool(found) == bool(said)


def test_a_meeting_before_the_memo_was_sent_is_to_be_checked(matter):
    case = matter.opened(diarienummer="KS 2026/0199").memo(matter.ksau, date(2026, 1, 20)).case
    minutes = Minutes(body=matter.ksau, decided_on=date(2026, 1, 19), outcome=Outcome.BIFALL)

    found = date_to_check(case, minutes, on=TODAY)

    assert "innan tjänsteskrivelsen skickades den 20 januari 2026" in found
