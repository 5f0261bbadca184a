"""What the running text says of the document as a whole: whose it is and what it wants."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.identity import most_common, municipality
from plandocs.importing.imported import Facts
from plandocs.importing.responsibility import read_responsibility
from plandocs.importing.running_text import RichText, Running, lines_of, short_sentences
from plandocs.importing.tree import Content, Definition, FocusArea, Goal, Paragraph, Section, walk

_COUNTY = re.compile(r"\b(Länsstyrelsen (?:i )?[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)? län)\b")
_MADE_BY = re.compile(
    r"\b(?:framtag(?:en|et)|utarbeta[dt]|upprätta[dt]|tagits fram) av (?P<text>.{3,300}?)\.?$"
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


def read_facts(children: Sequence[Content | Section], everything: str, names: BodyNames) -> Facts:
    """Gather the facts from the tree; ``everything`` is the whole text of the file."""
    nodes = list(walk(children))
    told = list(_sentences(nodes))
    owner, captioned = _captioned_vision(nodes)
    return Facts(
        municipality=municipality(everything),
        authority=most_common(_COUNTY.findall(everything)),
        partners=read_responsibility(_first(_MADE_BY, told)).collaborating,
        scope=_first(_SCOPE, told),
        coordinator=_coordinator(told, names),
        vision=_goal(nodes, "vision") or _first(_VISION, told) or captioned,
        vision_owner=owner,
        main_goal=_goal(nodes, "main_goal") or _first(_MAIN_GOAL, told),
        purpose=next((sentence for sentence in told if _PURPOSE.search(sentence)), ""),
        follow_up=tuple(sentence for sentence in told if _FOLLOW_UP.match(sentence)),
    )


def _first(pattern: re.Pattern[str], told: Iterable[str]) -> str:
    return next((match["text"] for line in told if (match := pattern.search(line))), "")


def _goal(nodes: Iterable[Content | Section], kind: str) -> str:
    goals = (node.text for node in nodes if isinstance(node, Goal) and node.kind == kind)
    return next(goals, "")


def _captioned_vision(nodes: Iterable[Content | Section]) -> tuple[str, str]:
    """Return whose vision is set apart over a caption that calls it so, and its words."""
    for node, caption in pairwise(nodes):
        words = caption.heading if isinstance(caption, Section) else ""
        if isinstance(caption, Paragraph):
            words = caption.plain
        match = _CAPTION_OF_VISION.fullmatch(words)
        if match and isinstance(node, Paragraph) and _is_slanted(node.parts):
            return match["owner"], node.plain
    return "", ""


def _is_slanted(parts: Running) -> bool:
    return all(isinstance(part, RichText) and part.is_slanted for part in parts)


def _coordinator(told: Iterable[str], names: BodyNames) -> str:
    for sentence in told:
        if match := _COORDINATOR.search(sentence):
            return names.name(match["under"] or match["body"] or match["by"])
    return ""


def _sentences(nodes: Iterable[Content | Section]) -> Iterator[str]:
    for node in nodes:
        for line in lines_of(_running(node)):
            yield from short_sentences(line.plain)


def _running(node: Content | Section) -> Running:
    match node:
        case Paragraph():
            return node.parts
        case Definition():
            return node.meaning
        case FocusArea():
            return node.intro
    return ()
