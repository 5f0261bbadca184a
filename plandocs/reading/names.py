"""The names of bodies as they are written within a Swedish sentence."""

from typing import Any

from plandocs.vocabulary import OrganisationType

PROPER_NAMES = {
    OrganisationType.BOLAG,
    OrganisationType.KOMMUNALFORBUND,
    OrganisationType.REGION,
    OrganisationType.MYNDIGHET,
    OrganisationType.PARTI,
    OrganisationType.FORENING,
    OrganisationType.PRIVATPERSON,
    OrganisationType.ANNAN,
}


def within_sentence(body: Any) -> str:
    """Return the name without its capital where the body is a part of the municipality."""
    name: str = body.name
    if body.type in PROPER_NAMES or name[:2].isupper():
        return name
    return name[:1].lower() + name[1:]
