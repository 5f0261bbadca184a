"""What a reader asks the list for, as the address says it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.http import urlencode

from workflow.reading.listing.entries import Entry
from workflow.reading.search import cleaned

EVERYTHING = "alla"


@dataclass(frozen=True, slots=True)
class Question:
    """Words, kind and subject of documents, and whether those not in force are asked for too."""

    query: str
    kind: str
    area: str
    show: str

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Question":
        """Read the address (``q``, ``typ``, ``omrade``, ``visa``)."""
        said = {name: str(asked.get(name, "")) for name in ("q", "typ", "omrade", "visa")}
        return cls(cleaned(said["q"]), said["typ"], said["omrade"], said["visa"])

    @property
    def shows_everything(self) -> bool:
        return self.show == EVERYTHING

    @property
    def is_filtered(self) -> bool:
        return bool(self.query) or self.is_narrowed

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words was asked for, so that the choices must be seen."""
        return bool(self.kind or self.area or self.show)

    def allows(self, entry: Entry) -> bool:
        """Whether a document is among those asked for, whatever its words."""
        area = entry.plan.area.code if entry.plan.area else ""
        return (
            (self.shows_everything or entry.is_in_force)
            and self.kind in ("", entry.plan.kind)
            and self.area in ("", area)
        )

    def address(self, number: int) -> str:
        """Return the query string of page ``number`` of the list."""
        said = {"q": self.query, "typ": self.kind, "omrade": self.area, "visa": self.show}
        asked = {name: value for name, value in said.items() if value}
        return "?" + urlencode({**asked, "sida": str(number)})
