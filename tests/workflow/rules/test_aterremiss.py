"""Återremiss and bordläggning: kommunallagen (2017:725) 5 kap. 50–51 §§, 6 kap. 33 § (R20–R26)."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plandocs.vocabulary import Basis, Outcome
from workflow.errors import RuleViolation
from workflow.rules.aterremiss import (
    Referral,
    Request,
    basis_shown,
    check_request,
    referral,
    require_referral,
    third,
)
from workflow.rules.aterremiss_in_words import explain_referral
from workflow.rules.motives import carried, require_motives
from workflow.rules.votes import Ballot

FIRST_TIME = {"minority_right": True, "minority_referred_before": False}
AGAIN = {"minority_right": True, "minority_referred_before": True}
IN_A_NAMND = {"minority_right": False, "minority_referred_before": False}


@pytest.mark.parametrize(
    ("present", "needed"),
    [
        (21, 7),
        (31, 11),
        (39, 13),
        (41, 14),
        (49, 17),
        (51, 17),
        (61, 21),
        (71, 24),
        (101, 34),
        (1, 1),
        (0, 1),
    ],
)
def test_a_third_of_those_present_is_rounded_up(present, needed):
    assert third(present) == needed


@given(present=st.integers(1, 500))
def test_a_third_is_the_smallest_number_that_three_times_over_makes_everyone(present):
    assert third(present) * 3 >= present
    assert (third(present) - 1) * 3 < present


@pytest.mark.parametrize(
    ("present", "in_favour", "against", "expected"),
    [
        (61, 20, 41, Referral.FAILS),  # a third of 61 is 20 1/3
        (61, 21, 40, Referral.BY_MINORITY),
        (61, 25, 36, Referral.BY_MINORITY),
        (60, 20, 40, Referral.BY_MINORITY),  # exactly a third
        (60, 19, 21, Referral.FAILS),  # abstainers are present
        (61, 15, 10, Referral.BY_MAJORITY),  # most abstain
        (31, 14, 0, Referral.BY_MAJORITY),  # the disputed vote
    ],
)
def test_a_third_of_those_present_is_enough_the_first_time(present, in_favour, against, expected):
    ballot = Ballot(present=present, in_favour=in_favour, against=against)

    assert referral(Request(ballot, requested_by=None, present=present, **FIRST_TIME)) is expected


@pytest.mark.parametrize(
    ("requested_by", "present", "expected"),
    [
        (21, 61, Referral.BY_MINORITY),
        (20, 61, Referral.FAILS),
        (31, 61, Referral.BY_MAJORITY),  # more than half asked
        (30, 60, Referral.BY_MINORITY),  # exactly half is no majority
        (None, 61, Referral.BY_MAJORITY),  # acklamation
        (None, None, Referral.BY_MAJORITY),
        (21, None, Referral.BY_MAJORITY),  # the third cannot be worked out
    ],
)
def test_without_a_vote_those_who_asked_are_counted(requested_by, present, expected):
    result = referral(Request(None, requested_by=requested_by, present=present, **FIRST_TIME))

    assert result is expected


def test_a_request_is_counted_rather_than_the_votes_for_it():
    ballot = Ballot(present=61, in_favour=12, against=40)

    request = Request(ballot, requested_by=21, present=61, **FIRST_TIME)

    assert referral(request) is Referral.BY_MINORITY


def test_a_majority_carries_it_whoever_asked():
    ballot = Ballot(present=61, in_favour=31, against=30)

    assert referral(Request(ballot, requested_by=21, present=61, **AGAIN)) is Referral.BY_MAJORITY


@pytest.mark.parametrize(
    ("ballot", "requested_by"),
    [(Ballot(61, 30, 31), None), (Ballot(61, 12, 40), 25), (None, 30)],
)
def test_a_minority_may_have_its_way_only_once_per_case(ballot, requested_by):
    with pytest.raises(RuleViolation) as violation:
        require_referral(Request(ballot, requested_by=requested_by, present=61, **AGAIN))

    assert violation.value.code == "minority_right_spent"


def test_fewer_than_a_third_is_not_enough_also_when_the_right_is_spent():
    with pytest.raises(RuleViolation) as violation:
        require_referral(Request(Ballot(61, 20, 41), requested_by=None, present=61, **AGAIN))

    assert violation.value.code == "not_enough_support"


@pytest.mark.parametrize(
    ("ballot", "requested_by", "expected"),
    [
        (Ballot(61, 25, 36), None, Basis.MINORITY),
        (Ballot(61, 31, 30), None, Basis.MAJORITY),
        (Ballot(60, 30, 30, chair_in_favour=True), None, Basis.MAJORITY),
        (Ballot(60, 30, 30, chair_in_favour=False), None, Basis.MINORITY),
        (None, 21, Basis.MINORITY),
        (None, None, Basis.MAJORITY),
    ],
)
def test_the_basis_follows_from_the_numbers(ballot, requested_by, expected):
    basis = require_referral(Request(ballot, requested_by=requested_by, present=61, **FIRST_TIME))

    assert basis is expected


@pytest.mark.parametrize(
    ("ballot", "requested_by"), [(Ballot(15, 7, 8), None), (None, 6), (Ballot(15, 5, 8), 7)]
)
def test_in_a_namnd_only_a_majority_counts(ballot, requested_by):
    with pytest.raises(RuleViolation) as violation:
        require_referral(Request(ballot, requested_by=requested_by, present=15, **IN_A_NAMND))

    assert violation.value.code == "not_enough_support"
    assert "6 kap. 33 §" in violation.value.source


def test_a_namnd_may_refer_back_by_majority_or_without_a_vote():
    unnumbered = {"requested_by": None, "present": 15, **IN_A_NAMND}

    by_vote = require_referral(Request(Ballot(15, 8, 7), **unnumbered))
    unvoted = require_referral(Request(None, **unnumbered))

    assert (by_vote, unvoted) == (Basis.MAJORITY, Basis.MAJORITY)


@pytest.mark.parametrize(("requested_by", "present"), [(62, 61), (-1, 61), (-1, None), (1, -1)])
def test_no_more_can_ask_than_were_present(requested_by, present):
    with pytest.raises(RuleViolation) as violation:
        check_request(requested_by=requested_by, present=present)

    assert violation.value.code == "ballot_impossible"


def test_an_impossible_request_is_refused_where_the_basis_is_asked_for():
    with pytest.raises(RuleViolation) as violation:
        require_referral(Request(None, requested_by=62, present=61, **FIRST_TIME))

    assert violation.value.code == "ballot_impossible"


@given(data=st.data(), present=st.integers(1, 101), before=st.booleans(), right=st.booleans())
def test_whatever_the_numbers_the_refusal_and_the_answer_agree(data, present, before, right):
    in_favour = data.draw(st.integers(0, present))
    against = data.draw(st.integers(0, present - in_favour))
    ballot = Ballot(present, in_favour, against, chair_in_favour=data.draw(st.booleans()))
    request = Request(
        ballot,
        requested_by=data.draw(st.none() | st.integers(0, present)),
        present=present,
        minority_right=right,
        minority_referred_before=before,
    )

    result = referral(request)

    if result is Referral.FAILS:
        with pytest.raises(RuleViolation) as violation:
            require_referral(request)
        asked_in_vain = before and right
        expected = {"not_enough_support", "minority_right_spent"}
        assert violation.value.code in (expected if asked_in_vain else {"not_enough_support"})
    else:
        assert require_referral(request) is basis_shown(result)
    assert explain_referral(request)


@given(present=st.integers(1, 101), in_favour=st.integers(0, 100))
def test_one_more_supporter_never_turns_success_into_failure(present, in_favour):
    in_favour = min(in_favour, present - 1)
    fewer = Ballot(present, in_favour, present - in_favour, chair_in_favour=False)
    more = Ballot(present, in_favour + 1, present - in_favour - 1, chair_in_favour=False)

    asked = {"requested_by": None, "present": present, **FIRST_TIME}

    if referral(Request(fewer, **asked)) is not Referral.FAILS:
        after = referral(Request(more, **asked))
        assert after is not Referral.FAILS


@pytest.mark.parametrize(
    ("ballot", "requested_by", "situation", "outcome", "sentence"),
    [
        (
            Ballot(61, 25, 36),
            None,
            FIRST_TIME,
            Outcome.ATERREMISS,
            "25 of 61 present: a minority referral; at least 21 needed",
        ),
        (
            Ballot(61, 25, 36),
            None,
            FIRST_TIME,
            Outcome.BORDLAGGNING,
            "25 of 61 present: tabled by a minority; at least 21 needed",
        ),
        (
            Ballot(61, 36, 25),
            None,
            FIRST_TIME,
            Outcome.ATERREMISS,
            "36 for and 25 against: carried by a majority",
        ),
        (
            Ballot(61, 20, 41),
            None,
            FIRST_TIME,
            Outcome.ATERREMISS,
            "20 of 61 present: not enough; at least 21 needed for a minority",
        ),
        (
            Ballot(15, 6, 9),
            None,
            IN_A_NAMND,
            Outcome.ATERREMISS,
            "6 of 15 present: not carried; only a majority counts in this body",
        ),
        (
            None,
            25,
            AGAIN,
            Outcome.ATERREMISS,
            "25 of 61 present: not carried; a minority has already tabled or returned this case "
            "once, so a majority is needed",
        ),
        (None, 40, FIRST_TIME, Outcome.ATERREMISS, "40 of 61 present: carried by a majority"),
        (
            None,
            None,
            FIRST_TIME,
            Outcome.ATERREMISS,
            "No vote recorded: counted as carried by a majority, without a vote",
        ),
    ],
)
def test_the_form_is_told_in_a_sentence_what_the_numbers_mean(
    ballot, requested_by, situation, outcome, sentence
):
    present = ballot.present if ballot else 61

    with translation.override("en"):
        said = explain_referral(
            Request(ballot, requested_by=requested_by, present=present, **situation),
            outcome=outcome,
        )

    assert said == sentence


@pytest.mark.parametrize(
    ("supporters", "present", "expected"),
    [
        ([25], 61, [True]),
        ([2], 61, [True]),  # a sole motive is carried, whoever stands behind it
        ([None], None, [True]),
        ([21, 20], 61, [True, False]),
        ([21, 21, 19], 61, [True, True, False]),
        ([10, 12], 61, [True, True]),  # none reaches a third
        ([None, 21], 61, [False, True]),
        ([None, None], 61, [True, True]),
        ([30, 1], None, [True, True]),
        ([], 61, []),
    ],
)
def test_of_several_motives_those_with_a_third_behind_them_are_carried(
    supporters, present, expected
):
    assert carried(supporters, present=present) == expected


@given(
    supporters=st.lists(st.none() | st.integers(0, 101), min_size=1),
    present=st.none() | st.integers(1, 101),
)
def test_at_least_one_motive_is_always_carried(supporters, present):
    result = carried(supporters, present=present)

    assert any(result)
    assert len(result) == len(supporters)


@pytest.mark.parametrize("motives", [[], [""], [" ", "\n"]])
def test_fullmaktige_does_not_refer_back_without_saying_why(motives):
    with pytest.raises(RuleViolation) as violation:
        require_motives(outcome=Outcome.ATERREMISS, in_fullmaktige=True, motives=motives)

    assert violation.value.code == "motive_missing"


@pytest.mark.parametrize(
    ("outcome", "in_fullmaktige", "motives"),
    [
        (Outcome.ATERREMISS, True, ["Belys kostnaden."]),
        (Outcome.ATERREMISS, True, ["", "Belys kostnaden."]),
        (Outcome.ATERREMISS, False, []),  # the law asks it of fullmäktige only
        (Outcome.BORDLAGGNING, True, []),
        (Outcome.BIFALL, True, []),
    ],
)
def test_a_motive_is_asked_for_nowhere_else(outcome, in_fullmaktige, motives):
    require_motives(outcome=outcome, in_fullmaktige=in_fullmaktige, motives=motives)
