"""What comes next in a case, and who does it: one sentence for lists, panels and the case page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.procedure.situation import Situation
from workflow.rules.appeal import AppealStatus, appealable_until


class Who(StrEnum):
    """Whose turn it is."""

    OFFICIAL = "official"
    REGISTRAR = "registrar"
    ASKED = "asked"
    COURT = "court"
    TIME = "time"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next step in words. ``deadline`` is a day after which it is late, or before which it
    cannot be taken (``waits``).
    """

    sentence: str
    who: Who
    deadline: date | None = None
    waits: bool = False

    def is_for(self, user: User, case: Case) -> bool:
        """Whether it is this user whom the case waits for."""
        if self.waits:
            return False
        if self.who is Who.OFFICIAL:
            return bool(case.handlaggare_id == user.pk)
        return self.who is Who.REGISTRAR and user.has_perm("plandocs.record_decision")

    def who_in_words(self, case: Case) -> str:
        """Name whoever the case waits for."""
        words = {
            Who.REGISTRAR: _("the registrar"),
            Who.ASKED: _("those who were asked"),
            Who.COURT: _("the administrative court"),
            Who.TIME: _("nobody: time passes"),
            Who.NOBODY: _("nobody"),
        }
        return words.get(self.who) or name_of(case.handlaggare)


def name_of(user: User | None) -> str:
    """Return a person's name, or what they sign in as."""
    if user is None:
        return _("nobody yet")
    return str(user.get_full_name() or user.get_username())


def next_step(case: Case, situation: Situation, *, on: date) -> NextStep:
    """Return what comes next in ``case`` on ``on``."""
    match CaseStage(case.stage):
        case CaseStage.UTKAST:
            return NextStep(_("Write the text, and send it up with a memo."), Who.OFFICIAL)
        case CaseStage.BEARBETAS:
            return _while_reworked(situation)
        case CaseStage.PA_REMISS:
            return _while_out(situation, on=on)
        case CaseStage.HOS_KSAU | CaseStage.HOS_KS | CaseStage.HOS_KF:
            return NextStep(_("Record what the meeting decided."), Who.REGISTRAR)
        case CaseStage.ANTAGEN:
            return _after_decision(case, situation, on=on, ended=_how_it_stands(situation))
        case CaseStage.AVSLAGEN:
            return _after_decision(case, situation, on=on, ended=_("The case is closed."))


def _how_it_stands(situation: Situation) -> str:
    if situation.is_in_force:
        return _("The text is in force.")
    return _("The text is no longer in force: a later decision has taken its place.")


def _while_reworked(situation: Situation) -> NextStep:
    left = situation.motives.left
    if left:
        return NextStep(
            ngettext(
                "Answer %(count)d motive for the referral back.",
                "Answer %(count)d motives for the referral back.",
                left,
            )
            % {"count": left},
            Who.OFFICIAL,
        )
    left = situation.points.left
    if left:
        return NextStep(
            ngettext(
                "Answer %(count)d comment from the remiss.",
                "Answer %(count)d comments from the remiss.",
                left,
            )
            % {"count": left},
            Who.OFFICIAL,
        )
    if situation.committee_approved and not situation.rounds:
        return NextStep(_("Send the text out on remiss, or write a memo."), Who.OFFICIAL)
    return NextStep(_("Finish the text, and send it up with a memo."), Who.OFFICIAL)


def _while_out(situation: Situation, *, on: date) -> NextStep:
    found = situation.open_round
    if found is None or found.is_over(on=on):
        return NextStep(
            _("Close the remiss."), Who.OFFICIAL, deadline=found.closes_on if found else None
        )
    return NextStep(
        _("Answers can come in until %(day)s.") % {"day": date_format(found.closes_on)},
        Who.ASKED,
        deadline=found.closes_on,
        waits=True,
    )


def _after_decision(case: Case, situation: Situation, *, on: date, ended: str) -> NextStep:
    notice = situation.notice(case)
    last_day = appealable_until(notice.announced_on) if notice else None
    match situation.appeal_status(case, on=on):
        case AppealStatus.NOT_ANNOUNCED:
            return NextStep(_("Record that the minutes were announced."), Who.REGISTRAR)
        case AppealStatus.APPEALABLE if last_day:
            return NextStep(
                _("The decision can be appealed until %(day)s.") % {"day": date_format(last_day)},
                Who.TIME,
                deadline=last_day,
                waits=True,
            )
        case AppealStatus.PERIOD_OVER if case.is_adopted:
            return NextStep(_("Confirm that the decision has laga kraft."), Who.REGISTRAR)
        case AppealStatus.APPEALED:
            return NextStep(_("The court tries an appeal."), Who.COURT, waits=True)
        case AppealStatus.QUASHED:
            return NextStep(_("The court has quashed the decision."), Who.NOBODY, waits=True)
    return NextStep(ended, Who.NOBODY, waits=True)
