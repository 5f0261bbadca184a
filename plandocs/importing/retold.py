"""What a memo's background retells: dated decisions, reasons and changes in the text."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plandocs.importing.lexicon import MONTHS
from plandocs.importing.tree import RetoldChange, RetoldEvent

_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?::?e)?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d{{2}})\b", re.IGNORECASE
)
_SEASON = re.compile(
    r"\b(?:under|i|på)\s+((?:början av |slutet av )?"
    r"(?:våren|sommaren|hösten|vintern|" + "|".join(MONTHS) + r")\s+(?:år\s+)?(?:19|20)\d{2})",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b((?:kommun|region|stads)(?:styrelsens?|fullmäktiges?)(?:\s+arbetsutskott)?"
    r"|(?:[a-zåäö]+-\s(?:och|samt)\s)?[a-zåäö]+nämndens?(?:\s+arbetsutskott)?"
    r"|arbetsutskottet|(?:[a-zåäö]+)utskottet|programberedningen)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])")
_LONGEST_SENTENCE = 2000
_REFERS_BACK = re.compile(r"(?:sedan|efter|inför|mot bakgrund av|utifrån)\b", re.IGNORECASE)
_ACTIONS = (
    (r"återremit", "återremiss"),
    (r"bordl(?:ade|agts|ades|ägg)", "bordläggning"),
    (r"godkän\w+.*\bföreslog\w*(?P<whom> att \w+)", "godkände och föreslog"),
    (r"remissvar\w*\s+(?:\w+\s+){0,3}(?:in|inkom|mottogs|togs emot)", "remissvar inkom"),
    (r"(?:skicka|sänd|gå|gick|ut)\w*\s+(?:\w+\s+){0,3}på remiss|remitter", "remiss"),
    (r"\barbeta(?:ts|des)\s+(?:\w+\s+){0,3}om\b|omarbeta|bearbeta|revidera", "omarbetning"),
    (r"avsl(?:og|agit|ogs|ås)", "avslag"),
    (r"ant(?:og|agit|ogs|agen)\b|besluta\w*\s+(?:(?!att\b)\S+\s+){0,3}att\s+anta\b", "antagande"),
    (r"i uppdrag|uppdrog", "uppdrag"),
    (r"godkän", "godkännande"),
    (r"beslut", "beslut"),
)
_WHOM = re.compile(r"föreslog\w*\s+(?:att\s+)?(?P<whom>\w+fullmäktige)\s+(?:skulle\s+|att\s+)?anta")
_MOTIVE = re.compile(
    r"\b(?:i syfte att|med motiveringen(?: att)?|för att)\s+(.+?)\.?$", re.IGNORECASE
)
_REASON = re.compile(
    r"\b(?:för det (?:första|andra|tredje|fjärde|femte)|därtill|därutöver|dessutom|slutligen)\b"
    r"(?:\s+(?:om att|av att|att))?",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"(?:inte|görs|sker).*\b(?:mot bakgrund av|därför att|eftersom)", re.IGNORECASE
)
_EXCHANGED = re.compile(
    r"”(?P<old>[^”]+)”\s+(?:har\s+)?(?:bytts|byts|ändrats|ersatts|ändrat)\s+(?:ut\s+)?"
    r"(?:mot|till|av|med)\s+”(?P<new>[^”]+)”(?:\s+(?:då|eftersom|för att)\s+(?P<reason>[^.]+))?"
)
_EDITORIAL = re.compile(r"\bredaktionell", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:ändring|ändrats|bytts ut|ersatts|justering)", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """Return the first date in the text, written as 2023-01-23 or as 23 januari 2023."""
    return next((day for _place, day in _dates(text)), None)


def _dates(text: str) -> list[tuple[int, date]]:
    found = [(m.start(), _day(m[1], m[2], m[3])) for m in _ISO.finditer(text)]
    found += [
        (m.start(), _day(m[3], str(MONTHS.index(m[2].lower()) + 1), m[1]))
        for m in _WRITTEN.finditer(text)
    ]
    return sorted((place, day) for place, day in found if day)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def sentences(text: str) -> list[str]:
    """Part running text at the stops that end a sentence."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


