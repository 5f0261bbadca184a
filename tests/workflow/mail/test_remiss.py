"""The letters of a remiss: what it shall cover and by when (FL 26 § as good practice, R40)."""

from datetime import date

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from wagtail.models import ModelLogEntry

from plandocs.models import Municipality, RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance
from tests.factories.situations import Matter, starts_from, taken_from
from tests.workflow.conftest import OPENED, out_on_remiss
from workflow.mail.posting import silenced
from workflow.mail.secret_links import link_of, receipt_link_of
from workflow.mail.undelivered import bodies_without_letter
from workflow.services.remiss import NewAnswer, NewPoint, extend_remiss, receive_answer, renew_link


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """Do something, and return the letters that left when it had held."""

    def letters_of(deed):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return mail.outbox

    return letters_of


def answer(remiss, **kwargs):
    arguments = {
        "round": remiss,
        "channel": AnswerChannel.OPPEN,
        "stance": Stance.SYNPUNKTER,
        "points": [NewPoint(None, "Fler ställ vid <stationen> & torget.")],
        "received_on": OPENED,
        "email": "nils@example.org",
    }
    given = {**arguments, **kwargs}
    return receive_answer(answer=taken_from(given, NewAnswer), **given)


@starts_from(Matter.reworked)
def test_a_body_learns_what_to_answer_by_when_and_where(letters, send_out, matter, handlaggare):
    municipality = Municipality.load()
    municipality.name, municipality.email = "Insjöns kommun", "kommun@example.org"
    municipality.save()

    (letter,) = letters(lambda: send_out(missive="<p>Vi vill veta vad ni tycker.</p>"))

    page = matter.case.remisser.get().page
    assert letter.to == ["socialnamnden@example.org"]
    assert letter.reply_to == ["kommun@example.org"]
    assert "KS 2026/0101" in letter.subject
    for words in (
        "Socialnämnden",
        "Insjöns kommun",
        "Cykelplan 2026–2030",
        "KS 2026/0101",
        "7 april 2026",
        "1. Är fokusområdena de rätta?",
        "2. Vad saknas?",
        "Vi vill veta vad ni tycker.",
        handlaggare.email,
        link_of(page.recipients.get(organisation__code="SN")),
    ):
        assert words in letter.body


@starts_from(Matter.reworked)
def test_no_letter_leaves_before_the_transaction_has_held(send_out):
    mail.outbox.clear()

    send_out()

    assert mail.outbox == []


@starts_from(Matter.reworked)
def test_nothing_is_sent_inside_silenced(letters, send_out, handlaggare):
    def in_silence():
        with silenced():
            page = send_out()
            extend_remiss(round=page, closes_on=date(2026, 5, 1), on=OPENED, user=handlaggare)
            renew_link(recipient=page.recipients.first(), on=OPENED, user=handlaggare)
            answer(page)

    assert letters(in_silence) == []


@starts_from(out_on_remiss)
def test_letters_leave_again_after_silenced(letters, remiss):
    with silenced():
        pass

    assert len(letters(lambda: answer(remiss))) == 1


@starts_from(out_on_remiss)
def test_more_time_is_told_with_the_old_and_the_new_day(letters, remiss, handlaggare):
    (letter,) = letters(
        lambda: extend_remiss(
            round=remiss, closes_on=date(2026, 4, 21), on=OPENED, user=handlaggare
        )
    )

    assert "7 april 2026" in letter.body
    assert "21 april 2026" in letter.body


@starts_from(out_on_remiss)
def test_a_renewed_link_goes_to_the_address_given(letters, asked, handlaggare):
    (letter,) = letters(
        lambda: renew_link(recipient=asked, on=OPENED, user=handlaggare, email="ny@example.org")
    )

    asked.refresh_from_db()
    assert letter.to == ["ny@example.org"]
    assert link_of(asked) in letter.body


@starts_from(out_on_remiss)
def test_a_body_gets_a_copy_as_written_and_the_way_to_follow_it(letters, remiss, asked):
    own = {"channel": AnswerChannel.LANK, "recipient": asked, "email": asked.email}

    (letter,) = letters(lambda: answer(remiss, **own))

    assert letter.to == [asked.email]
    assert "Fler ställ vid <stationen> & torget." in letter.body
    assert receipt_link_of(RemissAnswer.objects.get()) in letter.body


@starts_from(out_on_remiss)
def test_whoever_leaves_no_address_gets_no_letter(letters, remiss):
    assert letters(lambda: answer(remiss, email="")) == []


@pytest.fixture
def post_is_down(monkeypatch):
    """No letter gets away; call it to mend the post."""

    def fail(*args, **kwargs):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", fail)
        yield patch.undo


@starts_from(out_on_remiss)
def test_an_answer_stands_though_the_letter_could_not_be_sent(
    letters, remiss, post_is_down, client
):
    letters(lambda: answer(remiss))

    receipt = f"{receipt_link_of(RemissAnswer.objects.get())}?tack"
    page = client.get(receipt.removeprefix(settings.BASE_URL)).content.decode()
    assert "Kvittot kunde inte skickas" in page
    assert "Ett kvitto är på väg" not in page


@starts_from(out_on_remiss)
def test_a_letter_that_could_not_be_sent_is_in_the_log_without_the_address(
    letters, remiss, post_is_down
):
    letters(lambda: answer(remiss))

    entry = ModelLogEntry.objects.get(action="styrdok.letter_failed")
    assert entry.data["answer"] == RemissAnswer.objects.get().pk
    assert "nils@" not in str(entry.data)


@starts_from(Matter.reworked)
def test_a_body_that_got_no_letter_is_pointed_out_until_it_has_a_new_link(
    letters, send_out, post_is_down, handlaggare, matter, client
):
    letters(send_out)
    page = matter.case.remisser.get().page
    client.force_login(handlaggare)
    address = reverse("remiss_round", args=[page.pk])
    warning = "Brevet kunde inte skickas"

    assert client.get(address).content.decode().count(warning) == 1

    post_is_down()
    asked = page.recipients.get(organisation__code="SN")
    letters(lambda: renew_link(recipient=asked, on=OPENED, user=handlaggare))
    assert warning not in client.get(address).content.decode()


@starts_from(out_on_remiss)
def test_a_new_link_that_could_not_be_sent_either_is_pointed_out_again(
    letters, asked, post_is_down, handlaggare
):
    letters(lambda: renew_link(recipient=asked, on=OPENED, user=handlaggare))

    assert bodies_without_letter(asked.round) == {"SN"}
