"""Two requests at once: the second finds what the first wrote."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from plandocs.models import RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance
from tests.workflow.conftest import out_on_remiss
from workflow.services.remiss import NewAnswer, NewPoint, receive_answer

PEOPLE = 4


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("channel", [AnswerChannel.OPPEN, AnswerChannel.LANK])
def test_the_same_words_sent_several_times_at_once_are_filed_once(matter, channel):
    """From one browser by the open form, or by several people at one link."""
    remiss = out_on_remiss(matter).case.remisser.get().page
    asked = remiss.recipients.get(organisation__code="SN")
    key, start = uuid4(), Barrier(PEOPLE)
    by_link = channel == AnswerChannel.LANK

    def send(_):
        start.wait()
        try:
            return receive_answer(
                answer=NewAnswer(
                    channel=channel, stance=Stance.SYNPUNKTER, points=[NewPoint(None, "Samma ord.")]
                ),
                round=remiss,
                received_on=date(2026, 3, 1),
                form_key=uuid4() if by_link else key,
                recipient=asked if by_link else None,
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        filed = set(pool.map(send, range(PEOPLE)))

    assert len(filed) == 1
    assert RemissAnswer.objects.count() == 1
    assert RemissAnswer.objects.get().points.count() == 1
