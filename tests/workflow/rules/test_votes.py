"""Votes: kommunallagen (2017:725) 4 kap. 24–25 §§, 5 kap. 53–56 §§, 6 kap. 33 § (R13–R18)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandocs.vocabulary import Outcome
from workflow.errors import RuleViolation
from workflow.rules.votes import (
    Ballot,
    Vote,
    ballot_for,
    check_attendance,
    check_ballot,
    check_votes,
    has_majority,
    require_majority,
)

COUNT = st.integers(0, 200)


def vote(ja_for, nej_for, ja=36, nej=25, avstar=0, question=""):
    return Vote(question=question, ja_for=ja_for, nej_for=nej_for, ja=ja, nej=nej, avstar=avstar)


@pytest.mark.parametrize(
    ("in_favour", "against", "chair", "expected"),
    [
        (31, 30, None, True),
        (30, 31, None, False),
        (15, 10, None, True),  # most abstain: half of those present is not asked for
        (14, 0, None, True),
        (30, 30, True, True),
        (30, 30, False, False),
        (30, 31, True, False),  # the chair decides a tie, nothing else
        (31, 30, False, True),
    ],
)
def test_more_for_than_against_is_a_majority_and_the_chair_breaks_a_tie(
    in_favour, against, chair, expected
):
    ballot = Ballot(present=61, in_favour=in_favour, against=against, chair_in_favour=chair)

    assert has_majority(ballot) is expected


@given(in_favour=COUNT, against=COUNT, chair=st.booleans())
def test_exactly_one_side_has_the_majority(in_favour, against, chair):
    present = in_favour + against
    ballot = Ballot(present, in_favour, against, chair_in_favour=chair)
    other_side = Ballot(present, against, in_favour, chair_in_favour=not chair)

    assert has_majority(ballot) is not has_majority(other_side)


@pytest.mark.parametrize(
    ("ballot", "members"),
    [
        pytest.param(Ballot(60, 40, 21), 61, id="more votes than present"),
        pytest.param(Ballot(62, 40, 22), 61, id="more present than seats"),
        pytest.param(Ballot(61, -1, 22), 61, id="negative in favour"),
        pytest.param(Ballot(61, 40, -1), 61, id="negative against"),
        pytest.param(Ballot(-1, 0, 0), None, id="negative present"),
        pytest.param(Ballot(61, 30, 30), 61, id="a tie without the chair"),
        pytest.param(Ballot(61, 0, 0), 61, id="nobody voted"),
        pytest.param(Ballot(61, 40.0, 21), 61, id="not whole persons"),
        pytest.param(Ballot(61, True, 21), 61, id="a truth value is no number"),
        pytest.param(Ballot(61, "40", 21), 61, id="text"),
    ],
)
def test_a_ballot_that_cannot_be_is_refused(ballot, members):
    with pytest.raises(RuleViolation) as violation:
        check_ballot(ballot, members=members)

    assert violation.value.code == "ballot_impossible"
    assert violation.value.source


@pytest.mark.parametrize(
    ("ballot", "members"),
    [
        (Ballot(61, 25, 36), 61),
        (Ballot(61, 30, 30, chair_in_favour=False), 61),
        (Ballot(61, 15, 10), 61),
        (Ballot(7, 7, 0), None),
    ],
)
def test_a_ballot_that_adds_up_passes(ballot, members):
    check_ballot(ballot, members=members)


def test_a_ballot_cannot_count_more_than_were_present_at_the_paragraph():
    check_ballot(Ballot(60, 40, 20), members=61, present=60)

    with pytest.raises(RuleViolation) as violation:
        check_ballot(Ballot(61, 40, 20), members=61, present=60)

    assert violation.value.code == "ballot_impossible"


@pytest.mark.parametrize(
    ("present", "members", "possible"),
    [(61, 61, True), (62, 61, False), (-1, 61, False), (None, 61, True), (61, None, True)],
)
def test_no_more_members_can_be_present_than_the_body_has_seats(present, members, possible):
    if possible:
        check_attendance(present=present, members=members)
    else:
        with pytest.raises(RuleViolation) as violation:
            check_attendance(present=present, members=members)

        assert violation.value.code == "ballot_impossible"


@given(present=COUNT, in_favour=COUNT, against=COUNT, members=COUNT)
def test_what_passes_the_check_adds_up(present, in_favour, against, members):
    ballot = Ballot(present, in_favour, against)

    try:
        check_ballot(ballot, members=members)
    except RuleViolation:
        adds_up = in_favour != against and in_favour + against <= present <= members
        assert not adds_up
    else:
        assert in_favour + against <= present <= members
        assert in_favour != against


@pytest.mark.parametrize(
    ("votes", "present", "possible"),
    [
        ([vote("a", "b", 36, 25)], 61, True),
        ([vote("a", "b", 36, 25, 1)], 61, False),
        ([vote("a", "b", 36, 25), vote("a", "b", 61, 1)], 61, False),
        ([vote("a", "b", -1, 25)], 61, False),
        ([vote("a", "b", 1, 2, -3)], None, False),
        ([vote("a", "b", 600, 25)], None, True),  # an old record that does not say
        ([], 61, True),
    ],
)
def test_no_vote_of_a_paragraph_counts_more_than_were_present(votes, present, possible):
    if possible:
        check_votes(votes, present=present)
    else:
        with pytest.raises(RuleViolation) as violation:
            check_votes(votes, present=present)

        assert violation.value.code == "ballot_impossible"


def test_a_decision_its_own_vote_did_not_carry_is_refused():
    with pytest.raises(RuleViolation) as violation:
        require_majority(Ballot(61, 25, 36))

    assert violation.value.code == "not_enough_support"


@pytest.mark.parametrize("ballot", [None, Ballot(61, 36, 25), Ballot(61, 30, 30, True)])
def test_a_decision_with_a_majority_or_without_a_vote_passes(ballot):
    require_majority(ballot)


# Always 36 ja and 25 nej, so 36 means that ja stood for the outcome.
WORDINGS = [
    # outcome, question, ja, nej, in favour (None: no vote about it)
    (Outcome.ATERREMISS, "", "ärendet avgörs idag", "återremiss", 25),
    (Outcome.ATERREMISS, "", "Ärendet ska avgöras i dag", "ÅTERREMITTERAS", 25),
    (Outcome.ATERREMISS, "", "återremittera ärendet", "avgöra ärendet idag", 36),
    (Outcome.ATERREMISS, "", "aterremiss", "avgors idag", 36),
    (Outcome.ATERREMISS, "", "bifall till återremissyrkandet", "avslag på yrkandet", 36),
    (Outcome.ATERREMISS, "", "avslag på återremissyrkandet", "bifall till detsamma", 25),
    (Outcome.ATERREMISS, "Återremissyrkandet", "bifall", "avslag", 36),
    (Outcome.ATERREMISS, "Ska ärendet återremitteras?", "ja", "nej", 36),
    (Outcome.ATERREMISS, "Återremiss?", "ärendet avgörs idag", "nej", 25),
    (Outcome.ATERREMISS, "", "ärendet avgörs idag", "ärendet avgörs inte idag", 25),
    (Outcome.ATERREMISS, "", "ärendet avgörs idag och återremitteras inte", "nej", 25),
    (Outcome.ATERREMISS, "", "avgörs inte idag utan återremitteras", "avgörs idag", 36),
    (Outcome.ATERREMISS, "", "återremitteras och avgörs inte idag", "avgörs idag", 36),
    (Outcome.ATERREMISS, "", "avgörs idag utan återremiss", "återremiss", 25),
    (Outcome.ATERREMISS, "", "Ja för att ärendet avgörs idag", "Nej för återremiss", 25),
    (Outcome.ATERREMISS, "", "bifall till kommunstyrelsens förslag", "återremiss", 25),
    (Outcome.ATERREMISS, "", "bifall till förslaget", "avslag", None),
    (Outcome.ATERREMISS, "", "bordläggning", "ärendet avgörs idag", None),
    (Outcome.ATERREMISS, "", "återremiss enligt A", "återremiss enligt B", None),
    (Outcome.BORDLAGGNING, "", "ärendet avgörs idag", "bordläggning", 25),
    (Outcome.BORDLAGGNING, "", "bordlägga ärendet", "avgöra det idag", 36),
    (Outcome.BORDLAGGNING, "", "Ärendet bordläggs", "Ärendet avgörs idag", 36),
    (Outcome.BORDLAGGNING, "", "avgörs idag", "återremiss", None),
    (Outcome.BORDLAGGNING, "Återremiss", "avgörs idag", "nej", None),
    (Outcome.BIFALL, "", "bifall till kommunstyrelsens förslag", "avslag", 36),
    (Outcome.BIFALL, "", "Avslå förslaget", "Bifalla förslaget", 25),
    (Outcome.BIFALL, "Kommunstyrelsens förslag", "ja", "nej", 36),
    (Outcome.BIFALL, "", "kommunstyrelsens förslag", "Annas (S) ändringsyrkande", 36),
    (Outcome.BIFALL, "", "bifall till kommunstyrelsens förslag", "bifall till V:s förslag", 36),
    (Outcome.BIFALL, "", "bifall till Annas förslag", "bifall till Bos förslag", None),
    (Outcome.BIFALL, "", "bifall till förslaget utan ändring", "bifall med ändring", 36),
    (Outcome.BIFALL, "Återremissyrkandet", "bifall", "avslag", None),
    (Outcome.BIFALL, "", "bifall till att ärendet avgörs idag", "återremiss", None),
    (Outcome.BIFALL, "", "bifall till tilläggsyrkandet", "avslag på tilläggsyrkandet", None),
    (Outcome.BIFALL, "Tilläggsyrkandet från V", "bifall", "avslag", None),
    (Outcome.AVSLAG, "", "bifall till kommunstyrelsens förslag", "avslag", 25),
    (Outcome.AVSLAG, "", "avslå strategin", "anta strategin", 36),
    (Outcome.AVSLAG, "", "bifall till förslaget", "bifall till Annas yrkande om avslag", 25),
    (Outcome.AVSLAG, "", "bifall till tilläggsyrkandet", "avslag", None),
    (Outcome.AVSLAG, "", "avslag på återremissyrkandet", "bifall till återremiss", None),
    (Outcome.BIFALL_MED_ANDRING, "", "kommunstyrelsens förslag", "Annas ändringsyrkande", 25),
    (Outcome.BIFALL_MED_ANDRING, "", "bifall till tilläggsyrkandet", "avslag", 36),
    (Outcome.BIFALL_MED_ANDRING, "Tilläggsyrkandet från V", "bifall", "avslag", 36),
    (Outcome.BIFALL_MED_ANDRING, "", "bifall till förslaget", "avslag", None),
    (Outcome.UTGAR, "", "ärendet utgår", "ärendet avgörs idag", None),
]


@pytest.mark.parametrize(("outcome", "question", "ja_for", "nej_for", "in_favour"), WORDINGS)
def test_the_side_that_stood_for_the_outcome_is_read_from_the_words(
    outcome, question, ja_for, nej_for, in_favour
):
    votes = [vote(ja_for, nej_for, question=question)]

    ballot = ballot_for(outcome, votes, present=61)

    assert (ballot and ballot.in_favour) == in_favour
    if ballot:
        assert ballot.in_favour + ballot.against == 61


def test_marks_over_letters_written_apart_are_the_same_letters():
    votes = [vote("a\u0308rendet avgo\u0308rs idag", "a\u030aterremiss")]

    assert ballot_for(Outcome.ATERREMISS, votes, present=61) == Ballot(61, 25, 36)


def test_the_last_vote_about_the_outcome_counts():
    votes = [
        vote("återremiss", "ärendet avgörs idag", 20, 41),
        vote("kommunstyrelsens förslag", "avslag", 31, 30),
        vote("kommunstyrelsens förslag", "avslag", 32, 29),
        vote("bifall till tilläggsyrkandet", "avslag på det", 10, 51),
    ]

    assert ballot_for(Outcome.BIFALL, votes, present=61) == Ballot(61, 32, 29)


def test_without_a_vote_about_the_outcome_there_is_no_ballot():
    assert ballot_for(Outcome.BIFALL, [], present=61) is None


def test_the_chairs_side_and_the_attendance_go_with_the_ballot():
    votes = [vote("återremiss", "avgörs idag", 30, 30, 0)]

    ballot = ballot_for(Outcome.ATERREMISS, votes, present=61, chair_in_favour=True)

    assert ballot == Ballot(present=61, in_favour=30, against=30, chair_in_favour=True)


def test_where_nobody_wrote_how_many_were_present_those_counted_in_the_vote_are():
    votes = [vote("återremiss", "avgörs idag", 14, 0, 17)]

    assert ballot_for(Outcome.ATERREMISS, votes, present=None) == Ballot(31, 14, 0)
