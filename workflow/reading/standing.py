"""What may be said about a decision today: adopted, open to appeal, time out, laga kraft.

A banner says no more than is known. Source: kommunallagen (2017:725) 13 kap. and 8 kap. 12 §.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Standing:
    """The legal standing of an adoption on a day, in words.

    ``tone`` is a name of a colour (``wait``, ``calm``, ``stop`` or ``plain``) and carries no
    meaning of its own. ``appealable_until`` is set only while an appeal can be made, also after
    somebody has made one. ``detail``
    tells which decision it is and since when the standing is known.
    """

    code: str
    tone: str
    sentence: str
    appealable_until: date | None = None
    detail: str = ""


def standing_of(adoption: Any, *, on: date) -> Standing:
    """Say where ``adoption`` stands on ``on``."""
    code = str(adoption.status_on(on).value)
    notice = adoption.announcement
    last_day = notice.appealable_until if notice else None
    match code:
        case "appealable" if last_day:
            sentence = _("Adopted – may be appealed until %(day)s") % {"day": date_format(last_day)}
            return Standing(code, "wait", sentence, appealable_until=last_day)
        case "period_over":
            return Standing(code, "plain", _("The time for appeal has passed"))
        case "laga_kraft":
            sentence = _("The decision has gained legal force (laga kraft)")
            return Standing(code, "calm", sentence, detail=_laga_kraft_detail(adoption.decision))
        case "appealed":
            sentence = _("Adopted – the decision has been appealed")
            if last_day is None or last_day < on:
                return Standing(code, "wait", sentence)
            detail = _("Others may appeal until %(day)s.") % {"day": date_format(last_day)}
            return Standing(code, "wait", sentence, appealable_until=last_day, detail=detail)
        case "quashed":
            sentence = _("The decision has been quashed by a court")
            pends = adoption.decision.appeal_is_pending(on=on)
            detail = _("The judgment has been appealed and is not final.") if pends else ""
            return Standing(code, "stop", sentence, detail=detail)
        case _:
            return Standing(code, "wait", _("Adopted – the minutes have not yet been announced"))


def _laga_kraft_detail(decision: Any) -> str:
    """Tell which decision it is. The day is that of the confirmation: nothing else is on record."""
    said = {
        "body": decision.body_then.name_in_sentence,
        "day": date_format(decision.current_date),
        "paragraph": decision.current_paragraph,
        "confirmed": date_format(decision.laga_kraft.confirmed_on),
    }
    if decision.current_paragraph is None:
        return _("Decided by %(body)s on %(day)s. Confirmed on %(confirmed)s.") % said
    sentence = _("Decided by %(body)s on %(day)s, § %(paragraph)s. Confirmed on %(confirmed)s.")
    return sentence % said
