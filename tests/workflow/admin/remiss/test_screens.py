"""The officials' remiss screens in the admin: who may, what they show, and what they do."""

import re
from datetime import date
from uuid import UUID

import pytest

from plandocs.models import Bemotande, RemissAnswer
from plandocs.vocabulary import AnswerChannel, CaseStage, PointResponse, Stance
from tests.factories.situations import MEASURE, PARAGRAPH, starts_from
from tests.workflow.answering.test_answer_form import filled
from tests.workflow.conftest import AFTER, LAST_DAY, OPENED, out_on_remiss, url
from workflow.mail.secret_links import link_of
from workflow.services.remiss import NewAnswer, NewPoint, answer_point, close_remiss, receive_answer

pytestmark = [starts_from(out_on_remiss), pytest.mark.usefixtures("today")]


@pytest.fixture
def answers(remiss, asked):
    """Socialnämnden and a resident have answered, out of the order of the text."""
    first = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.LANK,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(UUID(MEASURE), "Om insatsen."), NewPoint(None, "Om helheten.")],
        ),
        round=remiss,
        received_on=OPENED,
        recipient=asked,
    )
    second = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(UUID(PARAGRAPH), "Om bakgrunden.")],
            respondent="Astrid",
        ),
        round=remiss,
        received_on=OPENED,
    )
    return [first, second]


def test_a_text_that_is_out_already_leads_to_its_round(acting, remiss, matter):
    page = acting("handlaggare").get(url("remiss_open", matter.case.pk)).content.decode()

    assert f'href="{url("remiss_round", remiss.pk)}"' in page
    assert "closes_on" not in page


GUARDED = re.compile(r'<form[^>]+data-controller="w-unsaved"[^>]*>')


@pytest.mark.parametrize("screen", ["remiss_open", "remiss_register", "remiss_points"])
def test_a_screen_with_something_to_write_asks_before_the_words_are_left(
    acting, matter, remiss, answers, today, screen
):
    today(AFTER)
    browser = acting("superuser")
    if screen == "remiss_open":
        close_remiss(round=remiss, on=AFTER, user=matter.handlaggare)
    at = matter.case.pk if screen == "remiss_open" else remiss.pk

    page = browser.get(url(screen, at)).content.decode()

    assert len(GUARDED.findall(page)) == (3 if screen == "remiss_points" else 1)
    assert "js/admin/forms" in page


def test_a_form_that_comes_back_refused_has_words_to_lose(acting, remiss):
    response = acting("registrator").post(
        url("remiss_register", remiss.pk), filled(("", "Ur brevet."), received_on="")
    )

    assert 'data-w-unsaved-force-value="true"' in response.content.decode()


def test_so_has_one_that_was_sent_only_to_get_room_for_another_comment(acting, remiss):
    form = filled(("", "Ur brevet."), add_point="1")

    page = acting("registrator").post(url("remiss_register", remiss.pk), form).content.decode()

    assert 'data-w-unsaved-force-value="true"' in page


MAY_SEE = {"handlaggare", "registrator", "administrator", "superuser"}
MAY_LEAD = {"handlaggare", "superuser"}
MAY_REGISTER = {"registrator", "superuser"}


@pytest.mark.parametrize(
    "role",
    sorted(MAY_SEE | {"fortroendevald", "oversattare", "redaktor"}),
)
def test_who_may_be_on_which_screen(acting, role, remiss, matter):
    browser = acting(role)
    screens = {
        url("remiss_round", remiss.pk): MAY_SEE,
        url("remiss_points", remiss.pk): MAY_SEE,
        url("remiss_open", matter.case.pk): MAY_LEAD,
        url("remiss_register", remiss.pk): MAY_REGISTER,
    }

    may_be_on = {address for address in screens if browser.get(address).status_code == 200}

    assert may_be_on == {address for address, roles in screens.items() if role in roles}


