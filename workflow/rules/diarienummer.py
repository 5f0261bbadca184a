"""The number of an ärende, in every way Swedish municipalities print it."""

import re
import unicodedata
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from workflow.errors import RuleViolation
from workflow.rules.years import full_year, is_full_year

SOURCE = "offentlighets- och sekretesslagen (2009:400) 5 kap. 1–2 §§"

_LONGEST = 80
_HYPHENS = str.maketrans("‐‑–", "---")
_LETTERS = r"(?P<series>[A-Za-zÅÄÖåäö]{1,12})"
_NUMBER = r"[0-9]{1,7}"
_EXTRAS = (
    rf"(?:\s*-\s*(?P<suffix>{_NUMBER})|\s+nr\s+(?P<document>{_NUMBER}))?"
    r"(?:\s+(?:diariekod:?\s*)?(?P<code>[0-9]{1,4}(?:\.[0-9]{1,4})*))?"
)
_LAYOUTS = tuple(
    re.compile(layout + _EXTRAS, re.IGNORECASE)
    for layout in (
        # KS 2022/0037 · KSKF/2013:43 · KSN-2013-0674 · KU.2017.3 · Ks 182/2013 · SN 18/0098
        rf"{_LETTERS}[\s/.-]{{0,2}}(?P<first>{_NUMBER})\s?[/:.-]\s?(?P<second>{_NUMBER})",
        # 2018/KS 0041 001
        rf"(?P<first>[0-9]{{4}})\s?/\s?{_LETTERS}\s?(?P<second>{_NUMBER})",
        # 2017/0438 KS-3
        rf"(?P<first>{_NUMBER})\s?/\s?(?P<second>{_NUMBER})\s?{_LETTERS}",
    )
)
_LABEL = re.compile(r"^(?:dnr|diarienr|diarienummer)\b[.:]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Diarienummer:
    """One ärende's number. Two spellings of the same number are equal.

    ``document`` (a document's number in the case) and ``code`` (a classification) are kept as
    printed, and say nothing about which case it is.
    """

    series: str
    year: int
    number: int
    document: str = field(default="", compare=False)
    code: str = field(default="", compare=False)
    printed: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> "Diarienummer":
        """Read a number as printed, or refuse it with ``diarienummer_unreadable``.

        Source: OSL (2009:400) 5 kap. 2 §; the formats of R50, docs/rules/diarienummer.md.
        """
        printed = " ".join(text.split()) if len(text) <= _LONGEST else ""
        bare = _LABEL.sub("", unicodedata.normalize("NFKC", printed.translate(_HYPHENS)))
        for layout in _LAYOUTS:
            found = layout.fullmatch(bare)
            ordered = found and _year_and_number(found["first"], found["second"])
            if found and ordered and ordered[1]:
                return cls(
                    series=found["series"].upper(),
                    year=ordered[0],
                    number=ordered[1],
                    document=found["document"] or found["suffix"] or "",
                    code=found["code"] or "",
                    printed=printed,
                )
        said = _(
            "“%(text)s” cannot be read as a diarienummer: it needs letters for the series, a "
            "year and a number. Write it as in the register, for example “KS 2022/0037”."
        )
        raise RuleViolation(
            said % {"text": " ".join(text.split())[:_LONGEST]},
            code="diarienummer_unreadable",
            source=SOURCE,
        )

    @property
    def key(self) -> str:
        """The same for every spelling of this number and for no other number."""
        return f"{self.series}/{self.year}/{self.number}"


def _year_and_number(first: str, second: str) -> tuple[int, int] | None:
    """Tell the year from the number; the order of the tests is in docs/rules/diarienummer.md."""
    if is_full_year(first):
        return int(first), int(second)
    if is_full_year(second):
        return int(second), int(first)
    if len(first) == 2:
        return full_year(first), int(second)
    if len(second) == 2:
        return full_year(second), int(first)
    return None
