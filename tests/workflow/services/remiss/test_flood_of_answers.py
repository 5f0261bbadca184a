"""The open form when much comes from one place: nothing written is lost, and nobody is plagued."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from plandocs.models import RecentSending, RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance
from tests.factories.situations import MEASURE, starts_from
from tests.workflow.answering.test_answer_form import filled
from tests.workflow.conftest import LAST_DAY, OPENED, out_on_remiss
from workflow.mail.secret_links import receipt_link_of, token_of
from workflow.services import flood
from workflow.services.remiss import NewAnswer, NewPoint, Reply, receive_answer

AFTERNOON = datetime(2026, 4, 7, 12, 10, tzinfo=UTC)  # 14.10 by the clock on the wall
LATE_EVENING = datetime(2026, 4, 7, 21, 30, tzinfo=UTC)  # 23.30 on the last day
pytestmark = starts_from(out_on_remiss)

SPAM = "Vinn en resa på https://example.net/vinn"


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """The wall clock; set it with ``now(instant)``."""

    def becomes(instant):
        monkeypatch.setattr(timezone, "now", lambda: instant)
        monkeypatch.setattr(timezone, "localdate", lambda *args: LAST_DAY)

    becomes(AFTERNOON)
    return becomes


@pytest.fixture
def two_an_hour(monkeypatch):
    limit = flood.Limit("answer", most=2, within=timedelta(hours=1))
    monkeypatch.setattr(flood, "ANSWERS", limit)


@pytest.fixture
def open_form(remiss):
    return reverse("answer_public_remiss", args=[remiss.pk])


@pytest.fixture
def refused(client, open_form, two_an_hour):
    """Send the third answer of the hour from one network, and return what was answered."""

    def third(**fields):
        for words in ("Ett.", "Två."):
            client.post(open_form, filled(("", words)))
        return client.post(open_form, filled((MEASURE, "Det tog en timme att skriva."), **fields))

    return third


def test_one_too_many_is_asked_to_wait_and_files_nothing(refused):
    response = refused()

    assert response.status_code == 429
    assert response["Retry-After"] == "3660"
    assert "Skicka igen klockan 15:11 eller senare" in response.content.decode()
    assert RemissAnswer.objects.count() == 2


def test_every_word_is_still_in_the_form(refused):
    response = refused(
        text="Övrigt.", respondent="Nils", email="nils@example.org", **{"question-1": "Ja."}
    )

    page = response.content.decode()
    for words in ("Det tog en timme att skriva.", "Övrigt.", "Nils", "nils@example.org", "Ja."):
        assert words in page
    assert re.search(rf'<option value="{MEASURE}"\s+selected', page)
    assert re.search(r'value="synpunkter"[^>]*\schecked', page)


def test_the_same_page_can_be_sent_when_the_wait_is_over(client, open_form, refused, now):
    key = refused().context["answering"].form["form_key"].value()
    now(AFTERNOON + timedelta(seconds=3660))

    response = client.post(open_form, filled(("", "Tre."), form_key=key))

    assert response.status_code == 302
    assert RemissAnswer.objects.count() == 3


def test_whoever_cannot_wait_for_the_last_day_to_end_is_sent_to_the_registrar(refused, now):
    now(LATE_EVENING)

    page = refused().content.decode()

    assert "skicka den till registrator i dag" in page
    assert "eller senare" not in page


def test_an_answer_that_was_filed_is_not_refused_when_its_button_is_pressed_again(
    client, open_form, two_an_hour
):
    form = filled(("", "Två."))
    client.post(open_form, filled(("", "Ett.")))
    first = client.post(open_form, form)

    again = client.post(open_form, form)

    assert again["Location"] == first["Location"]


def test_neither_a_fault_in_the_form_nor_room_for_one_more_comment_counts(
    client, open_form, two_an_hour
):
    for _time in range(3):
        client.post(open_form, filled(("", "Ja."), stance=""))
        client.post(open_form, filled(("", "Ja."), add_point="1"))

    assert not RecentSending.objects.exists()


def test_another_network_is_not_held_up(client, open_form, refused):
    refused()

    response = client.post(open_form, filled(("", "Hej.")), REMOTE_ADDR="192.0.2.9")

    assert response.status_code == 302


def test_a_body_with_a_link_of_its_own_is_not_counted(client, asked, two_an_hour):
    own_form = reverse("answer_by_link", args=[token_of(asked)])

    answers = [client.post(own_form, filled(("", f"Svar {n}."))) for n in range(4)]

    assert {answer.status_code for answer in answers} == {302}


def test_one_mailbox_gets_few_receipts_though_every_answer_is_filed(
    client, open_form, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(flood, "RECEIPTS", flood.Limit("receipt", 1, timedelta(days=1)))
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(open_form, filled(("", "Ett."), email="nils@example.org"))
        response = client.post(
            open_form, filled(("", "Två."), email="nils+2@example.org"), follow=True
        )

    assert len(mail.outbox) == 1
    assert RemissAnswer.objects.count() == 2
    assert "Kvittot kunde inte skickas" in response.content.decode()


@pytest.fixture
def letter_to(remiss, django_capture_on_commit_callbacks):
    """File an answer full of words that somebody would like to spread, and return the letter."""

    def letter_of(recipient=None, user=None, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            receive_answer(
                answer=NewAnswer(
                    stance=Stance.SYNPUNKTER,
                    points=[NewPoint(None, SPAM)],
                    replies=[Reply("Vad saknas?", SPAM)],
                    text=SPAM,
                    **kwargs,
                ),
                round=remiss,
                received_on=OPENED,
                recipient=recipient,
                user=user,
            )
        (letter,) = mail.outbox
        return letter

    return letter_of


def test_a_receipt_to_an_address_that_anybody_could_have_written_holds_no_word_of_the_sender(
    letter_to,
):
    letter = letter_to(channel=AnswerChannel.OPPEN, respondent=SPAM, email="nils@example.org")

    assert "example.net" not in letter.subject + letter.body
    assert "Vinn" not in letter.subject + letter.body
    assert receipt_link_of(RemissAnswer.objects.get()) in letter.body
    assert "KS 2026/0101" in letter.body


def test_nor_does_one_that_was_asked_for_by_link_to_another_address_than_the_bodys(
    letter_to, asked
):
    letter = letter_to(channel=AnswerChannel.LANK, recipient=asked, email="nils@example.org")

    assert SPAM not in letter.body


def test_a_body_gets_a_copy_in_full_at_the_address_its_link_went_to(letter_to, asked):
    letter = letter_to(channel=AnswerChannel.LANK, recipient=asked, email=asked.email.upper())

    assert letter.body.count(SPAM) == 3


def test_so_does_whoever_the_registrar_registers_a_letter_for(letter_to, registrator):
    letter = letter_to(
        channel=AnswerChannel.REGISTRERAD,
        respondent="Nils",
        email="nils@example.org",
        user=registrator,
    )

    assert letter.body.count(SPAM) == 3


def test_whoever_signs_in_lets_what_no_longer_counts_be_forgotten(client, handlaggare):
    flood.count(flood.ANSWERS, "192.0.2.1", at=AFTERNOON - timedelta(hours=2))

    client.post(
        reverse("wagtailadmin_login"), {"username": handlaggare.username, "password": "lösenord"}
    )

    assert not RecentSending.objects.exists()
