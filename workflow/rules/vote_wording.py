"""Which side of a vote stood for an outcome, read from the words of the minutes."""

import re
import unicodedata
from enum import StrEnum

from plandocs.vocabulary import Outcome


class Side(StrEnum):
    """The two answers to a proposition (KL 5:53)."""

    JA = "ja"
    NEJ = "nej"


# Stems, as they stand after ``_plain``: å, ä → a and ö → o.
_RETURN = {Outcome.ATERREMISS: "aterremi", Outcome.BORDLAGGNING: "bordlag"}
_TODAY = "avgor"
_REFUSED = re.compile(r"\b(avsla|inte\b|ej\b|nej\b|emot\b|utan\b)")
_NOT_BUT = re.compile(r"^.*\binte\b.*\butan\b")
_AMENDED = re.compile(r"(?<!utan )andring|tillagg|motforslag|\byrkande(?!t? om avsla)")
_MAIN = re.compile(r"styrelse|\bks\b|namnd|utskott|huvudforslag|liggande")
_APPROVED = re.compile(r"bifall|\bja\b|\bant(a|ar|as|agande)\b|forslag")
_PREFIX = re.compile(r"^(ja|nej)(-?rost(er)?)?( for|:| =| innebar| betyder)\s*")


def side_for(outcome: Outcome, *, question: str, ja_for: str, nej_for: str) -> Side | None:
    """Return the side that stood for ``outcome``, or None if the words do not plainly say.

    Source: kommunallagen (2017:725) 5 kap. 53 § (a proposition is answered ja or nej; R13);
    the order of formal and material proposals R18. The steps are in docs/rules/votes.md.
    """
    asked, ja, nej = _plain(question), _plain(ja_for), _plain(nej_for)
    if _is_special(asked) and not (_is_special(ja) or _is_special(nej)):
        ja, nej = f"{asked} {ja}", f"{asked} {nej}"
    if outcome in _RETURN:
        return _side_of_return(outcome, asked, ja, nej)
    if outcome == Outcome.UTGAR:
        return None
    return _side_of_proposal(outcome, ja, nej)


def _side_of_return(outcome: Outcome, asked: str, ja: str, nej: str) -> Side | None:
    """The side for återremiss or bordläggning; to decide today is the other side of both."""
    (other,) = (stem for kind, stem in _RETURN.items() if kind != outcome)
    stem = _RETURN[outcome]
    everything = f"{asked} {ja} {nej}"
    if other in everything and stem not in everything:
        return None
    ja_stands, nej_stands = _wants_return(stem, ja), _wants_return(stem, nej)
    if ja_stands is None and nej_stands is None:
        return None
    if ja_stands is None:
        ja_stands = not nej_stands
    if nej_stands is None:
        nej_stands = not ja_stands
    return _only_one(ja_stands, nej_stands)


def _wants_return(stem: str, phrase: str) -> bool | None:
    before, found, after = _NOT_BUT.sub("", phrase).partition(stem)
    if found:
        # In “återremitteras och avgörs inte idag” the refusal is about today.
        about = before if _TODAY in after else before + after
        return not _REFUSED.search(about)
    if _TODAY in phrase:
        return bool(_REFUSED.search(phrase))
    return None


def _side_of_proposal(outcome: Outcome, ja: str, nej: str) -> Side | None:
    """The side for bifall, bifall with an amendment, or avslag."""
    ja_kind, nej_kind = _kind(ja), _kind(nej)
    if ja_kind == nej_kind == Outcome.BIFALL:
        # “Bifall till kommunstyrelsens förslag” against “bifall till X förslag”.
        ja_main, nej_main = bool(_MAIN.search(ja)), bool(_MAIN.search(nej))
        if ja_main == nej_main:
            return None
        ja_kind = Outcome.BIFALL if ja_main else Outcome.BIFALL_MED_ANDRING
        nej_kind = Outcome.BIFALL if nej_main else Outcome.BIFALL_MED_ANDRING
    if outcome == Outcome.AVSLAG and Outcome.BIFALL_MED_ANDRING in (ja_kind, nej_kind):
        return None  # the amendment was rejected, not the plan
    return _only_one(ja_kind == outcome, nej_kind == outcome)


def _kind(phrase: str) -> Outcome | None:
    if _is_formal(phrase):
        return None
    refused = bool(_REFUSED.search(phrase.replace("utan andring", "")))
    if _AMENDED.search(phrase):
        return None if refused else Outcome.BIFALL_MED_ANDRING
    if refused:
        return Outcome.AVSLAG
    return Outcome.BIFALL if _APPROVED.search(phrase) else None


def _only_one(ja: bool, nej: bool) -> Side | None:
    if ja == nej:
        return None
    return Side.JA if ja else Side.NEJ


def _is_special(phrase: str) -> bool:
    """Whether the phrase names something else than bifall or avslag as such."""
    return bool(_AMENDED.search(phrase)) or _is_formal(phrase)


def _is_formal(phrase: str) -> bool:
    """Whether the phrase is about when to decide, not about what."""
    return any(stem in phrase for stem in (*_RETURN.values(), _TODAY))


def _plain(phrase: str) -> str:
    """Return ``phrase`` in lower case, without marks over letters, without “ja för”."""
    decomposed = unicodedata.normalize("NFKD", phrase.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _PREFIX.sub("", " ".join(letters.split()))