@pytest.mark.parametrize("role", sorted(MAY_SEE - MAY_LEAD))
def test_only_who_leads_the_remiss_sees_the_links_and_what_moves_it(acting, role, remiss, asked):
    page = acting(role).get(url("remiss_round", remiss.pk)).content.decode()

    assert link_of(asked) not in page
    assert url("remiss_extend", remiss.pk) not in page


@pytest.mark.parametrize("role", sorted(MAY_SEE - MAY_LEAD))
def test_nor_can_others_move_it_by_hand(acting, role, remiss, asked, matter):
    browser, nonce = acting(role), asked.nonce

    browser.post(url("remiss_extend", remiss.pk), {"closes_on": "2026-05-01"})
    browser.post(url("remiss_close", remiss.pk))
    browser.post(url("remiss_renew_link", asked.pk), {"email": "x@example.org"})

    remiss.refresh_from_db()
    asked.refresh_from_db()
    assert (remiss.closes_on, remiss.closed_on, asked.nonce) == (LAST_DAY, None, nonce)


def test_the_round_shows_who_has_answered_and_what_is_left(acting, remiss, answers, asked):
    response = acting("handlaggare").get(url("remiss_round", remiss.pk))

    overview = response.context["overview"]
    assert overview.answered == 1
    assert [answer.respondent for answer in overview.others] == ["Astrid"]
    assert (overview.progress.answered, overview.progress.total) == (0, 3)
    assert link_of(asked) in response.content.decode()


def test_more_time_is_given_from_the_screen(acting, remiss):
    acting("handlaggare").post(url("remiss_extend", remiss.pk), {"closes_on": "2026-05-04"})

    remiss.refresh_from_db()
    assert remiss.closes_on == date(2026, 5, 4)


def test_the_round_is_closed_from_the_screen_the_day_after(acting, remiss, matter, today):
    today(AFTER)

    response = acting("handlaggare").post(url("remiss_close", remiss.pk))

    matter.case.refresh_from_db()
    assert response["Location"] == url("remiss_points", remiss.pk)
    assert matter.case.stage == CaseStage.BEARBETAS


def test_whoever_closes_is_told_first_what_is_not_answered(acting, remiss, answers, today):
    today(AFTER)

    page = acting("handlaggare").get(url("remiss_round", remiss.pk)).content.decode()

    assert "1 av dem som tillfrågades har inte svarat" in page
    assert "3 synpunkter har inte bemötts" in page


def test_closing_too_early_is_refused_in_a_sentence(acting, remiss):
    browser, screen = acting("handlaggare"), url("remiss_round", remiss.pk)

    response = browser.post(
        url("remiss_close", remiss.pk), headers={"referer": f"http://testserver{screen}"}
    )

    remiss.refresh_from_db()
    assert response.status_code == 302
    assert remiss.closed_on is None


def test_a_link_is_replaced_from_the_screen(acting, asked):
    nonce = asked.nonce

    acting("handlaggare").post(url("remiss_renew_link", asked.pk), {"email": "ny@example.org"})

    asked.refresh_from_db()
    assert asked.nonce != nonce
    assert asked.email == "ny@example.org"


def test_a_wrong_address_replaces_nothing(acting, asked):
    nonce = asked.nonce

    acting("handlaggare").post(url("remiss_renew_link", asked.pk), {"email": "ingen adress"})

    asked.refresh_from_db()
    assert asked.nonce == nonce


def test_a_letter_is_registered_with_its_points_and_marked_late(
    acting, remiss, socialnamnden, today
):
    today(date(2026, 4, 20))
    form = filled((MEASURE, "Ur brevet."), organisation=socialnamnden.pk, received_on="2026-04-15")

    response = acting("registrator").post(url("remiss_register", remiss.pk), form)

    answer = RemissAnswer.objects.get()
    assert response.status_code == 302
    assert (answer.channel, answer.is_late) == (AnswerChannel.REGISTRERAD, True)
    assert answer.organisation == socialnamnden
    assert answer.points.get().text == "Ur brevet."


