"""What is known of a document as a whole, from its front, its memo and its running text."""

from plandocs.importing.imported import Facts, ImportedDocument
from plandocs.importing.memo.letter import CoverLetter


def contains(document: ImportedDocument, *, has_text: bool) -> list[str]:
    """Return what lies in the file: a memo, a document, or both."""
    kind = document.kind_as_printed or "dokument"
    letter = document.cover_letter
    if not letter:
        return [kind]
    return [letter.kind, f"{kind} (bilaga)"] if has_text else [letter.kind]


def authority(facts: Facts) -> dict[str, object]:
    """Whose document it is: a municipality's, else the county administrative board's."""
    if facts.municipality or not facts.authority:
        kind = "kommun" if facts.municipality else None
        return {"municipality": facts.municipality or None, "authority_type": kind}
    told = {"municipality": None, "authority": facts.authority}
    return told | {"authority_type": "länsstyrelse", "partners": list(facts.partners)}


def identity(document: ImportedDocument) -> dict[str, object]:
    """Return what the document is, whom it binds, and whether it has been adopted."""
    period, facts = document.period, document.facts
    return {
        "type": document.kind_as_printed or None,
        "title": document.title,
        "period": {"start": period[0], "end": period[1]} if period else None,
        "status": _status(document.cover_letter),
        "scope": facts.scope or None,
        "coordinator": facts.coordinator or None,
    }


def aims(facts: Facts) -> dict[str, object]:
    """Return what the document wants. No block holds it yet."""
    return {
        "vision": facts.vision or None,
        **({"vision_owner": facts.vision_owner} if facts.vision_owner else {}),
        "main_goal": facts.main_goal or None,
        "purpose": facts.purpose or None,
    }


def shortened_title(document: ImportedDocument) -> str:
    """Return a long title that ends in its years as its first and its last word."""
    words = document.title.split()
    if len(words) <= 4 or not document.period:
        return document.title
    return f"{words[0]} … {words[-1]}"


def _status(letter: CoverLetter | None) -> str | None:
    if not letter or any(event.action == "antagande" for event in letter.events):
        return None
    to = letter.addressee.lower() or "beslut"
    return f"förslag till {to} (not yet adopted according to this file)"
