"""Whether a text may be touched, and whether it is the one that the body was sent."""

from django.utils.translation import gettext as _

from plandocs.models import Case, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.vocabulary import BEFORE_BODY, CaseStage
from workflow.errors import RuleViolation
from workflow.procedure.transitions import step_not_possible
from workflow.rules.integrity import require_same_text


def refuse_ended(case: Case) -> None:
    """Refuse to touch the text of a case that has been decided."""
    if case.is_adopted:
        raise RuleViolation(
            _(
                "The text was adopted in %(diarienummer)s and cannot be changed. "
                "Open a new case to prepare the next edition."
            )
            % {"diarienummer": case.diarienummer},
            code="adopted_text_is_frozen",
        )
    if case.stage == CaseStage.AVSLAGEN:
        raise step_not_possible(case, _("The rejected text is kept as it was."))


def require_text_as_sent(case: Case, text: PlanRevisionPage) -> None:
    """Refuse (``text_changed``) a text saved past the record while a body has it."""
    if case.stage not in BEFORE_BODY:
        return
    sent = case.submissions.last_up()
    if sent is None:
        return
    since = {"registered_at__gte": sent.registered_at}
    known = {
        sent.text_sha256,
        *case.changes.filter(**since).values_list("sha256_after", flat=True),
        *case.decisions.filter(**since).values_list("text_sha256", flat=True),
    }
    current = text_sha256(text)
    require_same_text(sent_sha256=sent.text_sha256, current_sha256=current, marked=current in known)
