"""The journal of a case: each document that came in, went out or was made, derived from the facts.

Source: OSL (2009:400) 5 kap. 1–2 §§ – the day, the record number, from or to whom, and briefly
what it concerns. Working material is not registered until it leaves the official's desk (TF 2
kap. 12 §): a memo and the answers in it stand here from the day the memo was sent.
"""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from plandocs.models import Case, Municipality
from plandocs.outputs.letters import DiaryRow
from workflow.record.journal.consulting import release_rows, remiss_rows
from workflow.record.journal.deciding import decision_rows, memo_row, motive_answer_rows
from workflow.record.journal.row import Row
from workflow.record.publicity import public_until

__all__ = ["journal"]


def journal(case: Case) -> list[DiaryRow]:
    """Return every document of ``case`` in the order of its days, numbered from 1, in Swedish.

    A fixed number of queries, however many have answered. Secrecy (OSL 5 kap. 2 § second
    paragraph) is not tried here.
    """
    with translation.override(settings.LANGUAGE_CODE):
        rows = sorted(_rows(case), key=lambda row: (row.date, row.rank))
        return [
            DiaryRow(number, row.date, row.direction, row.party, row.concerns)
            for number, row in enumerate(rows, start=1)
        ]


def _rows(case: Case) -> Iterator[Row]:
    submissions = list(case.submissions.select_related("body"))
    carried_until = public_until(case, submissions)
    decisions = list(
        case.decisions.select_related("body", "announcement", "laga_kraft", "adoption")
        .prefetch_related("corrections", "motives__answer", "appeals", "endings__plan")
        .order_by("pk")
    )
    court = Municipality.load().court
    for submission in submissions:
        yield memo_row(submission, case=case)
    for decision in decisions:
        yield from decision_rows(decision, case=case, court=court)
        yield from motive_answer_rows(decision, until=carried_until)
    yield from remiss_rows(case, until=carried_until)
    yield from release_rows(case)
