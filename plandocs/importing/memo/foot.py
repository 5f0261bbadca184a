"""The end of a memo: what is attached, and who signs."""

import re

from plandocs.importing.flat import HARD_BREAK, Flat, Heading, Items, Lines, logical_lines
from plandocs.importing.inline import read_inline

_ATTACHMENTS = re.compile(r"[*_]*bilag(?:a|or)[*_]*\s*(?:\d{1,2}\b)?[:.]?\s*", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÅÄÖÉ][\w’'-]+(?: (?:[A-ZÅÄÖÉ][\w’'-]+|av|von|de|af)){1,3}")
_LONGEST_LINE = 120
Signature = tuple[str, str]  # a name and a title, empty where nobody signs


def attachment_line(block: Flat) -> int | None:
    """Return which line of the block begins the list of attachments."""
    for number, line in enumerate(printed_lines(block) if not isinstance(block, Items) else []):
        match = _ATTACHMENTS.match(line)
        if match and (match.end() == len(line) or re.search(r"[:\d]", match[0])):
            return number
    return None


def printed_lines(block: Flat) -> list[str]:
    """Return the lines of a block as they stand, one attachment or name to each."""
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Items):
        return [" ".join(logical_lines(item.lines)) for item in block.items]
    return [line.strip() for line in block.lines] if isinstance(block, Lines) else []


def take_foot(blocks: list[Flat], handlaggare: str) -> tuple[Signature, list[str], list[Flat]]:
    """Return the signature, the attachments, and the memo without them."""
    signature = ("", "")
    text: list[Flat] = []
    attachments: list[str] = []
    listing = False
    for block in blocks:
        at = None if attachments or listing else attachment_line(block)
        signed = _signed(block, handlaggare) if listing else None
        listing = at is not None or (listing and not isinstance(block, Heading))
        if signed:
            signature = signed
        elif listing:
            lines = printed_lines(block)
            names = (read_inline(_ATTACHMENTS.sub("", line, count=1)) for line in lines[at or 0 :])
            attachments += [name.plain for name in names if name.plain]
            if at:
                text.append(Lines([f"{line}{HARD_BREAK}" for line in lines[:at]]))
        else:
            text.append(block)
    while text and (signed := _signed(text[-1], handlaggare)):
        text.pop()
        signature = signed
    return signature, attachments, text


def _signed(block: Flat, handlaggare: str) -> Signature | None:
    if not isinstance(block, Lines) or len(block.lines) > 3:
        return None
    name, *title = (read_inline(line).plain for line in block.lines)
    is_short = all(len(line) <= _LONGEST_LINE for line in (name, *title))
    signs = name == handlaggare or (title and _PERSON.fullmatch(name))
    return (name, " ".join(title)) if is_short and signs else None
