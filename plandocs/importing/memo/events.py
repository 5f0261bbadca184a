"""What a memo says has happened: what was decided, by whom and on which day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plandocs.importing.imported import MemoEvent
from plandocs.importing.lexicon import MONTHS
from plandocs.importing.running_text import short_sentences

_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?::?e)?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d{{2}})\b", re.IGNORECASE
)


def find_date(text: str) -> date | None:
    """Return the first date in the text, written as 2023-01-23 or as 23 januari 2023."""
    return next((day for _place, day in dates_in(text)), None)


def dates_in(text: str) -> list[tuple[int, date]]:
    """Return every day there is in the text, each with its place."""
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


def read_events(paragraphs: Iterable[str]) -> Iterator[MemoEvent]:
    """Yield what the memo says has happened, once each, in the order told."""
    seen: set[tuple[date | None, str, str]] = set()
    for paragraph in paragraphs:
        for sentence in short_sentences(paragraph):
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


def _event(clause: str) -> MemoEvent | None:
    dates, season = dates_in(clause), _SEASON.search(clause)
    action = _action(clause)
    if not action or not (dates or season) or _REFERS_BACK.match(clause):
        return None
    text = clause[0].upper() + clause[1:]
    motive = _MOTIVE.search(clause) if action == "återremiss" else None
    return MemoEvent(
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
    if not found:
        return ""
    before = [match for match in found if match.start() < place]
    name = (before or found[:1])[-1][1]
    first, *rest = name.split(" ")
    if not rest or first.endswith("-"):
        name = re.sub(r"(styrelsen|nämnden|fullmäktige)s$", r"\1", name)
    return name[0].upper() + name[1:]