def test_a_letter_without_a_day_is_not_registered(acting, remiss):
    response = acting("registrator").post(
        url("remiss_register", remiss.pk), filled(("", "Ur brevet."), received_on="")
    )

    assert response.status_code == 422
    assert not RemissAnswer.objects.exists()


def test_the_points_stand_in_the_order_of_the_text(acting, remiss, answers):
    groups = acting("handlaggare").get(url("remiss_points", remiss.pk)).context["groups"]

    texts = [row.point.text for group in groups for row in group.rows]
    assert texts == ["Om helheten.", "Om bakgrunden.", "Om insatsen."]


def test_or_answer_by_answer(acting, remiss, answers):
    response = acting("handlaggare").get(url("remiss_points", remiss.pk), {"ordna": "svar"})

    groups = response.context["groups"]
    assert [group.answer for group in groups] == answers
    assert [row.point.text for row in groups[0].rows] == ["Om insatsen.", "Om helheten."]


def test_a_point_is_answered_where_it_stands_and_the_next_comes_up(acting, remiss, answers):
    whole, background = answers[0].points.get(number=2), answers[1].points.get()
    form = {
        "point": whole.pk,
        f"point-{whole.pk}-response": PointResponse.NOTERAS,
        f"point-{whole.pk}-reason": "Tack.",
        f"point-{whole.pk}-block_id": "",
    }

    response = acting("handlaggare").post(url("remiss_points", remiss.pk), form)

    assert response["Location"].endswith(f"#punkt-{background.pk}")
    assert Bemotande.objects.get().point == whole


def test_a_response_without_a_reason_is_asked_for_where_it_stands(acting, remiss, answers):
    point = answers[1].points.get()
    form = {"point": point.pk, f"point-{point.pk}-response": PointResponse.BEAKTAS}

    response = acting("handlaggare").post(url("remiss_points", remiss.pk), form)

    rows = [row for group in response.context["groups"] for row in group.rows]
    assert response.status_code == 422
    assert [row.point for row in rows if row.form.errors] == [point]
    assert not Bemotande.objects.exists()


def test_those_who_only_read_get_no_form(acting, remiss, answers, handlaggare):
    answer_point(
        point=answers[1].points.get(),
        response=PointResponse.NOTERAS,
        reason="Vi har läst det.",
        on=OPENED,
        user=handlaggare,
    )

    response = acting("administrator").get(url("remiss_points", remiss.pk))

    assert "Vi har läst det." in response.content.decode()
    assert 'name="point"' not in response.content.decode()


def test_an_answer_is_let_out_and_taken_down_by_the_registrar(acting, answers):
    browser, address = acting("registrator"), url("remiss_show", answers[0].pk)

    browser.post(address, {"shown": "yes"})
    answers[0].refresh_from_db()
    assert answers[0].is_shown

    browser.post(address, {"shown": "no"})
    answers[0].refresh_from_db()
    assert not answers[0].is_shown


def test_a_personal_number_is_pointed_out_before_the_answer_is_let_out(acting, remiss, answers):
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(None, "Mitt nummer är 811218-9876.")],
        ),
        round=remiss,
        received_on=OPENED,
    )

    page = acting("registrator").get(url("remiss_points", remiss.pk), {"ordna": "svar"})

    assert page.content.decode().count("ett personnummer.") == 1


def test_others_cannot_let_an_answer_out(acting, answers):
    acting("handlaggare").post(url("remiss_show", answers[0].pk), {"shown": "yes"})

    answers[0].refresh_from_db()
    assert not answers[0].is_shown


def test_the_screens_ask_no_more_of_the_database_for_more_points(
    acting, remiss, asked, answers, django_assert_max_num_queries
):
    browser, address = acting("handlaggare"), url("remiss_points", remiss.pk)
    browser.get(address)
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.LANK,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(UUID(MEASURE), f"Synpunkt {number}") for number in range(40)],
        ),
        round=remiss,
        received_on=OPENED,
        recipient=asked,
    )

    with django_assert_max_num_queries(45):
        response = browser.get(address)

    assert response.status_code == 200