def _short_sentences(paragraph: str) -> list[str]:
    return [sentence for sentence in sentences(paragraph) if len(sentence) <= _LONGEST_SENTENCE]


def read_events(paragraphs: Iterable[str]) -> Iterator[RetoldEvent]:
    """Yield what the memo says has happened, once each, in the order told."""
    seen: set[tuple[date | None, str, str]] = set()
    for paragraph in paragraphs:
        for sentence in _short_sentences(paragraph):
            for clause in _clauses(sentence):
                event = _event(clause)
                if event and (key := (event.day, event.season, event.body)) not in seen:
                    seen.add(key)
                    yield event


def _clauses(sentence: str) -> list[str]:
    """Part a sentence that tells of two seasons where the second begins."""
    seasons = list(_SEASON.finditer(sentence))
    clauses, start = [], 0
    for season in seasons[1:]:
        cut = sentence.rfind(" och ", start, season.start() + 1)
        if cut > start and season.start() - cut <= len(" och "):
            clauses.append(sentence[start:cut])
            start = cut + len(" och ")
    return [*clauses, sentence[start:]]


def _event(clause: str) -> RetoldEvent | None:
    dates, season = _dates(clause), _SEASON.search(clause)
    action = _action(clause)
    if not action or not (dates or season) or _REFERS_BACK.match(clause):
        return None
    text = clause[0].upper() + clause[1:]
    motive = _MOTIVE.search(clause) if action == "återremiss" else None
    return RetoldEvent(
        day=dates[0][1] if dates else None,
        season=season[1] if season and not dates else "",
        body=_body_at(clause, dates[0][0]) if dates else "",
        action=action,
        text=text,
        motive=motive[1] if motive else "",
    )


def _action(clause: str) -> str:
    for pattern, action in _ACTIONS:
        if re.search(pattern, clause, re.IGNORECASE):
            whom = _WHOM.search(clause) if action == "godkände och föreslog" else None
            return f"{action} {whom['whom']} att anta" if whom else action
    return ""


def _body_at(clause: str, place: int) -> str:
    """The body named last before the date, or else first after it."""
    found = list(_BODY.finditer(clause))
    before = [match for match in found if match.start() < place]
    match = before[-1] if before else (found[0] if found else None)
    return _nominative(match[1]) if match else ""


def _nominative(name: str) -> str:
    first, *rest = name.split(" ")
    if not rest or first.endswith("-"):
        name = re.sub(r"(styrelsen|nämnden|fullmäktige)s$", r"\1", name)
    return name[0].upper() + name[1:]


def read_reasons(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the numbered reasons for not doing what was asked ("för det första …")."""
    for paragraph in paragraphs:
        if not _REASON.search(paragraph) or not _EXPLAINS.search(paragraph):
            continue
        for sentence in _short_sentences(paragraph):
            if match := _REASON.search(sentence):
                yield _reason(sentence, match)


def _reason(sentence: str, match: re.Match[str]) -> str:
    before = re.split(r"\bmot bakgrund av att\b", sentence[: match.start()])[-1]
    after = sentence[match.end() :].strip(" ,.")
    if before.strip() and before != sentence[: match.start()]:
        return f"{before.strip()} {after}"
    return re.sub(r"^(?:handlar det om att|är det så att)\s+", "", after)


def read_changes(paragraphs: Iterable[str]) -> Iterator[RetoldChange]:
    """Yield the changes in the text since the last version: where, what it said and says."""
    for paragraph in paragraphs:
        if not _CHANGE.search(paragraph):
            continue
        kind = "redaktionell" if _EDITORIAL.search(paragraph) else ""
        for sentence in _short_sentences(paragraph):
            if match := _EXCHANGED.search(sentence):
                where = re.sub(r",?\s*(?:där\s+)?(?:har|är)\s*$", "", sentence[: match.start()])
                where = re.sub(r"^(?:på|i|under)\s+(?=sida)", "", where.strip(" ,"), flags=re.I)
                yield RetoldChange(
                    kind=kind,
                    where=where[:1].lower() + where[1:],
                    old=match["old"],
                    new=match["new"],
                    reason=match["reason"] or "",
                )
