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
    match entry.action.removeprefix("styrdok."):
        case "draft_memo":
            return _("Drafted a memo to %(body)s") % {"body": data.get("to", "")}
        case "send_memo":
            return _with_deviations(_("Sent a memo to %(body)s") % {"body": data.get("to")}, data)
        case "record_decision":
            return _with_deviations(_decision(data, case), data)
        case "correct_decision":
            said = _("Corrected “%(was)s”: %(reason)s")
            return said % {"was": data.get("was"), "reason": data.get("reason")}
        case "edit_text":
            said = _("Changed “%(find)s” to “%(replace)s” (%(kind)s)")
            return said % {
                "find": _short(data.get("find")),
                "replace": _short(data.get("replace")),
                "kind": _label(ChangeKind, data.get("kind")),
            }
        case "mark_change":
            said = _("Marked the change in “%(place)s” as %(kind)s")
            kind = _label(ChangeKind, data.get("kind"))
            return said % {"place": data.get("place"), "kind": kind}
        case "answer_motive":
            said = _("Answered the motive “%(motive)s”: %(response)s")
            response = _label(MotiveResponse, data.get("response"))
            return said % {"motive": _short(data.get("motive")), "response": response}
        case "answer_point":
            response = _label(PointResponse, data.get("response"))
            return _("Answered a comment from the remiss: %(response)s") % {"response": response}
        case "record_appeal":
            outcome = _label(AppealOutcome, data.get("outcome"))
            return _("Recorded an appeal: %(outcome)s") % {"outcome": outcome}
        case "assign_case":
            return _("Handed the case over from %(before)s to %(after)s") % {
                "before": data.get("before") or _("nobody"),
                "after": data.get("after"),
            }
        case "import_text":
            return _("Imported the text “%(title)s”") % {"title": _short(data.get("title"))}
    return str(entry.message)


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


def _label(words: type[TextChoices], value: object) -> str:
    return str(words(value).label).lower() if value in words.values else str(value or "")


def _short(text: object) -> str:
    words = str(text or "")
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
