"""Whether the text that a body has before it is the one it was sent."""

from plandocs.models import Case, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.vocabulary import BEFORE_BODY
from workflow.rules.integrity import require_same_text


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
