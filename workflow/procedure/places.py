"""Which part a body has in a case."""

from enum import Enum, auto

from plandocs.models import Case, Organisation
from plandocs.vocabulary import OrganisationType


class Place(Enum):
    """What a body does with a case."""

    PREPARES = auto()
    PROPOSES = auto()
    DECIDES = auto()
    OTHER = auto()


def place_of(body: Organisation, case: Case) -> Place:
    """Return the body's part: deciding goes before proposing, proposing before preparing."""
    if body.pk == case.decided_by_id:
        return Place.DECIDES
    match body.type:
        case OrganisationType.STYRELSE:
            return Place.PROPOSES
        case OrganisationType.UTSKOTT:
            return Place.PREPARES
    return Place.OTHER
