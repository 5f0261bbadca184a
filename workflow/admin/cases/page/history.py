"""The log of a case in words: who did what, when it was registered and which day it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import ModelLogEntry

from plandocs.models import Case
from plandocs.vocabulary import AppealOutcome, ChangeKind, MotiveResponse, PointResponse
from workflow.procedure.next_step import name_of
from workflow.record.log import PREFIX
from workflow.record.outcomes import outcome_label

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. ``about`` is the day of the record, ``registered`` the real time."""

    registered: datetime
    about: date | None
    who: str
    what: str


def read_history(case: Case) -> list[Entry]:
    """Return the log of ``case``, the newest first, in one query."""
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Case), object_id=str(case.pk)
    ).select_related("user__wagtail_userprofile")
    return [
        Entry(
            registered=entry.timestamp,
            about=_day(entry.data.get("on")),
            who=name_of(entry.user) if entry.user else _("Styrdok"),
            what=_sentence(entry, case),
        )
        for entry in entries.order_by("-timestamp", "-pk")
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _sentence(entry: ModelLogEntry, case: Case) -> str:
    """Say what was done, with what explains it; an unknown action keeps its own words."""
    data: Mapping[str, object] = entry.data
    said = {
        "draft_memo": _("Drafted a memo to %(body)s"),
        "send_memo": _("Sent a memo to %(body)s"),
        "correct_decision": _("Corrected “%(was)s”: %(reason)s"),
        "edit_text": _("Changed “%(find)s” to “%(replace)s” (%(kind)s)"),
        "mark_change": _("Marked the change in “%(place)s” as %(kind)s"),
        "answer_motive": _("Answered the motive “%(motive)s”: %(response)s"),
        "answer_point": _("Answered a comment from the remiss: %(response)s"),
        "record_appeal": _("Recorded an appeal: %(outcome)s"),
        "assign_case": _("Handed the case over from %(before)s to %(after)s"),
        "import_text": _("Imported the text “%(title)s”"),
    }
    match entry.action.removeprefix(PREFIX):
        case "record_decision":
            return _with_deviations(_decision(data, case), data)
        case action if action in said:
            return _with_deviations(said[action] % _words(data), data)
    return str(entry.message)


def _words(data: Mapping[str, object]) -> dict[str, object]:
    """Return everything that a sentence may name, whatever the entry is about."""
    return {
        **{name: data.get(name) for name in ("was", "reason", "place", "after")},
        **{name: _short(data.get(name)) for name in ("find", "replace", "motive", "title")},
        "body": data.get("to", ""),
        "before": data.get("before") or _("nobody"),
        "kind": _label(data.get("kind"), ChangeKind),
        "response": _label(data.get("response"), MotiveResponse, PointResponse),
        "outcome": _label(data.get("outcome"), AppealOutcome),
    }


def _decision(data: Mapping[str, object], case: Case) -> str:
    number = f" § {data['paragraph']}" if data.get("paragraph") else ""
    decides = data.get("body") == case.decided_by.code
    return _("Recorded the decision of %(body)s%(number)s: %(outcome)s") % {
        "body": data.get("body"),
        "number": number,
        "outcome": outcome_label(str(data["outcome"]), decides=decides),
    }


def _with_deviations(sentence: str, data: Mapping[str, object]) -> str:
    if not data.get("despite"):
        return sentence
    note = pgettext("reason for recording in spite of a rule", "in spite of a rule: %(note)s")
    return f"{sentence}, {note % {'note': data.get('note')}}"


def _label(value: object, *kinds: type[TextChoices]) -> str:
    labels = {member.value: str(member.label).lower() for kind in kinds for member in kind}
    return labels.get(str(value), str(value or ""))


def _short(text: object) -> str:
    words = str(text or "")
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
