"""Two requests at once: the second finds what the first wrote."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from plandocs.models import RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance
from workflow.services.remiss import NewPoint, receive_answer

PEOPLE = 4


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_same_form_sent_several_times_at_once_is_filed_once(remiss):
    key, start = uuid4(), Barrier(PEOPLE)

    def send(_):
        start.wait()
        try:
            return receive_answer(
                round=remiss,
                channel=AnswerChannel.OPPEN,
                stance=Stance.SYNPUNKTER,
                points=[NewPoint(None, "Samma ord.")],
                received_on=date(2026, 3, 1),
                form_key=key,
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        filed = set(pool.map(send, range(PEOPLE)))

    assert len(filed) == 1
    assert RemissAnswer.objects.count() == 1
    assert RemissAnswer.objects.get().points.count() == 1
