"""Beredningskravet: kommunallagen (2017:725) 5 kap. 26–28 §§, 33 §, 13 kap. 8 § (R2)."""

import itertools

import pytest

from plandocs.vocabulary import OrganisationType
from workflow.errors import RuleViolation
from workflow.rules.beredning import Proposal, needs_beredning, require_beredning

KS, NAMND, BEREDNING, KSAU = (
    OrganisationType.STYRELSE,
    OrganisationType.NAMND,
    OrganisationType.BEREDNING,
    OrganisationType.UTSKOTT,
)


def standing(body_type):
    return Proposal(body_type, on_this_text=True, changed_in_substance=False)


def overtaken(body_type):
    return Proposal(body_type, on_this_text=False, changed_in_substance=True)


def on_another_text(body_type):
    return Proposal(body_type, on_this_text=False, changed_in_substance=False)


@pytest.mark.parametrize(
    ("proposals", "board_could_comment", "code"),
    [
        ([standing(KS)], False, None),
        ([standing(KS)], True, None),
        ([standing(NAMND)], True, None),
        ([standing(BEREDNING)], True, None),
        ([overtaken(KS), standing(KS)], False, None),  # the board decided again
        ([overtaken(KS), standing(NAMND)], True, None),
        ([overtaken(KS)], False, "changed_in_substance"),
        (
            [Proposal(KS, on_this_text=True, changed_in_substance=True)],
            True,
            "changed_in_substance",
        ),
        ([overtaken(NAMND)], True, "changed_in_substance"),
        ([overtaken(KS), standing(NAMND)], False, "changed_in_substance"),
        ([], False, "beredning_missing"),
        ([], True, "beredning_missing"),
        ([standing(NAMND)], False, "beredning_missing"),
        ([standing(BEREDNING)], False, "beredning_missing"),
        ([overtaken(NAMND)], False, "beredning_missing"),
        ([on_another_text(KS)], True, "beredning_missing"),
        ([standing(KSAU)], True, "beredning_missing"),  # a utskott is no body of its own
        ([standing(OrganisationType.FORVALTNING)], True, "beredning_missing"),
        ([standing(OrganisationType.FULLMAKTIGE)], True, "beredning_missing"),
    ],
)
def test_fullmaktige_decides_only_on_a_text_that_was_prepared(proposals, board_could_comment, code):
    if code is None:
        require_beredning(proposals=proposals, board_could_comment=board_could_comment)
        return

    with pytest.raises(RuleViolation) as violation:
        require_beredning(proposals=proposals, board_could_comment=board_could_comment)

    assert violation.value.code == code
    assert "5 kap. 26" in violation.value.source


@pytest.mark.parametrize(
    ("body_type", "on_this_text", "changed", "comment"),
    list(itertools.product(OrganisationType, [True, False], [True, False], [True, False])),
)
def test_one_proposal_is_enough_in_exactly_these_cases(body_type, on_this_text, changed, comment):
    proposal = Proposal(body_type, on_this_text=on_this_text, changed_in_substance=changed)
    by_the_board = body_type is KS
    by_another_with_the_board_heard = body_type in (NAMND, BEREDNING) and comment
    enough = on_this_text and not changed and (by_the_board or by_another_with_the_board_heard)

    try:
        require_beredning(proposals=[proposal], board_could_comment=comment)
    except RuleViolation:
        assert not enough
    else:
        assert enough


@pytest.mark.parametrize("body_type", OrganisationType)
def test_only_what_fullmaktige_decides_must_be_prepared_like_this(body_type):
    assert needs_beredning(body_type) is (body_type is OrganisationType.FULLMAKTIGE)
