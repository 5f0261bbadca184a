"""The appeal clock: kommunallagen (2017:725) 5 kap. 69 §, 8 kap. 12 §, 13 kap. 1–2, 5, 8, 14 §§;
lag (1930:173) 1–2 §§ (R30, R34–R38)."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandocs.vocabulary import AppealOutcome, OrganisationType, Outcome
from workflow.errors import RuleViolation
from workflow.rules.appeal import (
    AppealStatus,
    appeal_is_pending,
    appeal_status,
    appealable_until,
    is_appealable_kind,
    is_quashed,
    laga_kraft_earliest,
    possible_outcomes,
    require_laga_kraft_possible,
    require_possible_outcome,
)
from workflow.rules.calendar import is_vardag
from workflow.rules.notice import date_warnings, earliest_removal, require_possible_dates

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
MEETING, ADJUSTED, ANNOUNCED = date(2023, 2, 27), date(2023, 3, 1), date(2023, 3, 2)
LAST = date(2023, 3, 23)
INLAMNAT, AVSLAGET, UPPHAVT, FASTSTALLT = AppealOutcome
NOT_FROM_ABOVE = st.sampled_from([INLAMNAT, AVSLAGET, UPPHAVT])


@pytest.mark.parametrize(
    ("announced_on", "last"),
    [
        (date(2017, 9, 12), date(2017, 10, 3)),
        (date(2018, 4, 3), date(2018, 4, 24)),
        (date(2020, 8, 18), date(2020, 9, 8)),
        (date(2023, 3, 2), date(2023, 3, 23)),
        (date(2023, 6, 2), date(2023, 6, 26)),  # midsommarafton
        (date(2024, 12, 3), date(2024, 12, 27)),  # julafton
        (date(2026, 12, 4), date(2026, 12, 28)),  # juldagen, a Friday
        (date(2022, 12, 10), date(2023, 1, 2)),  # nyårsafton, a Saturday
        (date(2023, 3, 17), date(2023, 4, 11)),  # långfredagen
    ],
)
def test_the_last_day_is_three_weeks_on_moved_to_a_vardag(announced_on, last):
    assert appealable_until(announced_on) == last
    assert laga_kraft_earliest(announced_on) == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("announced_on", "removed_on"),
    [
        (date(2017, 9, 12), date(2017, 10, 4)),
        (date(2020, 8, 18), date(2020, 9, 9)),
        (date(2018, 4, 3), date(2018, 4, 25)),
    ],
)
def test_the_notice_comes_down_when_it_did_in_real_minutes(announced_on, removed_on):
    assert earliest_removal(announced_on) == removed_on


@given(announced_on=DAYS)
def test_nobody_is_given_less_than_three_weeks_and_the_last_day_is_a_vardag(announced_on):
    last = appealable_until(announced_on)

    assert timedelta(days=21) <= last - announced_on <= timedelta(days=26)
    assert is_vardag(last)
    if is_vardag(announced_on + timedelta(days=21)):
        assert last.isoweekday() == announced_on.isoweekday()


@given(announced_on=DAYS)
def test_a_later_notice_never_ends_earlier(announced_on):
    assert appealable_until(announced_on) <= appealable_until(announced_on + timedelta(days=1))


@pytest.mark.parametrize(
    ("decides", "body_type", "outcome", "expected"),
    [
        (True, OrganisationType.FULLMAKTIGE, Outcome.BIFALL, True),
        (True, OrganisationType.FULLMAKTIGE, Outcome.ATERREMISS, True),
        (True, OrganisationType.STYRELSE, Outcome.BIFALL, True),
        (True, OrganisationType.NAMND, Outcome.BIFALL_MED_ANDRING, True),
        (True, OrganisationType.NAMND, Outcome.AVSLAG, True),
        (True, OrganisationType.NAMND, Outcome.ATERREMISS, False),
        (True, OrganisationType.NAMND, Outcome.BORDLAGGNING, False),
        (False, OrganisationType.STYRELSE, Outcome.BIFALL, False),  # a proposal to fullmäktige
        (False, OrganisationType.UTSKOTT, Outcome.BIFALL, False),  # sends out on remiss
    ],
)
def test_only_the_deciding_bodys_decision_can_be_appealed(decides, body_type, outcome, expected):
    assert is_appealable_kind(decides=decides, body_type=body_type, outcome=outcome) is expected


@pytest.mark.parametrize(
    ("adjusted_on", "announced_on"),
    [
        (ADJUSTED, ANNOUNCED),
        (MEETING, MEETING),  # adjusted at once, announced at once
        (ADJUSTED, None),
        (None, None),
        (None, ANNOUNCED),
    ],
)
def test_dates_in_their_order_pass(adjusted_on, announced_on):
    require_possible_dates(decided_on=MEETING, adjusted_on=adjusted_on, announced_on=announced_on)


@pytest.mark.parametrize(
    ("adjusted_on", "announced_on"),
    [
        (MEETING - timedelta(days=1), ANNOUNCED),
        (MEETING - timedelta(days=1), None),
        (ADJUSTED, ADJUSTED - timedelta(days=1)),
        (None, MEETING - timedelta(days=1)),
    ],
)
def test_dates_out_of_their_order_are_refused(adjusted_on, announced_on):
    with pytest.raises(RuleViolation) as violation:
        require_possible_dates(
            decided_on=MEETING, adjusted_on=adjusted_on, announced_on=announced_on
        )

    assert violation.value.code == "dates_impossible"


@given(offsets=st.tuples(st.integers(-5, 30), st.integers(-5, 30)))
def test_exactly_the_dates_in_order_pass(offsets):
    adjusted_on, announced_on = (MEETING + timedelta(days=offset) for offset in offsets)

    try:
        require_possible_dates(
            decided_on=MEETING, adjusted_on=adjusted_on, announced_on=announced_on
        )
    except RuleViolation:
        assert not MEETING <= adjusted_on <= announced_on
    else:
        assert MEETING <= adjusted_on <= announced_on


@pytest.mark.parametrize(
    ("decided_on", "adjusted_on", "announced_on", "warnings"),
    [
        (MEETING, ADJUSTED, ANNOUNCED, 0),
        (MEETING, MEETING + timedelta(days=14), MEETING + timedelta(days=16), 0),
        (MEETING, MEETING + timedelta(days=15), MEETING + timedelta(days=16), 1),
        (MEETING, ADJUSTED, ADJUSTED + timedelta(days=3), 1),
        (MEETING, MEETING + timedelta(days=20), MEETING + timedelta(days=30), 2),
        # adjusted on a Friday: the second day is a Sunday, so Monday is in time
        (MEETING, date(2023, 3, 3), date(2023, 3, 6), 0),
        (MEETING, date(2023, 3, 3), date(2023, 3, 7), 1),
        (MEETING, None, None, 0),
        (MEETING, None, ANNOUNCED, 0),
    ],
)
def test_late_minutes_and_a_late_notice_are_told_but_not_refused(
    decided_on, adjusted_on, announced_on, warnings
):
    said = date_warnings(decided_on=decided_on, adjusted_on=adjusted_on, announced_on=announced_on)

    assert len(said) == warnings
    assert all(said)


@pytest.mark.parametrize(
    ("announced_on", "today", "appeals", "confirmed_on", "expected"),
    [
        (None, LAST, [], None, AppealStatus.NOT_ANNOUNCED),
        (ANNOUNCED, ANNOUNCED - timedelta(days=1), [], None, AppealStatus.NOT_ANNOUNCED),
        (ANNOUNCED, ANNOUNCED, [], None, AppealStatus.APPEALABLE),
        (ANNOUNCED, LAST, [], None, AppealStatus.APPEALABLE),
        (ANNOUNCED, LAST + timedelta(days=1), [], None, AppealStatus.PERIOD_OVER),
        (ANNOUNCED, LAST + timedelta(days=900), [], None, AppealStatus.PERIOD_OVER),
        (ANNOUNCED, LAST, [INLAMNAT], None, AppealStatus.APPEALED),
        (ANNOUNCED, date(2024, 1, 1), [INLAMNAT], None, AppealStatus.APPEALED),
        (ANNOUNCED, date(2024, 1, 1), [AVSLAGET], None, AppealStatus.PERIOD_OVER),
        (ANNOUNCED, LAST, [AVSLAGET], None, AppealStatus.APPEALABLE),
        (ANNOUNCED, date(2024, 1, 1), [UPPHAVT], None, AppealStatus.QUASHED),
        (ANNOUNCED, date(2024, 1, 1), [], date(2023, 4, 3), AppealStatus.LAGA_KRAFT),
        (ANNOUNCED, date(2023, 4, 2), [], date(2023, 4, 3), AppealStatus.PERIOD_OVER),
        # one of two appeals is decided, the other still waits
        (
            ANNOUNCED,
            date(2024, 1, 1),
            [INLAMNAT, INLAMNAT, AVSLAGET],
            None,
            AppealStatus.APPEALED,
        ),
        (
            ANNOUNCED,
            date(2024, 1, 1),
            [INLAMNAT, UPPHAVT, INLAMNAT, FASTSTALLT],
            None,
            AppealStatus.PERIOD_OVER,
        ),
        # what arrived later in the mail is the newer knowledge
        (
            ANNOUNCED,
            date(2024, 1, 1),
            [INLAMNAT],
            date(2023, 4, 3),
            AppealStatus.APPEALED,
        ),
        (
            ANNOUNCED,
            date(2024, 1, 1),
            [AVSLAGET],
            date(2023, 12, 1),
            AppealStatus.LAGA_KRAFT,
        ),
    ],
)
def test_the_page_says_no_more_than_is_known(announced_on, today, appeals, confirmed_on, expected):
    status = appeal_status(
        announced_on=announced_on, today=today, appeals=appeals, confirmed_on=confirmed_on
    )

    assert status is expected


@pytest.mark.parametrize(
    ("announced_on", "today", "appeals", "confirmed_on"),
    [
        (None, date(2024, 1, 1), [], None),
        (ANNOUNCED, LAST, [], None),
        (ANNOUNCED, date(2024, 1, 1), [INLAMNAT], None),
        (ANNOUNCED, date(2024, 1, 1), [UPPHAVT], None),
        (ANNOUNCED, date(2024, 1, 1), [], date(2023, 4, 3)),
    ],
)
def test_laga_kraft_is_not_confirmed_before_it_can_be_known(
    announced_on, today, appeals, confirmed_on
):
    with pytest.raises(RuleViolation) as violation:
        require_laga_kraft_possible(
            announced_on=announced_on, today=today, appeals=appeals, confirmed_on=confirmed_on
        )

    assert violation.value.code == "step_not_possible"
    assert violation.value.message


@pytest.mark.parametrize(
    "appeals",
    [
        [],
        [AVSLAGET],
        [INLAMNAT, INLAMNAT, AVSLAGET, AVSLAGET],
        [INLAMNAT, UPPHAVT, INLAMNAT, FASTSTALLT],
    ],
)
def test_laga_kraft_is_confirmed_when_the_period_is_over_and_no_appeal_is_pending(appeals):
    require_laga_kraft_possible(
        announced_on=ANNOUNCED, today=laga_kraft_earliest(ANNOUNCED), appeals=appeals
    )


def test_each_reason_against_laga_kraft_has_its_own_sentence():
    situations = [
        (None, date(2024, 1, 1), [], None),
        (ANNOUNCED, LAST, [], None),
        (ANNOUNCED, LAST, [INLAMNAT], None),
        (ANNOUNCED, LAST, [UPPHAVT], None),
        (ANNOUNCED, date(2024, 1, 1), [], date(2023, 4, 3)),
    ]

    said = set()
    for announced_on, today, appeals, confirmed_on in situations:
        with pytest.raises(RuleViolation) as violation:
            require_laga_kraft_possible(
                announced_on=announced_on, today=today, appeals=appeals, confirmed_on=confirmed_on
            )
        said.add(violation.value.message)

    assert len(said) == len(situations)


@pytest.mark.parametrize(
    ("announced_on", "appeals"),
    list(itertools.product([None, ANNOUNCED], [[], *([outcome] for outcome in AppealOutcome)])),
)
def test_the_clock_alone_never_gives_laga_kraft(announced_on, appeals):
    for days in range(0, 4000, 7):
        status = appeal_status(
            announced_on=announced_on,
            today=ANNOUNCED + timedelta(days=days),
            appeals=appeals,
            confirmed_on=None,
        )
        assert status is not AppealStatus.LAGA_KRAFT


@pytest.mark.parametrize(
    ("appeals", "expected"),
    [
        ([], False),
        ([INLAMNAT], False),
        ([INLAMNAT, AVSLAGET], False),
        ([INLAMNAT, UPPHAVT], True),
        ([INLAMNAT, INLAMNAT, UPPHAVT, AVSLAGET], True),  # another member's appeal fails
        ([INLAMNAT, INLAMNAT, AVSLAGET, UPPHAVT], True),
        ([INLAMNAT, UPPHAVT, INLAMNAT], True),  # not final, and no reason to carry it out
        ([INLAMNAT, UPPHAVT, INLAMNAT, AVSLAGET], True),  # the municipality's own appeal fails
        ([INLAMNAT, UPPHAVT, INLAMNAT, UPPHAVT], True),
        ([INLAMNAT, UPPHAVT, INLAMNAT, FASTSTALLT], False),
        ([INLAMNAT, UPPHAVT, INLAMNAT, FASTSTALLT, INLAMNAT, UPPHAVT], True),  # the third court
        ([INLAMNAT, INLAMNAT, UPPHAVT, INLAMNAT, FASTSTALLT, AVSLAGET], False),
    ],
)
def test_a_quashing_stands_until_a_higher_court_says_that_the_decision_stands(appeals, expected):
    assert is_quashed(appeals) is expected


@given(known=st.lists(st.sampled_from(AppealOutcome)), later=st.lists(NOT_FROM_ABOVE))
def test_no_appeal_that_is_lodged_or_dismissed_brings_a_quashed_decision_back(known, later):
    assert is_quashed([*known, UPPHAVT, *later])


@given(known=st.lists(st.sampled_from(AppealOutcome)))
def test_what_is_quashed_is_said_to_be_and_nothing_else_is(known):
    status = appeal_status(
        announced_on=ANNOUNCED, today=LAST, appeals=known, confirmed_on=ANNOUNCED
    )

    assert (status is AppealStatus.QUASHED) is is_quashed(known)


@given(known=st.lists(st.sampled_from(AppealOutcome)))
def test_an_appeal_waits_until_as_many_judgments_have_come_as_appeals(known):
    lodged = [*known, INLAMNAT, INLAMNAT]
    judgments = [AVSLAGET] * len(lodged)

    assert appeal_is_pending(lodged)
    assert appeal_is_pending([*lodged, AVSLAGET])
    assert not appeal_is_pending([*lodged, *judgments])


def test_only_what_has_been_quashed_can_be_restored():
    assert FASTSTALLT not in possible_outcomes([INLAMNAT])
    assert possible_outcomes([INLAMNAT, UPPHAVT]) == list(AppealOutcome)

    require_possible_outcome(FASTSTALLT, [INLAMNAT, UPPHAVT])
    with pytest.raises(RuleViolation) as violation:
        require_possible_outcome(FASTSTALLT, [INLAMNAT])
    assert violation.value.code == "step_not_possible"
