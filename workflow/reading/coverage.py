"""Which parts of a decided text a translation holds, as it was worked out at publication."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from plandocs.models import PlanRevisionPage


@dataclass(frozen=True, slots=True)
class Coverage:
    """The paths of the fields that are translated; ``None`` means that every field is.

    A path is wagtail-localize's: field, block ids and names joined by full stops, such as
    ``body.5f2c….text``.
    """

    paths: frozenset[str] | None = None

    def holds(self, path: str) -> bool:
        return self.paths is None or path in self.paths

    @classmethod
    def of(cls, page: PlanRevisionPage) -> "Coverage":
        """Read what is stored with a translation. The decided text and easy Swedish hold all."""
        language = page.locale.language_code
        stored = page.coverage or {}
        if language == settings.LANGUAGE_CODE or "fields" not in stored:
            return cls()
        return cls(frozenset(_strings(stored["fields"])))


def _strings(values: Iterable[object]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
