"""Jäv: kommunallagen (2017:725) 5 kap. 46–47 §§ and 6 kap. 27–32 §§ (R9, R28)."""

import pytest

from plandocs.vocabulary import OrganisationType
from workflow.errors import RuleViolation
from workflow.rules.jav import counted_for_quorum, jav_reminder
from workflow.rules.quorum import require_quorum


@pytest.mark.parametrize("body_type", OrganisationType)
def test_only_fullmaktige_counts_those_who_stood_aside(body_type):
    expected = 3 if body_type is OrganisationType.FULLMAKTIGE else 0

    assert counted_for_quorum(body_type=body_type, jav=3) == expected


def test_a_board_that_jav_brings_down_to_seven_of_fifteen_cannot_handle_the_case():
    jav = counted_for_quorum(body_type=OrganisationType.STYRELSE, jav=1)

    with pytest.raises(RuleViolation) as violation:
        require_quorum(present=7, members=15, jav=jav)

    assert violation.value.code == "quorum_missing"


def test_a_council_in_the_same_situation_may_handle_it():
    jav = counted_for_quorum(body_type=OrganisationType.FULLMAKTIGE, jav=1)

    require_quorum(present=7, members=15, jav=jav)


def test_the_reminder_differs_between_fullmaktige_and_other_bodies():
    council = jav_reminder(body_type=OrganisationType.FULLMAKTIGE)
    board = jav_reminder(body_type=OrganisationType.STYRELSE)

    assert council != board
    assert board == jav_reminder(body_type=OrganisationType.UTSKOTT)
