"""The dagboksblad: the journal of a case as a sheet to hand out."""

from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.outputs.letters import Dagboksblad
from workflow.documents.letterhead import letterhead, official
from workflow.record.journal import journal
from workflow.record.prose import day_in_words


def dagboksblad(case: Case, *, printed_on: date) -> Dagboksblad:
    """Return the journal sheet of ``case``, in Swedish, as it stands on ``printed_on``.

    Source: OSL (2009:400) 5 kap. 1–2 §§ (R49).
    """
    with translation.override(settings.LANGUAGE_CODE):
        return Dagboksblad(
            letterhead=letterhead(),
            diarienummer=case.diarienummer,
            title=case.title,
            opened_on=case.opened_on,
            handlaggare=official(case.handlaggare) if case.handlaggare else None,
            rows=tuple(journal(case)),
            printed_on=printed_on,
            closed=_closed(case),
        )


def _closed(case: Case) -> str:
    """Say when and how the case ended; it continues the word “Closed”."""
    if not case.is_ended:
        return ""
    last = case.decisions.prefetch_related("corrections").last_of(case.decided_by)
    if last is None:
        return ""
    words = {"day": day_in_words(last.current_date), "body": case.decided_by.name_in_sentence}
    if case.is_adopted:
        return _("%(day)s, adopted by %(body)s") % words
    return _("%(day)s, rejected by %(body)s") % words
