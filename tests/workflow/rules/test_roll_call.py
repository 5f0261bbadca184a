"""Who voted how: kommunallagen (2017:725) 4 kap. 24 §, 5 kap. 54 §, 65–67 §§ (R14, R16, R29)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import RuleViolation
from workflow.rules.roll_call import RollCall, check_roll_call, closed_vote_reminder, names_in
from workflow.rules.votes import Vote, check_votes

THREE = ["Anna Ek (S)", "Bo Al (M)", "Cilla Berg (V)"]


def refused(roll_call, **counts):
    with pytest.raises(RuleViolation) as violation:
        check_roll_call(roll_call, **{"ja": 0, "nej": 0, "avstar": 0, **counts})
    assert violation.value.code == "ballot_impossible"
    assert "5 kap. 54 §" in violation.value.source
    return violation.value.message


@pytest.mark.parametrize(
    "pasted",
    [
        "Anna Ek (S)\nBo Al (M)\nCilla Berg (V)",
        "Anna Ek (S)\r\n\r\n  Bo Al   (M)\t\r\nCilla Berg (V)\n",
        "Anna Ek (S), Bo Al (M), Cilla Berg (V)",
        "Anna Ek (S), Bo Al (M) och Cilla Berg (V).",
        "Anna Ek (S); Bo Al (M);\nCilla Berg (V)",
        "Anna Ek (S), Bo Al (M),\nCilla Berg (V)",
        "1. Anna Ek (S)\n2. Bo Al (M)\n3) Cilla Berg (V)",
        "• Anna Ek (S)\n– Bo Al (M)\n- Cilla Berg (V)",
        "Anna Ek (S), Bo Al (M) samt Cilla Berg (V)",
    ],
)
def test_names_are_read_as_a_registrar_has_them(pasted):
    assert names_in(pasted) == THREE


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ek, Anna (S)", ["Ek, Anna (S)"]),
        ("Ek Svensson, Anna (S)", ["Ek Svensson, Anna (S)"]),
        ("Ek, Anna Maria", ["Ek, Anna Maria"]),
        ("Ek (S), Al (M)", ["Ek (S)", "Al (M)"]),  # surnames alone, each with a party
        ("Anna Ek, Bo Al", ["Anna Ek", "Bo Al"]),
        ("Anna Ek-Berg (S)", ["Anna Ek-Berg (S)"]),
        ("Sochi Ochman (–)", ["Sochi Ochman (–)"]),  # “och” within a word parts nothing
        ("Anna E.", ["Anna E."]),
    ],
)
def test_a_surname_that_stands_first_on_its_line_belongs_to_the_name(line, names):
    assert names_in(line) == names


@pytest.mark.parametrize("blank", ["", "  \n \n", ",", " , \n;"])
def test_nothing_pasted_is_no_roll_call(blank):
    assert names_in(blank) == []
    assert not RollCall(names_in(blank), names_in(blank), names_in(blank))


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200), st.booleans())
def test_a_vote_without_names_passes_whatever_it_counts(ja, nej, avstar, is_closed):
    check_roll_call(RollCall(), ja=ja, nej=nej, avstar=avstar, is_closed=is_closed)


def test_names_that_add_up_pass():
    check_roll_call(RollCall(THREE, ["Dan Lund (C)"]), ja=3, nej=1, avstar=0)
    check_roll_call(RollCall(avstar=THREE), ja=0, nej=0, avstar=3)


@pytest.mark.parametrize(
    ("roll_call", "counts"),
    [
        (RollCall(THREE), {"ja": 2}),
        (RollCall(THREE), {"ja": 4}),
        (RollCall(THREE), {"ja": 3, "nej": 1}),  # a side that voted is not named at all
        (RollCall(THREE), {"ja": 3, "avstar": 1}),
        (RollCall([], THREE), {"nej": 2}),
        (RollCall([], [], THREE), {"avstar": 2}),
    ],
)
def test_names_that_do_not_add_up_are_refused_on_every_side(roll_call, counts):
    assert refused(roll_call, **counts)


def test_the_refusal_tells_both_numbers_and_the_side():
    message = refused(RollCall(THREE), ja=41)

    assert "41" in message
    assert "3" in message


@pytest.mark.parametrize(
    "roll_call",
    [RollCall(["Anna Ek (S)", "anna ek (s)"]), RollCall(["Anna Ek (S)"], ["Anna Ek (S)"])],
)
def test_a_member_has_one_vote(roll_call):
    assert "Ek (" in refused(roll_call, ja=len(roll_call.ja), nej=len(roll_call.nej))


def test_a_closed_vote_has_no_names():
    with pytest.raises(RuleViolation) as violation:
        check_roll_call(RollCall(THREE), ja=3, nej=0, avstar=0, is_closed=True)

    assert violation.value.code == "ballot_impossible"
    assert closed_vote_reminder()


def test_every_vote_of_a_paragraph_is_held_against_its_names():
    right = Vote("", "bifall", "avslag", 3, 0, roll_call=RollCall(THREE))
    wrong = Vote("", "bifall", "avslag", 2, 1, roll_call=RollCall(THREE))

    check_votes([right], present=3)
    with pytest.raises(RuleViolation) as violation:
        check_votes([right, wrong], present=3)

    assert violation.value.code == "ballot_impossible"
