"""One line of the journal."""

from dataclasses import dataclass
from datetime import date

from plandocs.outputs.letters import Direction


@dataclass(frozen=True, slots=True)
class Row:
    """A document that has no number yet; ``rank`` orders those of one day."""

    date: date
    rank: int
    direction: Direction
    party: str
    concerns: str
