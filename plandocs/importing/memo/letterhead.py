"""The letterhead of a memo: a label with its value after a colon or on the line below."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plandocs.importing.flat import Flat, Heading, Lines
from plandocs.importing.inline import read_inline

_LABELS = {
    "handlaggare": r"handläggare|handläggande tjänsteperson|kontaktperson",
    "day": r"datum",
    "case_number": r"ärendebeteckning|diarienummer|dnr|diarienr\.?|ärendenummer|ärendenr\.?"
    r"|beteckning",
    "addressee": r"till|mottagare|adressat",
    "subject": r"ärende|rubrik|ärendemening",
}
_LABEL = {
    name: re.compile(rf"[*_]*(?:{words})[*_]*\s*(?::[*_]*\s*(?P<value>.*)|$)", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_NEVER_A_HEADING = ("handlaggare", "day", "case_number")
_CASE_NUMBER = re.compile(
    r"\b(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /.-]{1,2})(?:\d{4}[/:.-]\d{1,6}|\d{2,4}/\d{2,4})\b"
    r"|\b\d{4}[/:]\d{1,6}\b"
)
_ADDRESSEE = re.compile(
    r"(?:till\s+)?((?:\w+\s+){0,3}\w*(?:fullmäktige|styrelsen?|nämnden?|utskottet?|beredningen?))",
    re.IGNORECASE,
)


def as_letterhead(block: Flat) -> Flat:
    """A label such as *Diarienummer* is no heading, however it is set."""
    if isinstance(block, Heading) and any(
        _LABEL[k].fullmatch(block.text) for k in _NEVER_A_HEADING
    ):
        return Lines([block.text])
    return block


def read_labels(head: Iterable[Flat]) -> dict[str, str]:
    """Return what stands under each label."""
    found: dict[str, str] = {}
    waiting = ""
    for line in _lines(head):
        name, value = _label(line)
        if value or (waiting and not name):
            found.setdefault(name or waiting, value or read_inline(line).plain)
        waiting = "" if value else name
    return found


def case_number(labelled: str, head: Sequence[Flat]) -> str:
    """Return the number under its label, or the first that looks like one."""
    match = _CASE_NUMBER.search(labelled or text_of(head))
    return match[0] if match else labelled


def addressee(head: Iterable[Flat]) -> str:
    """Return the body that stands on a line of its own."""
    matches = (_ADDRESSEE.fullmatch(read_inline(line).plain) for line in _lines(head))
    return next((match[1] for match in matches if match), "")


def text_of(head: Iterable[Flat]) -> str:
    """Return the whole letterhead on one line."""
    return " ".join(_lines(head))


def _lines(head: Iterable[Flat]) -> Iterator[str]:
    for block in head:
        if isinstance(block, Lines):
            yield from block.lines


def _label(line: str) -> tuple[str, str]:
    for name, pattern in _LABEL.items():
        if match := pattern.match(line.strip()):
            return name, read_inline(match["value"] or "").plain
    return "", ""
