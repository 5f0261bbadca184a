"""What is known of a document as a whole, and the memo before it."""

from plandocs.importing.imported import CoverLetter, Facts, ImportedDocument, MemoEvent
from plandocs.importing.projection.values import Json


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


def cover_letter(letter: CoverLetter | None) -> Json | None:
    """Return the memo itself."""
    if not letter:
        return None
    return {
        "type": letter.kind,
        "date": letter.day.isoformat() if letter.day else None,
        "handlaggare": letter.handlaggare or None,
        "signatory": {"name": letter.signatory, "title": letter.signatory_title}
        if letter.signatory
        else None,
        "addressee": letter.addressee or None,
        "subject": letter.subject or None,
        "proposal": "\n".join(letter.proposal),
        "attachments": list(letter.attachments),
    }


def events(letter: CoverLetter | None, coordinator: str) -> list[Json]:
    """Return what the memo says has happened, the memo itself last."""
    return [*map(_event, letter.events), _memo_event(letter, coordinator)] if letter else []


def counts_of_events(letter: CoverLetter | None) -> dict[str, int]:
    """Return how many events there are, the memo itself among them, and how many have a day."""
    days = [event.day for event in letter.events] + [letter.day] if letter else []
    return {"events": len(days), "events_with_full_date": sum(day is not None for day in days)}


def _event(event: MemoEvent) -> Json:
    told: Json = {"date": event.day.isoformat() if event.day else None}
    if event.season:
        told["period"] = event.season
    told |= {"body": event.body or None, "action": event.action, "what": event.text}
    return told | ({"motive": event.motive} if event.motive else {})


def _memo_event(letter: CoverLetter, coordinator: str) -> Json:
    """The memo is the last event; which unit wrote it is a guess unless it is printed."""
    by = f"handläggare {letter.handlaggare}" if letter.handlaggare else ""
    proposal = letter.proposal[0] if letter.proposal else ""
    told: Json = {
        "date": letter.day.isoformat() if letter.day else None,
        "body": f"{coordinator} ({by})" if coordinator and by else coordinator or by or None,
        "action": letter.kind,
        "what": f"Föreslår att {proposal[:1].lower()}{proposal[1:]}" if proposal else None,
        "body_uncertain": True,
    }
    return told | ({"reason": list(letter.reasons)} if letter.reasons else {})


def changes(letter: CoverLetter | None) -> list[Json]:
    """Return the changes in the text that the memo tells of."""
    return [
        {
            "type": change.kind or None,
            "where": change.where,
            "old": change.old,
            "new": change.new,
            "reason": change.reason or None,
        }
        for change in (letter.changes if letter else ())
    ]
