"""When a case must be tabled or referred back, on whose strength, and with which motives."""

from collections.abc import Sequence
from enum import StrEnum

from django.utils.translation import gettext as _

from plandocs.vocabulary import Basis, Outcome
from workflow.errors import RuleViolation
from workflow.rules.votes import Ballot, check_attendance, has_majority

SOURCE = "kommunallagen (2017:725) 5 kap. 50 §"
SOURCE_OTHER_BODIES = "kommunallagen (2017:725) 6 kap. 33 §"


class Referral(StrEnum):
    """How a request to table or refer back a case ended."""

    FAILS = "fails"
    BY_MINORITY = "by_minority"
    BY_MAJORITY = "by_majority"


def third(present: int) -> int:
    """Return how many are at least a third of ``present`` persons, rounded up, never under 1.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R20).
    """
    return max(1, -(-present // 3))


def referral(
    ballot: Ballot | None,
    *,
    requested_by: int | None,
    present: int | None,
    minority_right: bool,
    minority_referred_before: bool,
) -> Referral:
    """Say whether a case must be tabled or referred back, and on whose strength.

    More votes for than against is a majority, the chair deciding a tie. Short of that, in
    fullmäktige (``minority_right``), a third of the members *present* is enough, abstainers
    counted, unless a minority has already had the same case tabled or referred back. Those
    who asked are ``requested_by``, or else those who voted for it. Without a ballot and
    without a number that can be tested, it was carried by acclamation: a majority.

    Elections are not covered: there only a majority counts.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph, 55–56 §§; 6 kap. 33 §
    (R20, R21, R25).
    """
    if _by_majority(ballot, requested_by=requested_by, present=present):
        return Referral.BY_MAJORITY
    if (
        minority_right
        and not minority_referred_before
        and _is_a_third(ballot, requested_by=requested_by, present=present)
    ):
        return Referral.BY_MINORITY
    return Referral.FAILS


def basis_shown(result: Referral) -> Basis:
    """Return the basis that the numbers show, also of a return recorded despite the rule.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R21).
    """
    return Basis.MAJORITY if result is Referral.BY_MAJORITY else Basis.MINORITY


def require_referral(
    ballot: Ballot | None,
    *,
    requested_by: int | None,
    present: int | None,
    minority_right: bool,
    minority_referred_before: bool,
) -> Basis:
    """Return the basis of a bordläggning or an återremiss, or refuse it.

    Codes: ``minority_right_spent`` where a third asks but a minority has already had its turn
    in this case; else ``not_enough_support``. A request by more than were present is
    ``ballot_impossible``.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph; 6 kap. 33 § (R20, R21, R25).
    """
    check_request(requested_by=requested_by, present=_present(ballot, present))
    result = referral(
        ballot,
        requested_by=requested_by,
        present=present,
        minority_right=minority_right,
        minority_referred_before=minority_referred_before,
    )
    if result is not Referral.FAILS:
        return basis_shown(result)
    if not minority_right:
        raise _not_carried_in_other_body()
    if _is_a_third(ballot, requested_by=requested_by, present=present):
        raise right_spent()
    raise _too_few_asked(
        supporters=_supporters(ballot, requested_by) or 0, present=_present(ballot, present) or 0
    )


def check_request(*, requested_by: int | None, present: int | None) -> None:
    """Refuse a request by more members than were present, with ``ballot_impossible``.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R20).
    """
    check_attendance(present=requested_by, members=None)
    check_attendance(present=present, members=None)
    if requested_by is not None and present is not None and requested_by > present:
        raise RuleViolation(
            _(
                "%(requested_by)s members are said to have asked for it, but only %(present)s "
                "were present. Check both numbers against the minutes."
            )
            % {"requested_by": requested_by, "present": present},
            code="ballot_impossible",
            source=SOURCE,
        )


def explain_referral(
    ballot: Ballot | None,
    *,
    requested_by: int | None,
    present: int | None,
    minority_right: bool,
    minority_referred_before: bool,
    outcome: Outcome = Outcome.ATERREMISS,
) -> str:
    """Say in one sentence what the numbers in the form mean, before anything is saved.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph; 6 kap. 33 § (R20, R21, R25).
    """
    result = referral(
        ballot,
        requested_by=requested_by,
        present=present,
        minority_right=minority_right,
        minority_referred_before=minority_referred_before,
    )
    if result is Referral.BY_MAJORITY:
        return _explain_majority(ballot, requested_by=requested_by, present=present)
    if result is Referral.BY_MINORITY:
        sentence = _sentence_for_minority(outcome)
    elif not minority_right:
        sentence = _(
            "%(supporters)s of %(present)s present: not carried; "
            "only a majority counts in this body"
        )
    elif _is_a_third(ballot, requested_by=requested_by, present=present):
        sentence = _(
            "%(supporters)s of %(present)s present: not carried; a minority has already tabled or "
            "returned this case once, so a majority is needed"
        )
    else:
        sentence = _(
            "%(supporters)s of %(present)s present: not enough; "
            "at least %(needed)s needed for a minority"
        )
    counted = _present(ballot, present) or 0
    return sentence % {
        "supporters": _supporters(ballot, requested_by) or 0,
        "present": counted,
        "needed": third(counted),
    }


def carried(supporters: Sequence[int | None], *, present: int | None) -> list[bool]:
    """Say for each motive, by its number of supporters, whether it was carried.

    A sole motive is carried. Of several, those with at least a third of those present; if none
    reaches it, or it is not known how many were present, all of them. None: not known.

    Source: kommunallagen (2017:725) 5 kap. 50 § third paragraph (R23).
    """
    everyone = [True] * len(supporters)
    if len(supporters) < 2 or present is None:
        return everyone
    reached = [number is not None and number >= third(present) for number in supporters]
    return reached if any(reached) else everyone


def require_motives(*, outcome: Outcome, in_fullmaktige: bool, motives: Sequence[str]) -> None:
    """Refuse fullmäktige's återremiss without any motive, with ``motive_missing``.

    Source: kommunallagen (2017:725) 5 kap. 50 § third paragraph (R23).
    """
    if outcome != Outcome.ATERREMISS or not in_fullmaktige:
        return
    if any(motive.strip() for motive in motives):
        return
    raise RuleViolation(
        _(
            "When the council refers a case back, the minutes say why. Copy the motive from the "
            "minutes: it is worded by the members who asked for the referral."
        ),
        code="motive_missing",
        source=SOURCE,
    )


def _supporters(ballot: Ballot | None, requested_by: int | None) -> int | None:
    if requested_by is not None:
        return requested_by
    return None if ballot is None else ballot.in_favour


def _present(ballot: Ballot | None, present: int | None) -> int | None:
    return present if ballot is None else ballot.present


def _by_majority(ballot: Ballot | None, *, requested_by: int | None, present: int | None) -> bool:
    if ballot is not None:
        return has_majority(ballot)
    if requested_by is None or present is None:
        return True
    return requested_by * 2 > present


def _is_a_third(ballot: Ballot | None, *, requested_by: int | None, present: int | None) -> bool:
    supporters, counted = _supporters(ballot, requested_by), _present(ballot, present)
    return supporters is not None and counted is not None and supporters >= third(counted)


def _sentence_for_minority(outcome: Outcome) -> str:
    if outcome == Outcome.BORDLAGGNING:
        return _(
            "%(supporters)s of %(present)s present: tabled by a minority; "
            "at least %(needed)s needed"
        )
    return _(
        "%(supporters)s of %(present)s present: a minority referral; at least %(needed)s needed"
    )


def _explain_majority(
    ballot: Ballot | None, *, requested_by: int | None, present: int | None
) -> str:
    if ballot is not None:
        return _("%(in_favour)s for and %(against)s against: carried by a majority") % {
            "in_favour": ballot.in_favour,
            "against": ballot.against,
        }
    if requested_by is None or present is None:
        return _("No vote recorded: counted as carried by a majority, without a vote")
    return _("%(supporters)s of %(present)s present: carried by a majority") % {
        "supporters": requested_by,
        "present": present,
    }


def _not_carried_in_other_body() -> RuleViolation:
    return RuleViolation(
        _(
            "In this body only a majority can table a case or refer it back, and the numbers show "
            "none. Check the votes against the minutes. If it was decided without a vote, leave "
            "out the votes and the number who asked."
        ),
        code="not_enough_support",
        source=SOURCE_OTHER_BODIES,
    )


def _too_few_asked(*, supporters: int, present: int) -> RuleViolation:
    return RuleViolation(
        _(
            "%(supporters)s of %(present)s present wanted it: neither a majority nor a third, "
            "which is at least %(needed)s. Check the numbers against the minutes. If it was "
            "decided without a vote, leave out the votes and the number who asked."
        )
        % {"supporters": supporters, "present": present, "needed": third(present)},
        code="not_enough_support",
        source=SOURCE,
    )


def right_spent() -> RuleViolation:
    """Return the refusal of a second request by a minority (``minority_right_spent``).

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R21).
    """
    return RuleViolation(
        _(
            "A minority has already had this case tabled or referred back, and may do so once per "
            "case. Now a majority is needed: the council has to decide the case."
        ),
        code="minority_right_spent",
        source=SOURCE,
    )
