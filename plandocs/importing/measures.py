"""Reading the items of a list, or the rows of a table, as measures."""

import re
from collections.abc import Iterable

from plandocs.importing.bodies import Names
from plandocs.importing.bodies.printed import tidy
from plandocs.importing.flat import Item, enumerated, logical_lines
from plandocs.importing.inline import read_inline, rich_lines, text_list
from plandocs.importing.labels import Label, awaits_list, is_lead, label_lines, labelled
from plandocs.importing.responsibility import read_responsibility
from plandocs.importing.running_text import RichText, Span, marks_in, without_start
from plandocs.importing.tree import Measure

_NUMBER = re.compile(
    r"[\s*_]*(?:(?:åtgärd|insats|aktivitet)\s+)?(\d{1,2}(?:[.:]\d{1,2})+[a-z]?)[.:]?[*_]*\s+(?=\S)",
    re.IGNORECASE,
)
_SHARES = {
    Label.LEAD: ("lead", ""),
    Label.COLLABORATING: ("collaborating", "Samverkan: "),
    Label.CO_RESPONSIBLE: ("co_responsible", "Medansvarig: "),
}
"""The part that the bodies of a line have, and what the line begins with when it is told again."""


def is_measure(item: Item) -> bool:
    """Whether the item says who answers for it."""
    return any(map(is_lead, label_lines(item.lines))) or any(
        is_lead(inner.lines[0]) for inner in item.items
    )


def read_measure(item: Item, known: Names) -> Measure:
    """Return the measure that the item prints."""
    inner = [part for part in item.items if _is_labelled(part)]
    rest = [part for part in item.items if not _is_labelled(part)]
    lines = [*item.lines]
    for part in inner:
        lines += [*part.lines, enumerated(part.items)] if part.items else part.lines
    if rest and awaits_list(lines[-1]):
        lines.append(enumerated(rest))
        rest = []
    marks = marks_in((*map(read_inline, lines), text_list(rest)))
    number = item.number
    if match := _NUMBER.match(lines[0]):
        number, lines = match[1], [lines[0][match.end() :], *lines[1:]]
    told = _told(lines)
    title, text = _titled(rich_lines(told.pop(Label.TEXT, [])))
    printed, bodies = _responsibility(told, known)
    values = {label: _words(entries) for label, entries in told.items()}
    return Measure(
        text=(*text, text_list(rest)) if rest else text,
        title=title,
        number=number,
        responsible_as_printed=printed,
        level=values.get(Label.LEVEL, ""),
        deadline=values.get(Label.DEADLINE, ""),
        indicators=_indicators(values),
        marks=marks,
        **bodies,
    )


def _is_labelled(item: Item) -> bool:
    return labelled(item.lines[0])[0] is not Label.TEXT


def _told(lines: list[str]) -> dict[Label, list[str]]:
    """Sort the lines under the labels that they stand under; those before any are the text."""
    told: dict[Label, list[str]] = {Label.TEXT: []}
    current = Label.TEXT
    for line in label_lines(lines):
        label, words, rest = labelled(line)
        if label is not Label.TEXT:
            current = label
            line = f"{words}: {rest}" if told.get(label) else rest
        told.setdefault(current, []).append(line)
    return told


def _titled(lines: tuple[RichText, ...]) -> tuple[str, tuple[RichText, ...]]:
    first, *rest = lines[0].parts if lines else (None,)
    if not isinstance(first, Span) or not first.bold or not (rest or lines[1:]):
        return "", lines
    after = RichText(without_start(rest, " :.–-"))
    return first.text.strip(" .:–-"), (after, *lines[1:]) if after.parts else lines[1:]


def _responsibility(
    told: dict[Label, list[str]], known: Names
) -> tuple[str, dict[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = {share: [] for share, _start in _SHARES.values()}
    printed: list[str] = []
    for label, (share, start) in _SHARES.items():
        if not (line := _words(told.get(label, []))):
            continue
        read = read_responsibility(line, known)
        found[share] += read.lead
        found["collaborating"] += read.collaborating
        found["co_responsible"] += read.co_responsible
        printed.append(start + line)
    return "; ".join(printed), {share: _once(names) for share, names in found.items()}


def _once(names: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(tidy(name).casefold(), " ".join(name.split()))
    return tuple(first.values())


def _words(lines: list[str]) -> str:
    return " ".join(read_inline(line).plain for line in logical_lines(lines)).strip()


def _indicators(values: dict[Label, str]) -> tuple[tuple[str, str], ...]:
    often = values.get(Label.FREQUENCY, "")
    printed = [text.strip() for text in values.get(Label.INDICATOR, "").split(";")]
    return tuple((text, often) for text in printed if text or often)
