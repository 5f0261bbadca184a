"""Which part a body has in a case."""

from enum import Enum, auto

from plandocs.models import Case, Organisation
from plandocs.vocabulary import OrganisationType


class Part(Enum):
    """What a body does with a case."""

    PREPARES = auto()
    PROPOSES = auto()
    DECIDES = auto()
    OTHER = auto()


def part_of(body: Organisation, case: Case) -> Part:
    """Return the body's part: deciding goes before proposing, proposing before preparing."""
    if body.pk == case.decided_by_id:
        return Part.DECIDES
    match body.type:
        case OrganisationType.STYRELSE:
            return Part.PROPOSES
        case OrganisationType.UTSKOTT:
            return Part.PREPARES
    return Part.OTHER
