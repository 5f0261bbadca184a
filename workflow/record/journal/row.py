"""One line of the journal."""

from dataclasses import dataclass
from datetime import date

from plandocs.outputs.letters import Direction
from plandocs.vocabulary import OrganisationType

OWN_AUTHORITY = {
    OrganisationType.FULLMAKTIGE,
    OrganisationType.STYRELSE,
    OrganisationType.UTSKOTT,
    OrganisationType.BEREDNING,
}
"""Bodies whose documents kommunstyrelsen keeps; each nämnd is an authority of its own (TF 2:11)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document that has no number yet; ``rank`` orders those of one day."""

    date: date
    rank: int
    direction: Direction
    party: str
    concerns: str
