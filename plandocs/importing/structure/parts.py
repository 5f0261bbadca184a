"""A text parted at its headings, the one that is its title, and whether two are the same."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches

from plandocs.importing.flat import Flat, Heading
from plandocs.importing.lexicon import PLAN_WORDS
from plandocs.importing.measure_blocks import is_measure_block

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)[.:]?\s+(?=[A-ZÅÄÖ”])")
AREA = re.compile(
    r"(?:(?:fokus|insats|mål|utvecklings)omr\w{1,2}de|inriktnings{1,2}mål|prioriterat område)"
    r"\s*(?P<number>\d{1,2}|[IVX]{1,4}(?=\s*[:.]))?\s*[:.–-]?\s*",
    re.IGNORECASE,
)
"""How a heading begins that says it is of a focus area, with its number."""
_FRONT_HEADINGS = 3


@dataclass(slots=True)
class Part:
    """A heading, and the blocks under it up to the next one."""

    heading: str
    level: int
    level_in_file: int
    number: str = ""
    blocks: list[Flat] = field(default_factory=list)
    is_area: bool = False

    @property
    def has_measures(self) -> bool:
        return any(map(is_measure_block, self.blocks))


def parted(blocks: list[Flat]) -> tuple[str, list[Part]]:
    """Return the title and the parts of a document; the first part has no heading."""
    title, rest = _take_title(blocks)
    parts = [Part("", 0, 0)]
    for block in rest:
        if not isinstance(block, Heading):
            parts[-1].blocks.append(block)
            continue
        text, number = block.text, ""
        if match := _NUMBER.match(text):
            text, number = text[match.end() :], match["number"]
        parts.append(Part(text, block.level, block.level, number))
    return title, parts


def _take_title(blocks: list[Flat]) -> tuple[str, list[Flat]]:
    """The title names a kind of document, or is the first heading of the highest level."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings:
        return "", blocks
    highest = min(heading.level for heading in headings)
    top = [heading for heading in headings if heading.level == highest]
    named = (h for h in top[:_FRONT_HEADINGS] if any(map(_names_a_plan, h.text.split()[:4])))
    title = next(named, top[0])
    text = title.text.rstrip(".")
    first = title is headings[0]
    repeated = [h for h in top if h is not title and h.text.rstrip(".") == text]
    gone = [*repeated, *([title] if first else [])]
    return text, [block for block in blocks if not any(block is one for one in gone)]


def _names_a_plan(word: str) -> bool:
    """Whether the word is a kind of steering document: *strategi*, *biblioteksplan* …"""
    return word.casefold().strip('.,:”"()').endswith(PLAN_WORDS)


_ALIKE = 0.9
MOST_HEADINGS = 300
"""With more headings than this, none is compared letter by letter."""
_LONGEST_TITLE = 250


def plain(text: str) -> str:
    """Return a heading in small letters, without what stands around it."""
    return " ".join(text.casefold().strip(" .:").split())


def is_among(item: str, titles: set[str]) -> bool:
    """Whether a plain heading is one of others, misread or not."""
    if item in titles or len(titles) > MOST_HEADINGS or len(item) > _LONGEST_TITLE:
        return item in titles
    return bool(get_close_matches(item, titles, n=1, cutoff=_ALIKE))


def resembles(one: str, other: str) -> bool:
    """Whether two titles are the same but for punctuation and a misread letter."""
    first, second = plain(one), plain(other)
    if max(len(first), len(second)) > _LONGEST_TITLE:
        return first == second
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
