"""Who a letter is from, and what no letter can be without."""

from dataclasses import dataclass
from enum import Enum

from plandocs.outputs.typography import clean

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class LogoFormat(Enum):
    """The two kinds of picture a letterhead may carry."""

    PNG = "png"
    SVG = "svg"


def require(text: str, what: str) -> None:
    """Refuse an empty part: a PDF/UA file has a title, and no heading is without text."""
    if not clean(text):
        raise ValueError(f"a letter needs {what}")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who a letter is from. Only ``municipality`` is required; ``address`` may have several lines.

    Raises ValueError without a municipality, and for a ``logo`` that is no PNG or SVG file.
    """

    municipality: str
    department: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    organisation_number: str = ""
    logo: bytes | None = None

    def __post_init__(self) -> None:
        require(self.municipality, "the name of its municipality")
        if self.logo is not None:
            logo_format(self.logo)


def logo_format(logo: bytes) -> LogoFormat:
    """Say what kind of picture ``logo`` is, or raise ValueError."""
    if logo.startswith(PNG_SIGNATURE):
        return LogoFormat.PNG
    if b"<svg" in logo[:4096]:
        return LogoFormat.SVG
    raise ValueError("a logo must be a PNG or an SVG file")


@dataclass(frozen=True, slots=True)
class Official:
    """A person in the service of the municipality, as a letter names them."""

    name: str
    title: str = ""
