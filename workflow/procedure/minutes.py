"""What the minutes say of one §, before it is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from plandocs.models import Organisation
from plandocs.vocabulary import Basis, Outcome
from workflow.rules.votes import Ballot, Vote, ballot_for


@dataclass(frozen=True, slots=True)
class MotiveText:
    """A motive in the words of those who asked for the återremiss, and how many they were."""

    text: str
    supporters: int | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change the body itself decided: words that stand once in the text, and the new ones."""

    find: str
    replace: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """One § as the nämndsekreterare has it before them."""

    body: Organisation
    decided_on: date
    outcome: Outcome
    paragraph: int | None = None
    present: int | None = None
    requested_by: int | None = None
    ballot: Ballot | None = None
    votes: Sequence[Vote] = ()
    chair_in_favour: bool | None = None
    motives: Sequence[MotiveText] = ()
    changes: Sequence[Amendment] = ()
    basis: Basis | None = None
    att_satser: Sequence[str] = ()
    yrkanden: Sequence[str] = ()
    reservations: Sequence[str] = ()
    jav: Sequence[str] = ()
    sent_to: Sequence[str] = ()
    immediately_adjusted: bool = False
    despite: frozenset[str] = field(default_factory=frozenset)
    note: str = ""
    seats: int | None = None
    """The seats of the body on that day, where they are known to differ from the register's."""

    @property
    def members(self) -> int | None:
        """The seats of the body; None where nobody knows."""
        return self.body.members if self.seats is None else self.seats

    @property
    def attendance(self) -> int | None:
        """How many were present, from wherever the minutes say it."""
        if self.present is None and self.ballot:
            return self.ballot.present
        return self.present

    def ballot_on_outcome(self) -> Ballot | None:
        """Return the count on the outcome: given as such, or found among the votes."""
        return self.ballot or ballot_for(
            self.outcome,
            self.votes,
            present=self.present,
            chair_in_favour=self.chair_in_favour,
        )
