"""Recognising the memo (tjänsteskrivelse) before a document, and reading what it says."""

import re
from collections.abc import Iterable
from dataclasses import replace

from plandocs.importing.bodies import BodyNames
from plandocs.importing.content import read_content
from plandocs.importing.flat import HARD_BREAK, Flat, Heading, Items, Lines, logical_lines
from plandocs.importing.inline import read_inline
from plandocs.importing.retold import find_date, read_changes, read_events, read_reasons
from plandocs.importing.structure import resembles
from plandocs.importing.tree import Content, CoverLetter, Paragraph, Section

_KINDS = re.compile(r"(tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande)\b", re.IGNORECASE)
_HEAD_BLOCKS = 12
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
_CASE_NUMBER = re.compile(
    r"\b(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /.-]{1,2})(?:\d{4}[/:.-]\d{1,6}|\d{2,4}/\d{2,4})\b"
    r"|\b\d{4}[/:]\d{1,6}\b"
)
_ADDRESSEE = re.compile(
    r"(?:till\s+)?((?:\w+\s+){0,3}\w*(?:fullmäktige|styrelsen?|nämnden?|utskottet?|beredningen?))",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"(?:förslag till|ärendet\b|sammanfattning|bakgrund|bedömning|beslutsunderlag|skäl|yttrande"
    r"|ekonomi|konsekvens|barn|jämställd|beredning|uppföljning|remiss|bilag|beskrivning|beslutet"
    r"|expedier|sändlista|delges|motivering|alternativ)",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(r"förslag till (?:beslut|\w+(?:s|ens) beslut)|förslag$", re.IGNORECASE)
_ATTACHMENTS = re.compile(r"[*_]*bilag(?:a|or)[*_]*\s*(?:\d{1,2}\b)?[:.]?\s*", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÅÄÖÉ][\w’'-]+(?: (?:[A-ZÅÄÖÉ][\w’'-]+|av|von|de|af)){1,3}")
_LONGEST_LINE = 120


def split_memo(blocks: list[Flat]) -> tuple[list[Flat], list[Flat]]:
    """Part the memo, if one lies first in the file, from the document it carries."""
    start = _start(blocks)
    if start is None:
        return [], blocks
    blocks = [*map(_as_letterhead, blocks[:_HEAD_BLOCKS]), *blocks[_HEAD_BLOCKS:]]
    subject = _subject_place(blocks, start)
    end = _after_attachments(blocks, start)
    if end is None:
        end = _second_title(blocks, start, subject)
    return blocks[:end], blocks[end:]


def _as_letterhead(block: Flat) -> Flat:
    """A label such as *Diarienummer* is no heading, however it is set."""
    alone = isinstance(block, Heading) and any(
        _LABEL[name].fullmatch(block.text) for name in ("handlaggare", "day", "case_number")
    )
    return Lines([block.text]) if alone and isinstance(block, Heading) else block


def _text(block: Flat) -> str:
    if isinstance(block, Heading):
        return block.text
    return read_inline(block.lines[0]).plain if isinstance(block, Lines) else ""


def _start(blocks: list[Flat]) -> int | None:
    for place, block in enumerate(blocks[:_HEAD_BLOCKS]):
        match = _KINDS.match(_text(block))
        if match and len(_text(block)) <= len(match[0]) + 20:
            return place
    return None


def _subject_place(blocks: list[Flat], start: int) -> int | None:
    for place, block in enumerate(blocks[start + 1 :], start + 1):
        if isinstance(block, Heading):
            return None if _STANDARD.match(block.text) else place
    return None


def _after_attachments(blocks: list[Flat], start: int) -> int | None:
    """The document begins at the first heading after the list of attachments.

    Without any heading there, it begins right after the attachments.
    """
    for place, block in enumerate(blocks[start:], start):
        if _attachment_line(block) is not None:
            later = (
                number
                for number, one in enumerate(blocks[place + 1 :], place + 1)
                if isinstance(one, Heading) and not _STANDARD.match(one.text)
            )
            return next(later, min(_end_of_attachments(blocks, place), len(blocks)))
    return None


def _end_of_attachments(blocks: list[Flat], place: int) -> int:
    return place + 1 if len(_printed_lines(blocks[place])) > 1 else place + 2


def _attachment_line(block: Flat) -> int | None:
    """Return which line of the block begins the attachments."""
    if isinstance(block, Items):
        return None
    for number, line in enumerate(_printed_lines(block)):
        match = _ATTACHMENTS.match(line)
        if match and (
            match.end() == len(line) or ":" in match[0] or any(map(str.isdigit, match[0]))
        ):
            return number
    return None


def _second_title(blocks: list[Flat], start: int, subject: int | None) -> int:
    if subject is None:
        return len(blocks)
    first = blocks[subject]
    assert isinstance(first, Heading)
    for place, block in enumerate(blocks[subject + 1 :], subject + 1):
        if not isinstance(block, Heading) or _STANDARD.match(block.text):
            continue
        if resembles(block.text, first.text) or block.level <= first.level:
            return place
    return len(blocks)


