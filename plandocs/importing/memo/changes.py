"""Why a memo does not do what was asked, and what it says was changed in the text."""

import re
from collections.abc import Iterable, Iterator

from plandocs.importing.imported import MemoChange
from plandocs.importing.running_text import short_sentences

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


def read_reasons(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the numbered reasons for not doing what was asked ("för det första …")."""
    for paragraph in paragraphs:
        if not _REASON.search(paragraph) or not _EXPLAINS.search(paragraph):
            continue
        for sentence in short_sentences(paragraph):
            if match := _REASON.search(sentence):
                yield _reason(sentence, match)


def _reason(sentence: str, match: re.Match[str]) -> str:
    before = re.split(r"\bmot bakgrund av att\b", sentence[: match.start()])[-1]
    after = sentence[match.end() :].strip(" ,.")
    if before.strip() and before != sentence[: match.start()]:
        return f"{before.strip()} {after}"
    return re.sub(r"^(?:handlar det om att|är det så att)\s+", "", after)


def read_changes(paragraphs: Iterable[str]) -> Iterator[MemoChange]:
    """Yield the changes in the text since the last version: where, what it said and says."""
    for paragraph in paragraphs:
        if not _CHANGE.search(paragraph):
            continue
        kind = "redaktionell" if _EDITORIAL.search(paragraph) else ""
        for sentence in short_sentences(paragraph):
            if match := _EXCHANGED.search(sentence):
                where = re.sub(r",?\s*(?:där\s+)?(?:har|är)\s*$", "", sentence[: match.start()])
                where = re.sub(r"^(?:på|i|under)\s+(?=sida)", "", where.strip(" ,"), flags=re.I)
                yield MemoChange(
                    kind=kind,
                    where=where[:1].lower() + where[1:],
                    old=match["old"],
                    new=match["new"],
                    reason=match["reason"] or "",
                )
