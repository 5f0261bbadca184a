"""What may be said about a decision today: adopted, open to appeal, time out, laga kraft.

A banner says no more than is known. Source: kommunallagen (2017:725) 13 kap. and 8 kap. 12 §.
"""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workflow.models import Adoption, Decision
from workflow.rules.appeal import AppealStatus


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """The legal standing of an adoption on a day, in words.

    ``tone`` is a name of a colour (``wait``, ``calm``, ``stop`` or ``plain``) and carries no
    meaning of its own. ``appealable_until`` is set only while an appeal can be made, also after
    somebody has made one. ``detail``
    tells which decision it is and since when the standing is known.
    """

    status: AppealStatus
    tone: str
    sentence: str
    appealable_until: date | None = None
    detail: str = ""

    @property
    def is_quashed(self) -> bool:
        return self.status is AppealStatus.QUASHED

    @property
    def waits_for_notice(self) -> bool:
        return self.status is AppealStatus.NOT_ANNOUNCED


def legal_status_of(adoption: Adoption, *, on: date) -> LegalStatus:
    """Say where ``adoption`` stands on ``on``."""
    status = adoption.status_on(on)
    last_day = adoption.announcement.appealable_until if adoption.announcement else None
    match status:
        case AppealStatus.NOT_ANNOUNCED:
            sentence = _("Adopted – the minutes have not yet been announced")
            return LegalStatus(status, "wait", sentence)
        case AppealStatus.APPEALABLE:
            assert last_day is not None  # it counts from the notice
            sentence = _("Adopted – may be appealed until %(day)s") % {"day": date_format(last_day)}
            return LegalStatus(status, "wait", sentence, appealable_until=last_day)
        case AppealStatus.PERIOD_OVER:
            return LegalStatus(status, "plain", _("The time for appeal has passed"))
        case AppealStatus.LAGA_KRAFT:
            sentence = _("The decision has gained legal force (laga kraft)")
            return LegalStatus(
                status, "calm", sentence, detail=_laga_kraft_detail(adoption.decision)
            )
        case AppealStatus.APPEALED:
            sentence = _("Adopted – the decision has been appealed")
            if last_day is None or last_day < on:
                return LegalStatus(status, "wait", sentence)
            detail = _("Others may appeal until %(day)s.") % {"day": date_format(last_day)}
            return LegalStatus(status, "wait", sentence, appealable_until=last_day, detail=detail)
        case AppealStatus.QUASHED:
            sentence = _("The decision has been quashed by a court")
            pends = adoption.decision.appeal_is_pending(on=on)
            detail = _("The judgment has been appealed and is not final.") if pends else ""
            return LegalStatus(status, "stop", sentence, detail=detail)
    assert_never(status)


def _laga_kraft_detail(decision: Decision) -> str:
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
