"""What people say does not work for them: read and ticked off, and nothing else."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.models import AccessibilityFeedback

INBOX = reverse("accessibilityfeedback:index")
ANSWERERS = ["redaktor", "administrator"]
OTHERS = ["handlaggare", "registrator", "oversattare", "fortroendevald"]


@pytest.fixture
def feedback(kommun):
    return AccessibilityFeedback.objects.create(
        message="Kartan går inte att läsa <b>alls</b>.",
        page_address="/sv/cykelplan/",
        email="astrid@example.org",
    )


@pytest.fixture
def opened(feedback):
    return reverse("accessibilityfeedback:edit", args=[feedback.pk])


@pytest.mark.parametrize("role", ANSWERERS)
def test_what_was_written_is_listed_as_words_with_the_page_it_is_about(
    role, feedback, cast, as_user
):
    page = as_user(cast[role]).get(INBOX).content.decode()

    assert "Kartan går inte att läsa &lt;b&gt;alls&lt;/b&gt;." in page
    assert "/sv/cykelplan/" in page


def test_an_empty_inbox_opens(kommun, redaktor, as_user):
    page = as_user(redaktor).get(INBOX)

    assert page.status_code == 200
    assert not page.context["object_list"]


def test_the_newest_is_listed_first(feedback, redaktor, as_user):
    newer = AccessibilityFeedback.objects.create(message="Filmen saknar text.")

    page = as_user(redaktor).get(INBOX)

    assert list(page.context["object_list"]) == [newer, feedback]


@pytest.mark.parametrize("role", ANSWERERS)
def test_a_message_is_ticked_off_with_the_day_it_was_answered(
    role, feedback, opened, cast, as_user
):
    answer = as_user(cast[role]).post(opened, {"answered_on": "2026-06-16"})

    feedback.refresh_from_db()
    assert answer.status_code == 302
    assert feedback.answered_on == date(2026, 6, 16)


def test_what_is_ticked_off_no_longer_waits_on_the_dashboard(feedback, opened, redaktor, as_user):
    client, home = as_user(redaktor), reverse("wagtailadmin_home")
    waiting = client.get(home).content.decode()

    client.post(opened, {"answered_on": "2026-06-16"})

    assert "Besvara 1 synpunkt på tillgängligheten." in waiting
    assert "synpunkt på tillgängligheten" not in client.get(home).content.decode()


def test_a_message_ticked_off_by_mistake_waits_again(feedback, opened, redaktor, as_user):
    client = as_user(redaktor)
    client.post(opened, {"answered_on": "2026-06-16"})

    client.post(opened, {"answered_on": ""})

    feedback.refresh_from_db()
    assert feedback.answered_on is None


def test_the_words_of_whoever_wrote_stand_as_they_were_written(
    feedback, opened, superuser, as_user
):
    sent = {"message": "Allt är bra.", "email": "nobody@example.org", "page_address": "/"}

    as_user(superuser).post(opened, {**sent, "answered_on": "2026-06-16"})

    feedback.refresh_from_db()
    assert feedback.message == "Kartan går inte att läsa <b>alls</b>."
    assert feedback.email == "astrid@example.org"
    assert feedback.page_address == "/sv/cykelplan/"


@pytest.mark.parametrize("day", ["igår", "2026-02-30", "-1", "9" * 23])
def test_a_day_that_cannot_be_read_is_refused_beside_its_field(
    day, feedback, opened, redaktor, as_user
):
    page = as_user(redaktor).post(opened, {"answered_on": day})

    feedback.refresh_from_db()
    assert page.status_code == 200
    assert list(page.context["form"].errors) == ["answered_on"]
    assert feedback.answered_on is None


@pytest.mark.parametrize("role", OTHERS)
def test_others_neither_read_nor_tick_off(role, feedback, opened, cast, as_user):
    client = as_user(cast[role])

    met = [
        client.get(INBOX),
        client.get(opened),
        client.post(opened, {"answered_on": "2026-06-16"}),
    ]

    feedback.refresh_from_db()
    assert {page.status_code for page in met} == {302}
    assert feedback.answered_on is None


@pytest.mark.parametrize("number", ["0", "7777", "9" * 17])
def test_a_message_that_there_is_not_is_not_found(number, feedback, redaktor, as_user):
    address = reverse("accessibilityfeedback:edit", args=[number])

    page = as_user(redaktor).get(address, follow=True)

    assert page.status_code == 404


@pytest.mark.parametrize("asked", [{"p": "99"}, {"p": "-1"}, {"p": "x"}, {"ordering": "x"}])
def test_an_odd_address_of_the_inbox_is_answered(asked, feedback, redaktor, as_user):
    assert as_user(redaktor).get(INBOX, asked).status_code in (200, 404)
