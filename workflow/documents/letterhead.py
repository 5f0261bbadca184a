"""Who a letter is from: the municipality, and the official."""

from django.contrib.auth.models import AbstractUser

from plandocs.models import Municipality
from plandocs.outputs.letters import Letterhead, Official, logo_format


def letterhead() -> Letterhead:
    """Return the letterhead of the municipality, as it stands in its settings."""
    municipality = Municipality.load()
    return Letterhead(
        municipality=municipality.name,
        department=municipality.department,
        address=municipality.address,
        email=municipality.email,
        phone=municipality.phone,
        website=municipality.website,
        organisation_number=municipality.organisation_number,
        logo=_logo(municipality),
    )


def official(user: AbstractUser) -> Official:
    """Return an account as a letter names the person."""
    return Official(user.get_full_name() or user.get_username())


def _logo(municipality: Municipality) -> bytes | None:
    """Return the logotype; a file that is lost or of another kind must not stop a letter."""
    if not municipality.logo:
        return None
    try:
        with municipality.logo.open("rb") as opened:
            logo: bytes = opened.read()
        logo_format(logo)
    except (OSError, ValueError):
        return None
    return logo
