"""When a case must be tabled or referred back, and on whose strength."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from plandocs.vocabulary import Basis
from workflow.errors import RuleViolation
from workflow.rules.votes import Ballot, check_attendance, has_majority

SOURCE = "kommunallagen (2017:725) 5 kap. 50 §"
SOURCE_OTHER_BODIES = "kommunallagen (2017:725) 6 kap. 33 §"


class Referral(StrEnum):
    """How a request to table or refer back a case ended."""

    FAILS = "fails"
    BY_MINORITY = "by_minority"
    BY_MAJORITY = "by_majority"


@dataclass(frozen=True, slots=True)
class Request:
    """A request to table a case or refer it back, in persons; None where the minutes do not say.

    ``minority_right``: the body is fullmäktige; ``minority_referred_before``: a minority of it has
    already had the same case tabled or referred back.
    """

    ballot: Ballot | None
    requested_by: int | None
    present: int | None
    minority_right: bool
    minority_referred_before: bool

    @property
    def attendance(self) -> int | None:
        return self.present if self.ballot is None else self.ballot.present

    @property
    def supporters(self) -> int | None:
        """Those who asked, or else those who voted for it."""
        if self.requested_by is not None or self.ballot is None:
            return self.requested_by
        return self.ballot.in_favour

    @property
    def has_majority(self) -> bool:
        """Whether it was carried by a majority, or by acclamation where nothing can be tested."""
        if self.ballot is not None:
            return has_majority(self.ballot)
        if self.requested_by is None or self.present is None:
            return True
        return self.requested_by * 2 > self.present

    @property
    def has_a_third(self) -> bool:
        """Whether a third of those present stood behind it."""
        supporters, present = self.supporters, self.attendance
        return supporters is not None and present is not None and supporters >= third(present)


def third(present: int) -> int:
    """Return how many are at least a third of ``present`` persons, rounded up, never under 1.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R20).
    """
    return max(1, -(-present // 3))


def referral(request: Request) -> Referral:
    """Say whether a case must be tabled or referred back, and on whose strength.

    More votes for than against is a majority, the chair deciding a tie. Short of that, in
    fullmäktige, a third of the members *present* is enough, abstainers counted, unless a minority
    has already had the same case tabled or referred back. Without a ballot and without a number
    that can be tested, it was carried by acclamation: a majority.

    Elections are not covered: there only a majority counts.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph, 55–56 §§; 6 kap. 33 §
    (R20, R21, R25).
    """
    if request.has_majority:
        return Referral.BY_MAJORITY
    may = request.minority_right and not request.minority_referred_before
    return Referral.BY_MINORITY if may and request.has_a_third else Referral.FAILS


def basis_shown(result: Referral) -> Basis:
    """Return the basis that the numbers show, also of a return recorded despite the rule.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R21).
    """
    return Basis.MAJORITY if result is Referral.BY_MAJORITY else Basis.MINORITY


def require_referral(request: Request) -> Basis:
    """Return the basis of a bordläggning or an återremiss, or refuse it.

    Codes: ``minority_right_spent`` where a third asks but a minority has already had its turn
    in this case; else ``not_enough_support``. A request by more than were present is
    ``ballot_impossible``.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph; 6 kap. 33 § (R20, R21, R25).
    """
    check_request(requested_by=request.requested_by, present=request.attendance)
    result = referral(request)
    if result is not Referral.FAILS:
        return basis_shown(result)
    if not request.minority_right:
        raise _not_carried_in_other_body()
    if request.has_a_third:
        raise right_spent()
    raise _too_few_asked(supporters=request.supporters or 0, present=request.attendance or 0)


def check_request(*, requested_by: int | None, present: int | None) -> None:
    """Refuse a request by more members than were present, with ``ballot_impossible``.

    Source: kommunallagen (2017:725) 5 kap. 50 § first paragraph (R20).
    """
    check_attendance(present=requested_by, members=None)
    check_attendance(present=present, members=None)
    if requested_by is not None and present is not None and requested_by > present:
        said = _(
            "%(requested_by)s members are said to have asked for it, but only %(present)s "
            "were present. Check both numbers against the minutes."
        )
        raise RuleViolation(
            said % {"requested_by": requested_by, "present": present},
            code="ballot_impossible",
            source=SOURCE,
        )


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
    said = _(
        "%(supporters)s of %(present)s present wanted it: neither a majority nor a third, "
        "which is at least %(needed)s. Check the numbers against the minutes. If it was "
        "decided without a vote, leave out the votes and the number who asked."
    )
    return RuleViolation(
        said % {"supporters": supporters, "present": present, "needed": third(present)},
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
