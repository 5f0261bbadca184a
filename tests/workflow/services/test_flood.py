"""How much one sender may send, from where it counts, and how soon it is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from plandocs.models import RecentSending
from workflow.services.flood import (
    ANSWERS,
    FEEDBACK,
    UNKNOWN,
    Limit,
    TooMuch,
    count,
    forget,
    mailbox_of,
    network_of,
    sender_of,
)

NOON = datetime(2026, 4, 7, 12, 0, 20, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
THREE_AN_HOUR = Limit("thing", most=3, within=timedelta(hours=1))


def sends(times, who="192.0.2.1", *, at=NOON, limit=THREE_AN_HOUR):
    for _time in range(times):
        count(limit, who, at=at)


@pytest.mark.django_db
def test_the_limit_itself_may_be_reached_and_no_more():
    sends(3)

    with pytest.raises(TooMuch):
        sends(1)


@pytest.mark.django_db
def test_whoever_must_wait_is_told_the_minute_at_which_the_oldest_is_forgotten():
    sends(1, at=NOON)
    sends(2, at=NOON + 10 * MINUTE)

    with pytest.raises(TooMuch) as refusal:
        sends(1, at=NOON + 20 * MINUTE)

    assert refusal.value.again_at == datetime(2026, 4, 7, 13, 1, tzinfo=UTC)
    assert refusal.value.seconds == 40 * 60 + 40


@pytest.mark.django_db
def test_at_that_minute_it_can_be_sent():
    sends(3)
    with pytest.raises(TooMuch) as refusal:
        sends(1, at=NOON + MINUTE)

    sends(1, at=refusal.value.again_at)

    assert RecentSending.objects.count() == 1


@pytest.mark.django_db
def test_pressing_again_and_again_makes_the_wait_no_longer():
    sends(3)
    waits = set()
    for minutes in range(5):
        with pytest.raises(TooMuch) as refusal:
            sends(1, at=NOON + minutes * MINUTE)
        waits.add(refusal.value.again_at)

    assert len(waits) == 1


@pytest.mark.django_db
def test_one_sender_uses_up_nothing_of_anothers_nor_of_another_form():
    sends(3)

    sends(3, who="192.0.2.2")
    sends(3, limit=Limit("another thing", most=3, within=timedelta(hours=1)))

    assert RecentSending.objects.count() == 9


@pytest.mark.django_db
def test_what_no_longer_counts_is_forgotten_whoever_it_was():
    sends(2)
    sends(1, who="192.0.2.2", at=NOON + 30 * MINUTE)

    forget(at=NOON + 61 * MINUTE)

    assert RecentSending.objects.count() == 1


@pytest.mark.django_db
def test_no_address_is_kept_in_clear_or_so_that_it_can_be_guessed_without_the_key(settings):
    sends(1, who="192.0.2.77")
    settings.SECRET_KEY = "another"
    sends(1, who="192.0.2.77")

    kept = [str(row) for row in RecentSending.objects.values_list()]
    assert "192.0.2.77" not in "".join(kept)
    assert RecentSending.objects.values("key").distinct().count() == 2


@pytest.mark.parametrize("limit", [ANSWERS, FEEDBACK])
def test_three_classes_of_a_school_may_answer_within_a_lesson(limit):
    assert ANSWERS.most >= 3 * 30
    assert FEEDBACK.most >= 30
    assert limit.within == timedelta(hours=1)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("192.0.2.1:50123", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9]:50123", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", UNKNOWN),
        ("unix:", UNKNOWN),
        ("_hidden", UNKNOWN),
        ("'; DROP TABLE", UNKNOWN),
    ],
)
def test_a_sender_is_one_address_or_one_household_of_them(address, network):
    assert network_of(address) == network


def sender(rf, **meta):
    return sender_of(rf.post("/", **meta), at=NOON).network


def test_without_a_proxy_a_header_that_anybody_can_write_is_not_believed(rf, settings):
    settings.BEHIND_PROXY = False

    network = sender(rf, REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.7")

    assert network == "192.0.2.1"


@pytest.mark.parametrize(
    "told", ["198.51.100.7", "203.0.113.1, 198.51.100.7", "junk,203.0.113.1 ,198.51.100.7 "]
)
def test_behind_a_proxy_the_address_that_the_proxy_wrote_itself_counts(rf, settings, told):
    settings.BEHIND_PROXY = True

    assert sender(rf, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=told) == "198.51.100.7"


def test_behind_a_proxy_that_tells_nothing_all_are_one_sender(rf, settings):
    settings.BEHIND_PROXY = True

    assert sender(rf, REMOTE_ADDR="127.0.0.1") == UNKNOWN


@pytest.mark.parametrize("email", ["nils@example.org", "Nils@Example.org", "nils+2@example.org"])
def test_one_mailbox_is_one_however_its_address_is_written(email):
    assert mailbox_of(email) == "nils@example.org"
