"""Remiss: förvaltningslagen (2017:900) 26 § as good practice, tryckfrihetsförordningen 2 kap. 9 §,
kommunallagen (2017:725) 5 kap. 50 § (R26, R40–R41, R44)."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plandocs.models import RemissAnswer, RemissRoundPage
from plandocs.vocabulary import AnswerChannel
from workflow.errors import RuleViolation
from workflow.rules.remiss import (
    require_motives_answered,
    require_points_answered,
    require_remiss_over,
    require_takes_answer,
    takes_answer,
)

LAST = date(2022, 5, 31)
DAY_AFTER = LAST + timedelta(days=1)


def an_answer(received_on, *, closes_on=LAST):
    stored = RemissRoundPage(id=1, closes_on=closes_on)  # Wagtail asks the database for a new one
    return RemissAnswer(received_on=received_on, round=stored)


@pytest.mark.parametrize(
    ("channel", "received_on", "expected"),
    [
        (AnswerChannel.LANK, LAST, True),
        (AnswerChannel.OPPEN, LAST, True),
        (AnswerChannel.LANK, DAY_AFTER, False),
        (AnswerChannel.OPPEN, DAY_AFTER, False),
        (AnswerChannel.REGISTRERAD, LAST, True),
        (AnswerChannel.REGISTRERAD, DAY_AFTER, True),
        (AnswerChannel.REGISTRERAD, date(2030, 1, 1), True),
    ],
)
def test_the_last_day_counts_and_the_registrar_always_receives(channel, received_on, expected):
    late = an_answer(received_on).is_late

    assert takes_answer(channel=channel, is_late=late) is expected


@given(day=st.dates(), channel=st.sampled_from(AnswerChannel))
def test_an_answer_is_refused_exactly_when_it_is_not_taken(day, channel):
    late = an_answer(day).is_late

    if takes_answer(channel=channel, is_late=late):
        require_takes_answer(channel=channel, is_late=late, closes_on=LAST)
        return

    with pytest.raises(RuleViolation) as violation:
        require_takes_answer(channel=channel, is_late=late, closes_on=LAST)
    assert violation.value.code == "remiss_closed"
    assert late


@given(received_on=st.dates(), closes_on=st.dates())
def test_an_answer_is_late_exactly_when_its_round_was_over(received_on, closes_on):
    answer = an_answer(received_on, closes_on=closes_on)

    assert answer.is_late is answer.round.is_over_on(received_on) is (received_on > closes_on)


def test_the_sender_is_told_the_last_day_and_what_to_do_now():
    with translation.override("en"), pytest.raises(RuleViolation) as violation:
        require_takes_answer(channel=AnswerChannel.LANK, is_late=True, closes_on=LAST)

    assert "2022" in violation.value.message
    assert "Send it to the registrar instead" in violation.value.message


def test_the_last_day_is_not_late_and_the_day_after_is():
    assert not an_answer(LAST).is_late
    assert an_answer(DAY_AFTER).is_late


def test_a_round_that_takes_answers_is_not_left():
    require_remiss_over(is_over=True, closes_on=LAST)

    with pytest.raises(RuleViolation) as violation:
        require_remiss_over(is_over=False, closes_on=LAST)

    assert violation.value.code == "remiss_open"


@pytest.mark.parametrize(
    ("require", "code"),
    [
        (require_points_answered, "points_unanswered"),
        (require_motives_answered, "motive_unanswered"),
    ],
)
@pytest.mark.parametrize("unanswered", [1, 2, 17])
def test_the_case_does_not_go_up_with_something_unanswered(require, code, unanswered):
    with pytest.raises(RuleViolation) as violation:
        require(unanswered=unanswered)

    assert violation.value.code == code
    assert str(unanswered) in violation.value.message


@pytest.mark.parametrize("require", [require_points_answered, require_motives_answered])
def test_the_case_goes_up_when_everything_is_answered(require):
    require(unanswered=0)