def read_memo(blocks: list[Flat]) -> CoverLetter | None:
    """Return what the memo says, None when there is no memo."""
    start = _start(blocks)
    if start is None:
        return None
    match = _KINDS.match(_text(blocks[start]))
    assert match
    subject = _subject_place(blocks, start)
    body = _first_section(blocks, start, subject)
    head = [block for place, block in enumerate(blocks[:body]) if place not in (start, subject)]
    labels = _labels(head)
    signature, attachments, text = _foot(blocks[body:], labels.get("handlaggare", ""))
    sections = _sections(text)
    letter = CoverLetter(
        kind=match[1].casefold(),
        day=find_date(labels.get("day", "") or _all_text(head)),
        case_number=_case_number(labels.get("case_number", ""), head),
        handlaggare=labels.get("handlaggare", ""),
        signatory=signature[0],
        signatory_title=signature[1],
        addressee=labels.get("addressee") or _addressee(head),
        subject=_text(blocks[subject]) if subject is not None else labels.get("subject", ""),
        proposal=tuple(_proposal(sections)),
        attachments=tuple(attachments),
        sections=sections,
    )
    return _with_retold(letter)


def _with_retold(letter: CoverLetter) -> CoverLetter:
    told = [
        node.plain
        for section in letter.sections
        if not _PROPOSAL.match(section.heading)
        for node in section.children
        if isinstance(node, Paragraph)
    ]
    return replace(
        letter,
        events=tuple(read_events(told)),
        reasons=tuple(read_reasons(told)),
        changes=tuple(read_changes(told)),
    )


def _first_section(blocks: list[Flat], start: int, subject: int | None) -> int:
    for place, block in enumerate(blocks):
        if place > start and place != subject and isinstance(block, Heading):
            return place
    return len(blocks) if subject is None else subject + 1


def _labels(head: Iterable[Flat]) -> dict[str, str]:
    """Read the letterhead: a label with its value after a colon or on the line below."""
    found: dict[str, str] = {}
    waiting = ""
    for block in head:
        for line in block.lines if isinstance(block, Lines) else []:
            text = read_inline(line).plain
            name, value = _label(line)
            if name and value:
                found.setdefault(name, value)
            elif waiting and not name:
                found.setdefault(waiting, text)
            waiting = name if name and not value else ""
    return found


def _label(line: str) -> tuple[str, str]:
    for name, pattern in _LABEL.items():
        if match := pattern.match(line.strip()):
            return name, read_inline(match["value"] or "").plain
    return "", ""


def _all_text(blocks: Iterable[Flat]) -> str:
    return " ".join(" ".join(block.lines) for block in blocks if isinstance(block, Lines))


def _case_number(labelled: str, head: list[Flat]) -> str:
    match = _CASE_NUMBER.search(labelled or _all_text(head))
    return match[0] if match else labelled


def _addressee(head: Iterable[Flat]) -> str:
    for block in head:
        if isinstance(block, Lines):
            for line in block.lines:
                if match := _ADDRESSEE.fullmatch(read_inline(line).plain):
                    return match[1]
    return ""


def _foot(blocks: list[Flat], handlaggare: str) -> tuple[tuple[str, str], list[str], list[Flat]]:
    """Take the signature and the attachments off the end of the memo."""
    signature = ("", "")
    text: list[Flat] = []
    attachments: list[str] = []
    listing = False
    for block in blocks:
        at = None if attachments or listing else _attachment_line(block)
        signed = _signed(block, handlaggare) if listing and isinstance(block, Lines) else None
        listing = listing and not isinstance(block, Heading)
        if at is not None:
            listing = True
            attachments += _named_attachments(_printed_lines(block)[at:])
            if before := _printed_lines(block)[:at]:
                text.append(Lines([f"{line}{HARD_BREAK}" for line in before]))
        elif signed:
            signature = signed
        elif listing:
            attachments += _named_attachments(_printed_lines(block))
        else:
            text.append(block)
    while text and isinstance(last := text[-1], Lines) and (signed := _signed(last, handlaggare)):
        text.pop()
        signature = signed
    return signature, attachments, text


def _printed_lines(block: Flat) -> list[str]:
    """Return the lines of a block as they stand, one attachment or name to each."""
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Items):
        return [" ".join(logical_lines(item.lines)) for item in block.items]
    return [line.strip() for line in block.lines] if isinstance(block, Lines) else []


def _named_attachments(lines: list[str]) -> list[str]:
    names = (read_inline(_ATTACHMENTS.sub("", line, count=1)).plain for line in lines)
    return [name for name in names if name]


def _signed(block: Lines, handlaggare: str) -> tuple[str, str] | None:
    """Return the name and the title under a memo, None if the lines are no signature."""
    lines = [read_inline(line).plain for line in block.lines]
    if len(lines) > 3 or any(len(line) > _LONGEST_LINE for line in lines):
        return None
    if lines[0] != handlaggare and not (len(lines) > 1 and _PERSON.fullmatch(lines[0])):
        return None
    return lines[0], " ".join(lines[1:])


def _sections(blocks: list[Flat]) -> tuple[Section, ...]:
    sections: list[Section] = []
    under: list[Flat] = []
    heading: Heading | None = None
    for block in [*blocks, None]:
        if block is not None and not isinstance(block, Heading):
            under.append(block)
            continue
        if heading or under:
            children: tuple[Content, ...] = read_content("", under, BodyNames())
            sections.append(Section(heading.text if heading else "", children=children))
        heading, under = block, []
    return tuple(sections)


def _proposal(sections: Iterable[Section]) -> Iterable[str]:
    for section in sections:
        if not _PROPOSAL.match(section.heading):
            continue
        for node in section.children:
            for part in node.parts if isinstance(node, Paragraph) else ():
                if hasattr(part, "items"):
                    yield from (item.text.plain for item in part.items)
                else:
                    yield part.plain
        return
