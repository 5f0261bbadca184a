"""The reading room: for those who may read cases, without the admin."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plandocs.vocabulary import AnswerChannel, ChangeKind, Outcome, PointResponse, Stance
from tests.factories.situations import MEASURE, Matter, starts_from
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Ballot, Vote
from workflow.services.memos import MemoWords, draft_memo, redraft_memo, send_memo
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    NewRound,
    answer_point,
    close_remiss,
    open_remiss,
    receive_answer,
)
from workflow.services.texts import edit_text


@pytest.fixture
def rooms(case):
    return [
        reverse("reading_list"),
        reverse("reading_case", args=[case.slug]),
        reverse("reading_text", args=[case.slug]),
        reverse("reading_memo", args=[case.submissions.last().memo_id]),
    ]


@starts_from(Matter.before_council)
def test_the_elected_read_every_page(rooms, fortroendevald, as_user):
    client = as_user(fortroendevald)

    assert [client.get(room).status_code for room in rooms] == [200, 200, 200, 200]


@starts_from(Matter.before_council)
def test_whoever_has_not_signed_in_is_shown_the_door(rooms, client):
    for room in rooms:
        response = client.get(room)

        assert response.status_code == 302
        assert response.url.startswith(reverse("reading_login"))


@pytest.mark.parametrize("role", ["oversattare", "redaktor"])
@starts_from(Matter.before_council)
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


@starts_from(Matter.before_council)
def test_a_memo_that_has_not_been_sent_stays_in_the_drawer(
    case, handlaggare, kf, fortroendevald, as_user
):
    memo = draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=case,
        to=kf,
        on=date(2026, 6, 1),
        user=handlaggare,
    )

    response = as_user(fortroendevald).get(reverse("reading_memo", args=[memo.pk]))

    assert response.status_code == 404


@starts_from(Matter.before_council)
def test_the_text_shows_first_what_has_changed(case, handlaggare, fortroendevald, as_user):
    edit_text(
        case=case,
        find="en cykel",
        replace="en elcykel",
        kind=ChangeKind.REDAKTIONELL,
        on=date(2026, 6, 1),
        user=handlaggare,
    )

    page = as_user(fortroendevald).get(reverse("reading_text", args=[case.slug]))

    assert len(page.context["read"].changes) == 1
    assert "elcykel" in page.content.decode()


@starts_from(Matter.before_council)
def test_no_page_of_the_room_is_kept_or_found_by_search(rooms, fortroendevald, as_user):
    for room in rooms:
        response = as_user(fortroendevald).get(room)

        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]


@starts_from(Matter.reworked)
def test_the_memo_is_read_on_the_page_itself(case, ks, handlaggare, fortroendevald, as_user):
    memo = draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=case,
        to=ks,
        on=date(2026, 5, 4),
        user=handlaggare,
    )
    redraft_memo(
        words=MemoWords(
            proposal=["Planen antas."],
            summary="",
            background="Så här började det.",
            assessment="Planen behövs.",
            attachments=["Karta över stråken"],
        ),
        memo=memo,
        on=date(2026, 5, 4),
        user=handlaggare,
    )
    send_memo(memo=memo, on=date(2026, 5, 4), user=handlaggare)

    page = as_user(fortroendevald).get(reverse("reading_case", args=[case.slug])).content.decode()

    for words in ("Planen antas.", "Så här började det.", "Planen behövs.", "Karta över stråken"):
        assert words in page


@pytest.fixture
def answered_case(case, handlaggare):
    """A case whose only remiss has been answered about its measure, and the measure changed."""
    remiss = open_remiss(
        round=NewRound(closes_on=date(2026, 4, 7), to=[], is_public=True, questions=[]),
        case=case,
        on=date(2026, 2, 10),
        user=handlaggare,
    )
    answer = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(UUID(MEASURE), "Säg vem.")],
        ),
        round=remiss,
        received_on=date(2026, 3, 1),
    )
    close_remiss(round=remiss, on=date(2026, 4, 8), user=handlaggare)
    edit_text(
        case=case,
        find="Tekniska kontoret",
        replace="Gatukontoret",
        kind=ChangeKind.I_SAK,
        on=date(2026, 4, 9),
        user=handlaggare,
    )
    answer_point(
        point=answer.points.get(),
        response=PointResponse.BEAKTAS,
        reason="Kontoret har bytt namn.",
        block_id=UUID(MEASURE),
        on=date(2026, 4, 9),
        user=handlaggare,
    )
    return case


@starts_from(Matter.reworked)
def test_an_answer_leads_to_the_text_and_stands_beside_the_words_it_changed(
    answered_case, fortroendevald, as_user
):
    address = reverse("reading_case", args=[answered_case.slug])

    page = as_user(fortroendevald).get(address).content.decode()

    text = reverse("reading_text", args=[answered_case.slug])
    assert f'href="{text}#' in page
    for words in (
        "Säg vem.",
        "Kontoret har bytt namn.",
        "Tekniska kontoret</del>",
        "Gatukontoret</ins>",
    ):
        assert words in page


@starts_from(Matter.before_council)
def test_a_decision_tells_of_its_votes_its_reservations_and_the_rule_it_departs_from(
    case, matter, kf, fortroendevald, as_user
):
    matter.decided(
        kf,
        date(2026, 6, 15),
        Outcome.BORDLAGGNING,
        paragraph=90,
        present=30,
        ballot=Ballot(present=30, in_favour=25, against=5),
        reservations=["Åsa Berg (A) reserverar sig."],
        despite=["quorum_missing"],
        note="Så står det i det justerade protokollet.",
    )

    page = as_user(fortroendevald).get(reverse("reading_case", args=[case.slug]))

    for words in ("hälften", "justerade protokollet", "Åsa Berg (A)", "25 för, 5 emot"):
        assert words in page.content.decode()


@starts_from(Matter.before_council)
def test_the_elected_read_who_voted_how(case, matter, kf, fortroendevald, as_user):
    names = RollCall(["Anna Ek (S)", "Bo Al (M)"], ["Cilla Berg (V)"])
    matter.decided(
        kf,
        date(2026, 6, 15),
        Outcome.BIFALL,
        paragraph=90,
        present=60,
        votes=[Vote("", "bifall", "avslag", 2, 1, roll_call=names)],
    )

    page = as_user(fortroendevald).get(reverse("reading_case", args=[case.slug]))

    assert "Anna Ek (S) · Bo Al (M)" in page.content.decode()
    assert "Cilla Berg (V)" in page.content.decode()


@starts_from(Matter.referred_back)
def test_a_memo_tells_of_the_rule_it_was_sent_in_spite_of(
    case, ks, handlaggare, fortroendevald, as_user
):
    memo = draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=case,
        to=ks,
        on=date(2026, 8, 3),
        user=handlaggare,
    )
    send_memo(
        memo=memo,
        on=date(2026, 8, 3),
        user=handlaggare,
        despite=["motive_unanswered"],
        note="Nämnden ville ha ärendet ändå.",
    )

    page = as_user(fortroendevald).get(reverse("reading_case", args=[case.slug])).content.decode()

    assert "Skickad trots en regel" in page
    assert "Nämnden ville ha ärendet ändå." in page


@starts_from(Matter.adopted)
def test_cases_that_are_ended_stand_by_themselves(case, fortroendevald, as_user):
    page = as_user(fortroendevald).get(reverse("reading_list")).content.decode()

    assert page.index("Avslutade ärenden") < page.index(case.diarienummer)


def test_a_case_asks_as_much_of_the_database_for_twenty_answers_as_for_two(
    matter, fortroendevald, as_user, django_assert_num_queries
):
    matter.reworked()
    page = open_remiss(
        round=NewRound(closes_on=date(2026, 4, 7), to=[], is_public=True, questions=[]),
        case=matter.case,
        on=date(2026, 2, 10),
        user=matter.handlaggare,
    )
    client, address = as_user(fortroendevald), reverse("reading_case", args=[matter.case.slug])

    def answered(times):
        for _time in range(times):
            receive_answer(
                answer=NewAnswer(
                    channel=AnswerChannel.OPPEN,
                    stance=Stance.SYNPUNKTER,
                    points=[NewPoint(UUID(MEASURE), "Säg vem.")],
                ),
                round=page,
                received_on=date(2026, 3, 3),
            )

    answered(2)
    client.get(address)
    with CaptureQueriesContext(connection) as for_two:
        client.get(address)
    answered(18)

    with django_assert_num_queries(len(for_two)):
        client.get(address)
