"""What follows a decision, in words: the notice, appeals and laga kraft (KL 8:12 and 13)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plandocs.vocabulary import AppealOutcome
from workflow.models import Announcement
from workflow.record.prose import day_in_words


@dataclass(frozen=True, slots=True)
class AppealWords:
    """Something that followed a decision: as a heading to the public, and as the journal has it."""

    heading: str
    registered: str


def appeal_words(outcome: AppealOutcome) -> AppealWords:
    """Word what became known of an appeal."""
    match outcome:
        case AppealOutcome.INLAMNAT:
            return AppealWords(_("The decision was appealed"), _("Appeal against the decision"))
        case AppealOutcome.AVSLAGET:
            return AppealWords(
                _("The court dismissed an appeal"), _("Judgment: the appeal is dismissed")
            )
        case AppealOutcome.UPPHAVT:
            return AppealWords(
                _("The court quashed the decision"), _("Judgment: the decision is quashed")
            )
        case AppealOutcome.FASTSTALLT:
            return AppealWords(
                _("A higher court decided that the decision stands"),
                _("Judgment: the decision stands"),
            )


def notice_words(notice: Announcement) -> AppealWords:
    """Word that the minutes were adjusted and announced."""
    days = {
        "adjusted": day_in_words(notice.adjusted_on),
        "last": day_in_words(notice.appealable_until),
    }
    return AppealWords(
        _("The minutes were announced on the notice board"),
        _("Notice that the minutes were adjusted on %(adjusted)s; last day to appeal %(last)s")
        % days,
    )


def laga_kraft_words() -> AppealWords:
    """Word that somebody confirmed laga kraft."""
    return AppealWords(
        _("The decision has gained legal force (laga kraft)"),
        _("Note that the decision has gained legal force (laga kraft)"),
    )
