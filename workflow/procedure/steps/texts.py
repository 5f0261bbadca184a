"""Working on the text: in the editor, from a file, word by word, and marking what has changed."""

from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.vocabulary import DRAFTED
from workflow.errors import RuleViolation
from workflow.procedure.moment import Moment
from workflow.procedure.texts import refuse_ended, require_text_as_sent
from workflow.procedure.transitions import step_not_possible


def require_drafted(case: Case) -> None:
    """Refuse to replace the text of a case that the officials do not have."""
    refuse_ended(case)
    if case.stage not in DRAFTED:
        raise step_not_possible(case, _("A text is imported while the case is being drafted."))


def is_drafted(moment: Moment) -> None:
    """Refuse to bring in another text, by ``require_drafted``."""
    require_drafted(moment.case)


def is_not_locked(moment: Moment) -> None:
    """Refuse to write in the editor while the record locks the page."""
    if said := moment.case.revision.record_says:
        raise RuleViolation(said, code="step_not_possible")


def is_as_sent(moment: Moment) -> None:
    """Refuse to change words of a text that is decided, or was saved past the record."""
    refuse_ended(moment.case)
    require_text_as_sent(moment.case, moment.text)


def a_change_waits(moment: Moment) -> None:
    """Refuse where no change waits for its mark."""
    refuse_ended(moment.case)
    if not moment.unmarked:
        raise step_not_possible(moment.case, _("No change waits to be marked."))
