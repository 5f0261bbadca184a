"""Reading what a memo says: its letterhead, its proposal, its sections and what they retell."""

import re
from collections.abc import Iterable, Iterator

from plandocs.importing.content import read_content
from plandocs.importing.flat import Flat, Heading
from plandocs.importing.imported import CoverLetter
from plandocs.importing.memo.changes import read_changes, read_reasons
from plandocs.importing.memo.events import find_date, read_events
from plandocs.importing.memo.foot import take_foot
from plandocs.importing.memo.letterhead import addressee, case_number, read_labels, text_of
from plandocs.importing.memo.parting import first_line, kind_place, subject_place
from plandocs.importing.running_text import RichText
from plandocs.importing.tree import Paragraph, Section

_PROPOSAL = re.compile(r"förslag till (?:beslut|\w+(?:s|ens) beslut)|förslag$", re.IGNORECASE)


def read_memo(blocks: list[Flat]) -> CoverLetter | None:
    """Return what the memo says, None when there is no memo."""
    start, kind = kind_place(blocks)
    if start is None:
        return None
    subject = subject_place(blocks, start)
    body = _first_section(blocks, start, subject)
    head = [block for place, block in enumerate(blocks[:body]) if place not in (start, subject)]
    labels = read_labels(head)
    handlaggare = labels.get("handlaggare", "")
    (signatory, title), attachments, text = take_foot(blocks[body:], handlaggare)
    sections = tuple(_sections(text))
    told = [
        node.plain
        for section in sections
        if not _PROPOSAL.match(section.heading)
        for node in section.children
        if isinstance(node, Paragraph)
    ]
    return CoverLetter(
        kind=kind,
        day=find_date(labels.get("day", "") or text_of(head)),
        case_number=case_number(labels.get("case_number", ""), head),
        handlaggare=handlaggare,
        signatory=signatory,
        signatory_title=title,
        addressee=labels.get("addressee") or addressee(head),
        subject=labels.get("subject", "") if subject is None else first_line(blocks[subject]),
        proposal=tuple(_proposal(sections)),
        attachments=tuple(attachments),
        sections=sections,
        events=tuple(read_events(told)),
        reasons=tuple(read_reasons(told)),
        changes=tuple(read_changes(told)),
    )


def _first_section(blocks: list[Flat], start: int, subject: int | None) -> int:
    for place, block in enumerate(blocks):
        if place > start and place != subject and isinstance(block, Heading):
            return place
    return len(blocks) if subject is None else subject + 1


def _sections(blocks: Iterable[Flat]) -> Iterator[Section]:
    heading, under = "", list[Flat]()
    for block in blocks:
        if not isinstance(block, Heading):
            under.append(block)
            continue
        if heading or under:
            yield Section(heading, children=read_content("", under, ()))
        heading, under = block.text, []
    if heading or under:
        yield Section(heading, children=read_content("", under, ()))


def _proposal(sections: Iterable[Section]) -> Iterator[str]:
    section = next((one for one in sections if _PROPOSAL.match(one.heading)), Section(""))
    for node in section.children:
        for part in node.parts if isinstance(node, Paragraph) else ():
            lines = [part] if isinstance(part, RichText) else [item.text for item in part.items]
            yield from (line.plain for line in lines)
