"""Reading the printed line on who answers for a measure into bodies with their parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plandocs.importing.bodies.printed import is_body, is_group, is_half_name, tidy
from plandocs.importing.lexicon import GROUP_NOUNS, is_unit

_SHARED = re.compile(
    r"\s*(?:gemensamt(?: ansvar)?|delat(?: ansvar)?|delas)\s+(?:för|av|mellan)\s+", re.IGNORECASE
)
_PARTNERS = re.compile(
    r"[,;.]?\s+(?:i\s+(?:nära\s+)?(?:samverkan|samarbete|dialog|samråd)\s+med|tillsammans\s+med"
    r"|med\s+stöd\s+av)\s+",
    re.IGNORECASE,
)
_CO_RESPONSIBLE = re.compile(
    r"[,;.]?\s+\(?med-?ansvar(?:ig|iga)?(?:\s+\w+)?\s*:\s*|[,;.]?\s+med\s+medansvar\s+(?:för|av)\s+",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"(?P<comma>\s*[,;•]\s*|\s*\n\s*)|\s+(?:och|samt|&|respektive)\s+|\s*/\s*", re.IGNORECASE
)
_ENCLOSED = re.compile(
    r"”[^”]{0,300}”|\"[^\"]{0,300}\"|“[^”]{0,300}”|«[^»]{0,300}»|\([^)]{0,300}\)"
)
_HIDDEN = "\ue000"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The bodies of a measure as printed, by their part in it."""

    lead: tuple[str, ...] = ()
    collaborating: tuple[str, ...] = ()
    co_responsible: tuple[str, ...] = ()


def read_responsibility(printed: str, known: tuple[str, ...] = ()) -> Responsibility:
    """Split the line after ``Ansvar:`` into bodies.

    ``known`` are names in lower case that are never split, whatever they contain.
    """
    printed = _SHARED.sub("", printed, count=1) if _SHARED.match(printed) else printed
    rest, *co_responsible = _CO_RESPONSIBLE.split(f" {printed}")
    lead, *partners = _PARTNERS.split(rest)
    return Responsibility(
        lead=tuple(split_bodies(lead, known)),
        collaborating=tuple(name for part in partners for name in split_bodies(part, known)),
        co_responsible=tuple(name for part in co_responsible for name in split_bodies(part, known)),
    )


def split_bodies(printed: str, known: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the bodies in an enumeration such as *Socialnämnden, Kalmarhem och alla bolag*."""
    text, hidden = _with_names_hidden(printed, known)
    current, end = "", 0
    separator: re.Match[str] | None = None
    for match in [*_SEPARATOR.finditer(text), None]:
        part = text[end : match.start() if match else len(text)]
        if separator and _divides(current.strip(), separator, part.strip()):
            yield from _named(current, hidden)
            current = part
        else:
            current += (separator[0] if separator else "") + part
        separator, end = match, match.end() if match else len(text)
    yield from _named(current, hidden)


def _with_names_hidden(text: str, known: tuple[str, ...]) -> tuple[str, list[str]]:
    """Put a sign in place of quotations, brackets and known names that hold a separator."""
    compound = [re.escape(name) for name in known if _SEPARATOR.search(name)]
    pattern = "|".join([*sorted(compound, key=len, reverse=True), _ENCLOSED.pattern])
    hidden: list[str] = []

    def hide(match: re.Match[str]) -> str:
        hidden.append(match[0])
        return f"{_HIDDEN}{len(hidden) - 1}{_HIDDEN}"

    return re.sub(pattern, hide, text.replace(_HIDDEN, ""), flags=re.IGNORECASE), hidden


def _named(text: str, hidden: list[str]) -> Iterator[str]:
    text = re.sub(f"{_HIDDEN}(\\d+){_HIDDEN}", lambda match: hidden[int(match[1])], text)
    text = " ".join(text.split()).strip(" ,;")
    if tidy(text):
        yield text if text.endswith(("m.fl.", "m.m.")) else text.rstrip(".")


def _divides(before: str, separator: re.Match[str], after: str) -> bool:
    """Whether two bodies stand on either side of the separator, rather than one name."""
    if not before or not after:
        return True
    if before.endswith("-") or is_half_name(before):
        return False
    if separator[0].strip() == "/":
        initials = before.isupper() and after.isupper()
        return initials or (is_unit(before.split()[-1]) and is_unit(after.split()[-1]))
    comma = separator["comma"] is not None
    if _is_one(after):
        return True
    if is_group(before):
        return (comma or is_group(after)) and after.split()[0].casefold() not in GROUP_NOUNS
    if comma or is_group(after):
        return True
    last = before.split()[-1]
    if _is_one(before):
        return is_unit(last) or last[0].isupper() or last.startswith(_HIDDEN)
    return " " not in before and " " not in after


def _is_one(name: str) -> bool:
    return name.startswith(_HIDDEN) or is_body(name)
