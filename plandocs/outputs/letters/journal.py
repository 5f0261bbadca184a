"""The dagboksblad."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from plandocs.outputs.letters.letterhead import Letterhead, Official, require


class Direction(Enum):
    """Which way a document went."""

    IN = "in"
    OUT = "out"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One document of the case, as OSL 5 kap. 2 § wants it registered.

    ``party`` is who it came from or went to; empty when it was made here.
    """

    number: int
    date: date
    direction: Direction
    party: str
    concerns: str


@dataclass(frozen=True, slots=True)
class Dagboksblad:
    """The journal sheet of one case: every document in, out or made, in order.

    ``closed`` continues the word "Closed" ("27 mars 2023, strategin är antagen"); it is empty
    while the case is open. ``printed_on`` is the day of the sheet.

    Source: OSL (2009:400) 5 kap. 1–2 §§.
    """

    letterhead: Letterhead
    diarienummer: str
    title: str
    opened_on: date
    handlaggare: Official | None
    rows: tuple[DiaryRow, ...]
    printed_on: date
    closed: str = ""

    def __post_init__(self) -> None:
        require(self.title, "a title")
