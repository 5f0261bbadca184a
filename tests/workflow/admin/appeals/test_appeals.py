"""What follows a decision: the last day is shown before it is saved (R35–R38)."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from plandocs.vocabulary import Outcome
from tests.factories.situations import Matter, starts_from
from workflow.admin.screens import case_url
from workflow.models import Announcement, Appeal, LagaKraft

DAYS = {"adjusted_on": "2026-06-22", "announced_on": "2026-06-23"}


@starts_from(Matter.adopted)
def test_the_last_day_is_shown_before_the_notice_is_saved(case, registrator, as_user, record):
    url = reverse("case_announce", args=[case.pk])
    client = as_user(registrator)

    checked = client.post(url, {**DAYS, "action": "check"})

    assert checked.context["clock"].last_day == date(2026, 7, 14)
    assert not Announcement.objects.exists()
    assert record(url, DAYS).status_code == 302
    assert Announcement.objects.get().appealable_until == date(2026, 7, 14)


@starts_from(Matter.adopted)
def test_a_notice_later_than_the_law_says_is_taken_with_a_warning(case, registrator, as_user):
    late = {"adjusted_on": "2026-06-22", "announced_on": "2026-07-10", "action": "check"}

    response = as_user(registrator).post(reverse("case_announce", args=[case.pk]), late)

    assert response.status_code == 200
    assert len(response.context["clock"].warnings) == 1


@pytest.mark.parametrize(
    "days",
    [
        {"adjusted_on": "2026-06-01", "announced_on": "2026-06-23"},
        {"adjusted_on": "2026-06-24", "announced_on": "2026-06-23"},
        {"adjusted_on": "", "announced_on": "2026-06-23"},
    ],
)
@starts_from(Matter.adopted)
def test_days_that_cannot_be_are_refused_in_the_form(days, case, registrator, as_user, record):
    as_user(registrator)

    response = record(reverse("case_announce", args=[case.pk]), days)

    assert response.status_code == 422
    assert not Announcement.objects.exists()


@starts_from(Matter.adopted)
def test_the_clock_alone_is_answered_while_the_form_is_filled_in(case, registrator, as_user):
    url = reverse("case_announce", args=[case.pk])

    response = as_user(registrator).post(url, {**DAYS, "action": "live"})

    assert response.status_code == 200
    assert "<html" not in response.content.decode()


@starts_from(Matter.announced)
def test_an_appeal_is_recorded(case, registrator, as_user):
    url = reverse("case_appeal", args=[case.pk])
    data = {"outcome": "inlamnat", "on": "2026-07-01", "note": "Mål 1234-26."}

    response = as_user(registrator).post(url, data)
    refused = as_user(registrator).post(url, {**data, "outcome": ""})

    assert response.status_code == 302
    assert Appeal.objects.get().outcome == "inlamnat"
    assert refused.status_code == 422


@starts_from(Matter.announced)
def test_what_a_higher_court_said_is_recorded_of_a_quashed_decision_and_of_no_other(
    case, registrator, as_user
):
    client = as_user(registrator)
    url = reverse("case_appeal", args=[case.pk])
    restored = {"outcome": "faststallt", "on": "2026-07-03", "note": ""}

    early = client.post(url, restored)
    quashed = client.post(url, {**restored, "outcome": "upphavt", "on": "2026-07-02"})
    offered = client.get(case_url(case)).content.decode()
    late = client.post(url, restored)

    assert [page.status_code for page in (early, quashed, late)] == [422, 302, 302]
    assert url in offered
    assert list(Appeal.objects.values_list("outcome", flat=True)) == ["upphavt", "faststallt"]


@starts_from(Matter.announced)
def test_nothing_can_have_become_known_on_a_day_to_come(case, registrator, as_user, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2026, 7, 1))
    client, url = as_user(registrator), reverse("case_appeal", args=[case.pk])
    data = {"outcome": "upphavt", "note": ""}

    early = client.post(url, {**data, "on": "2026-07-02"})
    kept = Appeal.objects.count()
    in_time = client.post(url, {**data, "on": "2026-07-01"})

    assert (early.status_code, kept) == (422, 0)
    assert "har inte kommit än" in early.content.decode()
    assert in_time.status_code == 302


@starts_from(Matter.before_council)
def test_what_follows_a_rejection_is_offered_on_the_page_of_its_case(matter, registrator, as_user):
    case = matter.decided(matter.kf, date(2026, 6, 15), Outcome.AVSLAG, present=60).case

    page = as_user(registrator).get(case_url(case)).content.decode()

    assert reverse("case_announce", args=[case.pk]) in page
    assert reverse("case_appeal", args=[case.pk]) in page


@pytest.mark.parametrize(("today", "status"), [("2026-07-10", 422), ("2026-07-11", 302)])
@starts_from(Matter.announced)
def test_laga_kraft_is_confirmed_the_day_after_the_last_day(
    today, status, case, registrator, as_user, monkeypatch
):
    monkeypatch.setattr(
        "django.utils.timezone.localdate",
        lambda *args: date.fromisoformat(today),
    )

    response = as_user(registrator).post(reverse("case_laga_kraft", args=[case.pk]))

    assert response.status_code == status
    assert LagaKraft.objects.exists() is (status == 302)
