"""Votes in persons: whether the numbers can be right, and which side they carry."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from plandocs.vocabulary import Outcome
from workflow.errors import RuleViolation
from workflow.rules.roll_call import RollCall, check_roll_call
from workflow.rules.vote_wording import Side, side_for

SOURCE = "kommunallagen (2017:725) 5 kap. 53–56 §§ och 6 kap. 33 §"


@dataclass(frozen=True, slots=True)
class Ballot:
    """The count on one outcome, in persons. ``chair_in_favour`` breaks a tie; None: not said."""

    present: int
    in_favour: int
    against: int
    chair_in_favour: bool | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote as the minutes print it: what ja and nej stood for, and the count in persons.

    ``roll_call`` is empty where the record has no names; ``is_closed``: a sluten omröstning.
    """

    question: str
    ja_for: str
    nej_for: str
    ja: int
    nej: int
    avstar: int = 0
    roll_call: RollCall = field(default_factory=RollCall)
    is_closed: bool = False


def has_majority(ballot: Ballot) -> bool:
    """Say whether more voted for than against; the chair breaks a tie.

    Half of those present is not asked for: abstainers count on neither side.

    Source: kommunallagen (2017:725) 5 kap. 55–56 §§ (R15); in a nämnd 6 kap. 33 § (R25).
    """
    if ballot.in_favour == ballot.against:
        return bool(ballot.chair_in_favour)
    return ballot.in_favour > ballot.against


def require_majority(ballot: Ballot | None) -> None:
    """Refuse bifall or avslag that its own vote did not carry, with ``not_enough_support``.

    Without a ballot the matter was decided by acclamation, or the record is old: it passes.

    Source: kommunallagen (2017:725) 5 kap. 55–56 §§ (R15).
    """
    if ballot is None or has_majority(ballot):
        return
    said = _(
        "%(in_favour)s voted for the decision and %(against)s against, so it was not carried. "
        "Check which side ja and nej stood for in the minutes."
    )
    raise RuleViolation(
        said % {"in_favour": ballot.in_favour, "against": ballot.against},
        code="not_enough_support",
        source=SOURCE,
    )


def check_attendance(*, present: int | None, members: int | None) -> None:
    """Refuse numbers of persons that cannot be, with ``ballot_impossible``. None: not known.

    Source: kommunallagen (2017:725) 4 kap. 24 § (one vote each; R16).
    """
    _require_counts(present, members)
    if present is not None and members is not None and present > members:
        raise _impossible(
            _(
                "%(present)s members are said to be present, but the body has only %(members)s "
                "seats. Check the number against the minutes."
            )
            % {"present": present, "members": members}
        )


def check_ballot(ballot: Ballot, *, members: int | None, present: int | None = None) -> None:
    """Refuse a count that cannot be right, with ``ballot_impossible``.

    ``members`` is the seats of the body and ``present`` the attendance of the whole §; None
    means not known. A tie needs the chair's vote.

    Source: kommunallagen (2017:725) 4 kap. 24–25 §§, 5 kap. 55–56 §§ (R15, R16).
    """
    _require_counts(ballot.in_favour, ballot.against, ballot.present)
    check_attendance(present=ballot.present, members=members)
    _require_room_for(ballot.in_favour + ballot.against, present=ballot.present)
    if present is not None:
        check_attendance(present=present, members=members)
        _require_room_for(ballot.present, present=present)
    if ballot.in_favour == ballot.against and ballot.chair_in_favour is None:
        raise _impossible(
            _(
                "The vote ended %(votes)s–%(votes)s. The chair's vote decides a tie: write which "
                "side the chair was on."
            )
            % {"votes": ballot.in_favour}
        )


def check_votes(votes: Sequence[Vote], *, present: int | None) -> None:
    """Refuse any vote of a § that counts more persons than were present, or others than it names.

    Source: kommunallagen (2017:725) 4 kap. 24–25 §§ (R16). Code ``ballot_impossible``.
    """
    _require_counts(present)
    for vote in votes:
        _require_counts(vote.ja, vote.nej, vote.avstar)
        check_roll_call(
            vote.roll_call, ja=vote.ja, nej=vote.nej, avstar=vote.avstar, is_closed=vote.is_closed
        )
        if present is not None:
            _require_room_for(_counted(vote), present=present)


def ballot_for(
    outcome: Outcome,
    votes: Sequence[Vote],
    *,
    present: int | None,
    chair_in_favour: bool | None = None,
) -> Ballot | None:
    """Return the count on ``outcome``: the last vote in which ja or nej stood for it.

    None when no vote of the § was about it: then it was carried by acclamation. When the
    record does not say how many were present, those who voted or abstained are counted.

    Source: kommunallagen (2017:725) 5 kap. 53 § (R13); docs/rules/votes.md.
    """
    for vote in reversed(votes):
        side = side_for(outcome, question=vote.question, ja_for=vote.ja_for, nej_for=vote.nej_for)
        if side is None:
            continue
        in_favour, against = (vote.ja, vote.nej) if side is Side.JA else (vote.nej, vote.ja)
        return Ballot(
            present=_counted(vote) if present is None else present,
            in_favour=in_favour,
            against=against,
            chair_in_favour=chair_in_favour,
        )
    return None


def _counted(vote: Vote) -> int:
    return vote.ja + vote.nej + vote.avstar


def _require_counts(*numbers: int | None) -> None:
    for number in numbers:
        # True and 1.0 compare equal to 1, but nobody counts persons with them.
        if number is not None and (type(number) is not int or number < 0):
            raise _impossible(
                _(
                    "“%(number)s” is not a number of persons. Write whole numbers, zero or more, "
                    "as in the minutes."
                )
                % {"number": number}
            )


def _require_room_for(votes: int, *, present: int) -> None:
    if votes > present:
        raise _impossible(
            _(
                "%(votes)s members are counted in the vote, but only %(present)s were present. "
                "Check both numbers against the minutes."
            )
            % {"votes": votes, "present": present}
        )


def _impossible(message: str) -> RuleViolation:
    return RuleViolation(message, code="ballot_impossible", source=SOURCE)
