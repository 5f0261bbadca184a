"""The protokollsutdrag."""

from dataclasses import dataclass
from datetime import date

from plandocs.outputs.letters.letterhead import Letterhead, Official, require


@dataclass(frozen=True, slots=True)
class Statement:
    """What someone said or did at the meeting: a yrkande, a reservation, a jäv."""

    by: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """One omröstning, counted in persons, and what ja and nej stood for.

    The names are of those who voted ja or nej or abstained in an open vote, where the record has
    them. ``is_closed``: a sluten omröstning, which has none.
    """

    yes_means: str
    no_means: str
    yes: int
    no: int
    abstained: int = 0
    absent: int = 0
    casting_vote: str = ""
    result: str = ""
    yes_names: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    abstained_names: tuple[str, ...] = ()
    is_closed: bool = False

    def __post_init__(self) -> None:
        if min(self.yes, self.no, self.abstained, self.absent) < 0:
            raise ValueError("a vote cannot count fewer than zero")


@dataclass(frozen=True, slots=True)
class CarriedMotive:
    """A motive for an återremiss as the minutes word it; ``supporters`` counts persons."""

    text: str
    supporters: int | None = None
    asked_by: str = ""
    carried: bool = True


@dataclass(frozen=True, slots=True)
class Deviation:
    """A rule the minutes depart from, and the reason it was recorded all the same."""

    rule: str
    note: str


@dataclass(frozen=True, slots=True)
class MinutesExtract:
    """A protokollsutdrag: one § of one body's minutes (KL 5 kap. 65–69 §§).

    ``paragraph`` is the number as printed, with or without the sign: "203", "§ 63/20".
    ``outcome`` is the whole sentence that says what was decided, ``decision`` the att-satser:
    one of them is required. ``basis`` says on whose strength a case was returned or tabled.
    ``counted`` tells a vote whose question is not in the record, ``appeal`` how and until when.
    ``correction`` says which § this one corrects, or is corrected by. ``attendance`` is for
    what the number alone does not say. ``issued_on`` is the day of the extract itself.
    """

    letterhead: Letterhead
    body: str
    meeting_date: date
    paragraph: str
    title: str
    diarienummer: str
    issued_on: date
    outcome: str = ""
    decision: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    yrkanden: tuple[Statement, ...] = ()
    proposition_order: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()
    counted: tuple[str, ...] = ()
    basis: str = ""
    motives: tuple[CarriedMotive, ...] = ()
    reservations: tuple[Statement, ...] = ()
    jav: tuple[Statement, ...] = ()
    present: int | None = None
    members: int | None = None
    attendance: tuple[str, ...] = ()
    immediately_adjusted: bool = False
    adjusted_on: date | None = None
    announced_on: date | None = None
    appeal: str = ""
    deviations: tuple[Deviation, ...] = ()
    correction: str = ""
    sent_to: tuple[str, ...] = ()
    certified_by: Official | None = None

    def __post_init__(self) -> None:
        require(self.title, "a title")
        require("".join((self.outcome, *self.decision)), "the decision it is an extract of")
