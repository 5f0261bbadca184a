"""Quorum: kommunallagen (2017:725) 5 kap. 45–46 §§ and 6 kap. 27 § (R9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import RuleViolation
from workflow.rules.quorum import fewest_for_quorum, is_quorate, require_quorum


@pytest.mark.parametrize(
    ("present", "members", "expected"),
    [
        (31, 61, True),
        (30, 61, False),
        (8, 15, True),
        (7, 15, False),
        (7, 14, False),  # exactly half is not more than half
        (8, 14, True),
        (1, 1, True),
        (0, 1, False),
    ],
)
def test_more_than_half_of_the_members_must_be_present(present, members, expected):
    assert is_quorate(present=present, members=members) is expected


@given(members=st.integers(1, 349))
def test_one_member_fewer_than_the_fewest_is_no_quorum(members):
    fewest = fewest_for_quorum(members)

    assert is_quorate(present=fewest, members=members)
    assert not is_quorate(present=fewest - 1, members=members)


def test_too_few_present_are_refused_with_the_number_that_is_needed():
    with pytest.raises(RuleViolation) as violation:
        require_quorum(present=7, members=15)

    assert violation.value.code == "quorum_missing"
    assert "kommunallagen (2017:725) 5 kap. 45" in violation.value.source
    assert {"7", "15", "8"} <= set(violation.value.message.replace(",", " ").split())


@pytest.mark.parametrize(("present", "members"), [(None, 61), (3, None), (None, None)])
def test_an_old_record_without_the_numbers_passes(present, members):
    require_quorum(present=present, members=members)


def test_members_who_stood_aside_for_jav_still_count_where_the_law_says_so():
    require_quorum(present=30, members=61, jav=1)

    with pytest.raises(RuleViolation):
        require_quorum(present=29, members=61, jav=1)
