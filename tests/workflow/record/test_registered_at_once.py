"""Two registrations at the same instant: each gets a number of its own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from plandocs.vocabulary import AnswerChannel, Stance
from tests.workflow.conftest import out_on_remiss
from workflow.services.remiss import NewAnswer, receive_answer

PEOPLE = 4


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_answers_that_come_in_at_one_instant_get_numbers_of_their_own(matter):
    remiss = out_on_remiss(matter).case.remisser.get().page
    start = Barrier(PEOPLE)

    def send(number):
        start.wait()
        try:
            receive_answer(
                answer=NewAnswer(
                    channel=AnswerChannel.OPPEN,
                    stance=Stance.TILLSTYRKER,
                    points=[],
                    respondent=f"Person {number}",
                ),
                round=remiss,
                received_on=date(2026, 3, 1),
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(send, range(PEOPLE)))

    entries = matter.case.journal_entries
    of_answers = entries.filter(key__startswith="remissanswer:").values_list("number", flat=True)
    assert sorted(of_answers) == list(range(entries.count() - PEOPLE + 1, entries.count() + 1))
