"""Each member of an enum that is told of has its words, in every form that a reader meets."""

import pytest

from plandocs.vocabulary import AppealOutcome, MotiveResponse, Outcome, PointResponse, Stance
from workflow.procedure.part_in_case import Part
from workflow.record.appeals import appeal_words
from workflow.record.outcomes import outcome_words
from workflow.record.outcomes.returns import Strength
from workflow.record.responses import motive_words, point_words
from workflow.record.stances import stance_words

NOT_ALWAYS = {"minuted_before_points", "told_with_points", "told_again"}


def forms(words):
    return {name: getattr(words, name) for name in words.__slots__ if name not in NOT_ALWAYS}


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("outcome", Outcome)
def test_what_a_body_did_has_words_whatever_its_part_in_the_case(outcome, part):
    words = forms(outcome_words(outcome, part))

    assert all(words.values())
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("outcome", Outcome)
def test_only_the_body_that_decides_is_said_to_adopt(outcome):
    adopts = [part for part in Part if "antog" in outcome_words(outcome, part).heading]

    is_approval = outcome in (Outcome.BIFALL, Outcome.BIFALL_MED_ANDRING)
    assert adopts == ([Part.DECIDES] if is_approval else [])


@pytest.mark.parametrize("outcome", [Outcome.ATERREMISS, Outcome.BORDLAGGNING])
def test_a_return_is_told_in_other_words_for_each_strength_that_was_behind_it(outcome):
    told = {outcome_words(outcome, Part.DECIDES, strength=strength).told for strength in Strength}

    assert len(told) == len(Strength)


@pytest.mark.parametrize(
    ("words_of", "members"),
    [
        (appeal_words, AppealOutcome),
        (stance_words, Stance),
        (motive_words, MotiveResponse),
        (point_words, PointResponse),
    ],
    ids=["appeals", "stances", "motives", "points"],
)
def test_every_member_has_words_of_its_own(words_of, members):
    said = [text for member in members for text in forms(words_of(member)).values()]

    assert all(said)
    assert len(set(said)) == len(said)
