"""What the running text says of the document as a whole: whose it is and what it wants."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plandocs.importing.bodies import BodyNames
from plandocs.importing.responsibility import read_responsibility
from plandocs.importing.retold import sentences
from plandocs.importing.tree import (
    Content,
    Definition,
    Facts,
    FocusArea,
    Goal,
    Paragraph,
    RichText,
    Section,
    Span,
    TextList,
)
from plandocs.vocabulary import PlanKind

_PLACE = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,2})"
    r" (?P<sort>kommun|[Ss]tad)(?:s|koncern\w*)?\b"
)
_LINK_WORDS = frozenset(
    {"I", "För", "Enligt", "Inom", "Hos", "Av", "Med", "Till", "På", "Att", "Hela", "Där", "När"}
    | {"Om", "Som", "Vid", "Denna", "Från", "Genom", "Mot", "Vi", "Både", "Alla"}
)
_COUNTY = re.compile(r"\b(Länsstyrelsen (?:i )?[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)? län)\b")
_MADE_BY = re.compile(
    r"\b(?:framtag(?:en|et)|utarbeta[dt]|upprätta[dt]|tagits fram) av (?P<text>.{3,300}?)\.?$"
)
_PERIOD = re.compile(r"\b((?:19|20)\d{2})\s*[–—-]\s*((?:19|20)\d{2})\b")
_LETTERS_OF_FRONT_PAGE = 600
_LONGEST_SENTENCE = 2000
_PERIOD_IN_TEXT = re.compile(
    r"(?:period|giltighet|gäller)\w{0,20}[^.]{0,40}?\b((?:19|20)\d{2})\s*[–—-]\s*((?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_DOCUMENT = (
    r"(?:(?:\w*(?:strategi|plan|policy|riktlinje|styrdokument|dokument)(?:e[nt]|n|t)?)"
    r"|\w*programmet)"
)
_VISION = re.compile(
    r"\bvision(?:en)?\b(?: för [\w ]{1,60}?)?(?:,| är:?|:)\s+(?P<text>.{5,300}?)\.(?:\s|$)",
    re.IGNORECASE,
)
_CAPTION_OF_VISION = re.compile(
    r"(?P<owner>[A-ZÅÄÖ]\w+(?:fullmäktige|styrelsen|nämnden))s vision(?: för [^.]{1,100})?"
)
_MAIN_GOAL = re.compile(
    rf"\b(?:huvudmål(?:et)?|(?:övergripande|huvudsakliga) mål(?:et|sättningen)?) (?:för|med|i) "
    rf"(?:den |det |denna |vår )?(?:\w+ )?{_DOCUMENT} är (?P<text>att [^.]+)\.",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    rf"^(?:den här |denna |den )?(?:\w+ )?{_DOCUMENT} syftar till\b|"
    rf"^syftet med (?:denna |den )?(?:\w+ )?{_DOCUMENT} är\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:styrdokument för|gäller för|omfattar) "
    r"(?P<text>(?:hela|alla|samtliga) .{3,80}?)(?= och ska\b|[.,;:]| enligt\b| under\b|$)",
    re.IGNORECASE,
)
_COORDINATOR = re.compile(
    r"\bsamordn\w*\b[^.]*\båligger (?P<under>[\w-]+(?: och \w+)?)"
    r"|\b(?P<body>(?:\w+- och )?\w+(?:förvaltningen|kontoret|nämnden|styrelsen))"
    r" (?:ansvarar för (?:\w+ och )?samordn|samordnar (?:arbetet|genomförandet))"
    r"|\bsamordnas av (?P<by>(?:\w+- och )?\w+)",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"uppföljning(?:en)? (?:av .{3,80}? )?(?:sker|ska|görs|genomförs)\b|"
    r"(?:planen|strategin|programmet|policyn) (?:ska )?följa?s upp",
    re.IGNORECASE,
)
_KINDS = (
    ("handlingsplan", PlanKind.HANDLINGSPLAN),
    ("strategi", PlanKind.STRATEGI),
    ("strategin", PlanKind.STRATEGI),
    ("program", PlanKind.PROGRAM),
    ("programmet", PlanKind.PROGRAM),
    ("policy", PlanKind.POLICY),
    ("riktlinje", PlanKind.RIKTLINJE),
    ("riktlinjer", PlanKind.RIKTLINJE),
    ("regler", PlanKind.REGLER),
    ("reglemente", PlanKind.REGLER),
    ("vision", PlanKind.VISION),
    ("plan", PlanKind.PLAN),
    ("planen", PlanKind.PLAN),
)
_ADJECTIVES = frozenset({"regional", "lokal", "kommunal", "nationell", "kommunövergripande"})


def read_facts(children: Iterable[Content | Section], everything: str, names: BodyNames) -> Facts:
    """Gather the facts from the tree; ``everything`` is the whole text of the file."""
    children = list(children)
    told = list(_sentences(children))
    owner, captioned = _captioned_vision(children)
    return Facts(
        municipality=municipality(everything),
        authority=_most_common(_COUNTY.findall(everything)),
        partners=_partners(told),
        scope=_first(_SCOPE, told),
        coordinator=_coordinator(told, names),
        vision=_goal(children, "vision") or _first(_VISION, told) or captioned,
        vision_owner=owner,
        main_goal=_goal(children, "main_goal") or _first(_MAIN_GOAL, told),
        purpose=next((sentence for sentence in told if _PURPOSE.search(sentence)), ""),
        follow_up=tuple(sentence for sentence in told if _FOLLOW_UP.match(sentence)),
    )


def municipality(text: str) -> str:
    """Return the municipality named most often, as *X kommun* or *X stad*."""
    found: Counter[str] = Counter()
    for match in _PLACE.finditer(text):
        words = match["name"].split()
        while words and words[0] in _LINK_WORDS:
            words.pop(0)
        if words:
            found[f"{' '.join(words)} {match['sort'].lower()}"] += 1
    return found.most_common(1)[0][0] if found else ""


def find_period(title: str, text: str) -> tuple[int, int] | None:
    """Return the first and the last year the document is meant for."""
    match = (
        _PERIOD.search(title)
        or _PERIOD_IN_TEXT.search(text)
        or _PERIOD.search(text[:_LETTERS_OF_FRONT_PAGE])
    )
    if not match or int(match[1]) > int(match[2]):
        return None
    return int(match[1]), int(match[2])


def find_kind(title: str) -> tuple[PlanKind | None, str]:
    """Return the kind of document that the title names, and the words it uses for it."""
    words = [word.strip('.,:;”"()') for word in title.casefold().split()]
    for place, word in enumerate(words):
        for ending, kind in _KINDS:
            if word.endswith(ending):
                adjective = words[place - 1] if place else ""
                return kind, f"{adjective} {word}" if adjective in _ADJECTIVES else word
    return None, ""


def _partners(told: Iterable[str]) -> tuple[str, ...]:
    """Return with whom the document says that it was made."""
    return read_responsibility(_first(_MADE_BY, told)).collaborating


def _most_common(found: Sequence[str]) -> str:
    return Counter(found).most_common(1)[0][0] if found else ""


def _first(pattern: re.Pattern[str], told: Iterable[str]) -> str:
    return next((match["text"] for line in told if (match := pattern.search(line))), "")


def _goal(children: Iterable[Content | Section], kind: str) -> str:
    for child in children:
        if isinstance(child, Goal) and child.kind == kind:
            return child.text
        if isinstance(child, Section) and (found := _goal(child.children, kind)):
            return found
    return ""


def _captioned_vision(children: Iterable[Content | Section]) -> tuple[str, str]:
    """Return whose vision is set apart over a caption that calls it so, and its words."""
    for node, caption in pairwise(_in_order(children)):
        words = caption.heading if isinstance(caption, Section) else _plain(caption)
        match = _CAPTION_OF_VISION.fullmatch(words)
        if match and isinstance(node, Paragraph) and _is_slanted(node):
            return match["owner"], node.plain
    return "", ""


def _in_order(children: Iterable[Content | Section]) -> Iterator[Content | Section]:
    for child in children:
        yield child
        if isinstance(child, Section):
            yield from _in_order(child.children)


def _plain(node: Content) -> str:
    return node.plain if isinstance(node, Paragraph) else ""


def _is_slanted(paragraph: Paragraph) -> bool:
    spans = [
        part
        for line in paragraph.parts
        if isinstance(line, RichText)
        for part in line.parts
        if isinstance(part, Span)
    ]
    return bool(spans) and all(span.italic or not span.text.strip() for span in spans)


def _coordinator(told: Iterable[str], names: BodyNames) -> str:
    for sentence in told:
        if match := _COORDINATOR.search(sentence):
            return names.name(match["under"] or match["body"] or match["by"])
    return ""


def _sentences(children: Iterable[Content | Section]) -> Iterator[str]:
    for child in children:
        for line in _lines(child):
            yield from (told for told in sentences(line) if len(told) <= _LONGEST_SENTENCE)


def _lines(node: Content | Section) -> Iterator[str]:
    if isinstance(node, Section):
        for child in node.children:
            yield from _lines(child)
    elif isinstance(node, Paragraph):
        yield from _part_lines(node.parts)
    elif isinstance(node, Definition):
        yield from _part_lines(node.meaning)
    elif isinstance(node, FocusArea):
        yield from _part_lines(node.intro)


def _part_lines(parts: Iterable[RichText | TextList]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, RichText):
            yield part.plain
        else:
            yield from (item.text.plain for item in part.items)
