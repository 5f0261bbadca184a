"""The memo before a document: itself, what it retells, what it changed."""

from plandocs.importing.memo.letter import CoverLetter, MemoEvent

Json = dict[str, object]


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
