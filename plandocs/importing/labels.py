"""The labelled lines under a measure: who answers for it, with whom, and by when."""

import re
from collections.abc import Iterable
from enum import StrEnum

_BODIES = r"(?:\s+(?:nämnd(?:er)?|förvaltning(?:ar)?|part(?:er)?|aktör(?:er)?|verksamhet(?:er)?))?"


class Label(StrEnum):
    """What a labelled line tells of."""

    TEXT = "text"
    LEAD = "lead"
    COLLABORATING = "collaborating"
    CO_RESPONSIBLE = "co_responsible"
    LEVEL = "level"
    DEADLINE = "deadline"
    INDICATOR = "indicator"
    FREQUENCY = "frequency"


_WORDS = {
    Label.CO_RESPONSIBLE: rf"med-?ansvar(?:ig|iga)?{_BODIES}|delat ansvar",
    Label.LEAD: rf"(?:huvud)?ansvar(?:ig|iga)?{_BODIES}|ansvar(?:ig)? för genomförande|genomförs av"
    r"|utförare",
    Label.COLLABORATING: r"(?:i )?samverkan(?: med)?|(?:i )?samarbete(?: med)?"
    r"|sam(?:verkans|arbets)(?:part|partner|parter|partners|aktör|aktörer)"
    r"|medverkande|tillsammans med",
    Label.LEVEL: r"(?:preventions)?nivå(?:er)?",
    Label.DEADLINE: r"tid(?:plan|punkt|sram|ram)?|när|klart?(?: senast)?|deadline|slutdatum"
    r"|genomförs(?: senast)?|genomförandetid",
    Label.INDICATOR: r"indikator(?:er)?|mått|indikator(?:er)?/uppföljning|uppföljning",
    Label.FREQUENCY: r"(?:uppföljnings)?frekvens|hur ofta",
}
_PRINTED = {
    label: re.compile(rf"[\s*_]*(?P<words>{words})[\s*_]*:[*_]*\s*", re.IGNORECASE)
    for label, words in _WORDS.items()
}
_IN_SENTENCE = re.compile(
    r"(?<=[.!?;)”])\s+(?=[*_]{0,3}(?:(?:huvud|med)?ansvar(?:ig|iga)?)" + _BODIES + r"[*_]{0,3}:)",
    re.IGNORECASE,
)
_GOAL_COLUMN = re.compile(r"(?:del)?mål(?:en|sättning(?:ar)?)?$", re.IGNORECASE)
_MEASURE_COLUMN = re.compile(r"(?:insats|åtgärd|aktivitet|vad\b|uppdrag)", re.IGNORECASE)


def labelled(line: str) -> tuple[Label, str, str]:
    """Return what the line tells of, the label's own words and the text after them."""
    for label, pattern in _PRINTED.items():
        if match := pattern.match(line):
            return label, match["words"], line[match.end() :]
    return Label.TEXT, "", line


def is_responsibility(line: str) -> bool:
    """Whether the line says who answers for something."""
    label, _words, rest = labelled(line)
    return label is Label.LEAD or (label is Label.CO_RESPONSIBLE and bool(rest.strip()))


def is_lead(line: str) -> bool:
    """Whether the line names, or is to name, the body that answers first."""
    return labelled(line)[0] is Label.LEAD


def awaits_list(line: str) -> bool:
    """Whether the line is a bare ``Ansvar:`` whose bodies stand in the list that follows."""
    label, _words, rest = labelled(line)
    return label in (Label.LEAD, Label.CO_RESPONSIBLE) and not rest.strip()


def label_lines(lines: Iterable[str]) -> list[str]:
    """Give each label in the middle of a line a line of its own."""
    return [part for line in lines for part in _IN_SENTENCE.split(line)]


def is_goal_column(head: str) -> bool:
    """Whether a table's column holds goals, which are followed up like measures."""
    return bool(_GOAL_COLUMN.match(head.strip()))


def column_label(head: str) -> Label | None:
    """Return what a table's column holds, None for a column that is no part of a measure."""
    if _MEASURE_COLUMN.match(head):
        return Label.TEXT
    label = labelled(f"{head.strip()}:")[0]
    return None if label is Label.TEXT else label
