"""The journal of a case: each document that came in, went out or was made.

Source: OSL (2009:400) 5 kap. 1–2 §§ – the day, the record number, from or to whom, and briefly
what it concerns. Working material is not registered until it leaves the official's desk (TF 2
kap. 12 §): a memo and the answers in it stand here from the day the memo was sent.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from plandocs.models import Case, Municipality
from plandocs.outputs.letters import DiaryRow
from workflow.record.chronicle import chronicle_of
from workflow.record.journal.registering import register, register_carried
from workflow.record.journal.rows import rows_of

__all__ = ["journal", "register", "register_carried"]


def journal(case: Case) -> list[DiaryRow]:
    """Return every document of ``case`` under the number it was registered by, in Swedish.

    A fixed number of queries, however many have answered. Secrecy (OSL 5 kap. 2 § second
    paragraph) is not tried here.
    """
    with override(settings.LANGUAGE_CODE):
        court = Municipality.load().court or _("The administrative court")
        events = chronicle_of(case).events
        rows = {row.key: row for event in events for row in rows_of(event.fact, court=court)}
    return [
        DiaryRow(entry.number, row.date, row.direction, row.party, row.concerns)
        for entry in case.journal_entries.order_by("number")
        for row in (rows[entry.key],)
    ]
