"""What minutes must say: kommunallagen (2017:725) 5 kap. 65–67 §§ (R29)."""

import pytest

from workflow.rules.minutes import missing_in_minutes
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Vote

NAMED = RollCall(["Anna Ek (S)", "Bo Al (M)"], ["Cilla Berg (V)"])
COMPLETE = {
    "yrkanden": ["Anna (S) yrkar återremiss."],
    "proposition_order": "Först om ärendet ska avgöras idag, sedan i sak.",
    "votes": [Vote("", "avgörs idag", "återremiss", 2, 1, roll_call=NAMED)],
    "decision": "Ärendet återremitteras.",
    "took_part": 3,
    "reservations": ["Bo (M)"],
}
NOTHING = dict.fromkeys(COMPLETE)


def test_complete_minutes_miss_nothing():
    assert missing_in_minutes(**COMPLETE) == []


def test_there_were_none_is_an_answer():
    none = {**COMPLETE, "yrkanden": [], "proposition_order": "", "votes": [], "reservations": []}

    assert missing_in_minutes(**none) == []


def test_each_of_the_six_items_has_its_own_sentence():
    assert len(set(missing_in_minutes(**NOTHING))) == 6


@pytest.mark.parametrize("item", COMPLETE)
def test_one_missing_item_gives_one_sentence(item):
    missing = missing_in_minutes(**{**COMPLETE, item: None})

    assert len(missing) == 1
    assert missing[0] in missing_in_minutes(**NOTHING)


@pytest.mark.parametrize("blank", ["", "  \n"])
def test_blank_text_is_not_filled_in(blank):
    assert len(missing_in_minutes(**{**COMPLETE, "decision": blank})) == 1
    assert len(missing_in_minutes(**{**COMPLETE, "proposition_order": blank})) == 1


def test_an_open_vote_without_names_asks_how_each_member_voted():
    unnamed = Vote("", "bifall", "avslag", 36, 25)
    asked = missing_in_minutes(**{**COMPLETE, "votes": [*COMPLETE["votes"], unnamed]})

    assert len(asked) == 1
    assert asked != missing_in_minutes(**{**COMPLETE, "took_part": None})


def test_the_names_are_not_asked_for_twice_where_nobody_knows_who_took_part():
    unnamed = [Vote("", "bifall", "avslag", 36, 25)]

    assert len(missing_in_minutes(**{**COMPLETE, "votes": unnamed, "took_part": None})) == 1


@pytest.mark.parametrize(
    "vote",
    [
        Vote("", "bifall", "avslag", 36, 25, is_closed=True),
        Vote("", "bifall", "avslag", 0, 0),
    ],
)
def test_nobody_is_asked_for_by_name_in_a_closed_vote_or_where_nobody_voted(vote):
    assert missing_in_minutes(**{**COMPLETE, "votes": [vote]}) == []
