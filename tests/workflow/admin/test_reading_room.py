"""The reading room: for those who may read cases, without the admin."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.vocabulary import ChangeKind
from workflow.services.memos import draft_memo
from workflow.services.texts import edit_text


@pytest.fixture
def rooms(council_case):
    return [
        reverse("reading_list"),
        reverse("reading_case", args=[council_case.slug]),
        reverse("reading_text", args=[council_case.slug]),
        reverse("reading_memo", args=[council_case.submissions.last().memo_id]),
    ]


def test_the_elected_read_every_page(rooms, fortroendevald, as_user):
    client = as_user(fortroendevald)

    assert [client.get(room).status_code for room in rooms] == [200, 200, 200, 200]


def test_whoever_has_not_signed_in_is_shown_the_door(rooms, client):
    for room in rooms:
        response = client.get(room)

        assert response.status_code == 302
        assert response.url.startswith(reverse("reading_login"))


@pytest.mark.parametrize("role", ["oversattare", "redaktor"])
def test_the_room_is_shut_to_those_who_may_not_read_cases(role, cast, rooms, as_user):
    client = as_user(cast[role])

    assert {client.get(room).status_code for room in rooms} == {403}


def test_one_signs_in_by_a_door_of_its_own_and_out_again(fortroendevald, client):
    signed_in = client.post(
        reverse("reading_login"), {"username": "fortroendevald", "password": "lösenord"}
    )
    wrong = client.post(reverse("reading_login"), {"username": "fortroendevald", "password": "fel"})
    signed_out = client.post(reverse("reading_logout"))

    assert signed_in.url == reverse("reading_list")
    assert wrong.status_code == 200
    assert signed_out.url == reverse("reading_login")


def test_a_memo_that_has_not_been_sent_stays_in_the_drawer(
    council_case, handlaggare, kf, fortroendevald, as_user
):
    memo = draft_memo(
        case=council_case, to=kf, proposal=["Antas."], on=date(2026, 6, 1), user=handlaggare
    )

    response = as_user(fortroendevald).get(reverse("reading_memo", args=[memo.pk]))

    assert response.status_code == 404


def test_the_text_shows_first_what_has_changed(council_case, handlaggare, fortroendevald, as_user):
    edit_text(
        case=council_case,
        find="en cykel",
        replace="en elcykel",
        kind=ChangeKind.REDAKTIONELL,
        on=date(2026, 6, 1),
        user=handlaggare,
    )

    page = as_user(fortroendevald).get(reverse("reading_text", args=[council_case.slug]))

    assert len(page.context["read"].changes) == 1
    assert "elcykel" in page.content.decode()


def test_no_page_of_the_room_is_kept_or_found_by_search(rooms, fortroendevald, as_user):
    for room in rooms:
        response = as_user(fortroendevald).get(room)

        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]
