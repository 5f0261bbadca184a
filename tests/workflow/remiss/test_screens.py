"""The officials' remiss screens in the admin: who may, what they show, and what they do."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from plandocs.models import Bemotande, RemissAnswer, RemissRoundPage
from plandocs.vocabulary import AnswerChannel, CaseStage, Outcome, PointResponse, Stance
from tests.factories.situations import BODY, MEASURE, PARAGRAPH
from tests.workflow.remiss.conftest import AFTER, LAST_DAY, OPENED
from tests.workflow.remiss.test_answer_form import filled
from workflow.admin.remiss.forms import suggested_last_day
from workflow.secret_links import link_of
from workflow.services.memos import draft_memo
from workflow.services.remiss import NewPoint, answer_point, close_remiss, receive_answer


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The wall clock of the screens."""

    def becomes(day):
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    becomes(OPENED)
    return becomes


@pytest.fixture
def acting(client, cast):
    """A browser in which somebody of the cast is logged in."""

    def logged_in(role):
        client.force_login(cast[role])
        return client

    return logged_in


@pytest.fixture
def answers(remiss, asked):
    """Socialnämnden and a resident have answered, out of the order of the text."""
    first = receive_answer(
        round=remiss,
        channel=AnswerChannel.LANK,
        stance=Stance.SYNPUNKTER,
        points=[NewPoint(UUID(MEASURE), "Om insatsen."), NewPoint(None, "Om helheten.")],
        received_on=OPENED,
        recipient=asked,
    )
    second = receive_answer(
        round=remiss,
        channel=AnswerChannel.OPPEN,
        stance=Stance.SYNPUNKTER,
        points=[NewPoint(UUID(PARAGRAPH), "Om bakgrunden.")],
        received_on=OPENED,
        respondent="Astrid",
    )
    return [first, second]


def url(name, *args):
    return reverse(name, args=args)


def test_the_text_is_sent_out_from_the_form(acting, matter, socialnamnden):
    case = matter.reworked().case
    form = {
        "to": [socialnamnden.pk],
        "closes_on": "2026-04-07",
        "questions": "Vad saknas?\n\n  Vad är för mycket? ",
        "missive": "Vi vill veta <vad> ni tycker.\n\nSvara kort.",
        "is_public": "on",
    }

    response = acting("handlaggare").post(url("remiss_open", case.pk), form)

    page = RemissRoundPage.objects.get()
    assert response["Location"] == url("remiss_round", page.pk)
    assert page.questions == ["Vad saknas?", "Vad är för mycket?"]
    assert page.missive == "<p>Vi vill veta &lt;vad&gt; ni tycker.</p><p>Svara kort.</p>"
    assert page.is_public
    assert [recipient.organisation for recipient in page.recipients.all()] == [socialnamnden]


def test_the_form_suggests_eight_weeks_and_the_bodies_that_the_text_names(
    acting, matter, socialnamnden, utbildningsnamnden
):
    body = [BODY[0]]
    lead = {
        "type": "item",
        "id": "44444444-4444-4444-8444-444444444446",
        "value": {"organisation": socialnamnden.pk, "as_printed": "socialnämnden"},
    }
    measure = {**BODY[1]["value"]["measures"][0]["value"], "lead": [lead]}
    body.append(
        {
            "type": "measures",
            "id": BODY[1]["id"],
            "value": [{"type": "item", "id": MEASURE, "value": measure}],
        }
    )
    matter.opened(body=body).memo(matter.ksau, date(2026, 1, 20))
    case = matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=12).case

    form = acting("handlaggare").get(url("remiss_open", case.pk)).context["form"]

    chosen = [choice for _type, choices in form.bodies() for choice in choices if choice.is_chosen]
    assert [choice.organisation for choice in chosen] == [socialnamnden]
    assert form["closes_on"].value() == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("opened_on", "last_day"),
    [
        (date(2026, 2, 10), date(2026, 4, 7)),
        (date(2026, 4, 24), date(2026, 6, 22)),  # 19 June is midsommarafton
        (date(2026, 10, 30), date(2026, 12, 28)),  # 25 December
    ],
)
def test_the_last_day_suggested_is_a_vardag(opened_on, last_day):
    assert suggested_last_day(opened_on) == last_day


def test_a_refusal_is_said_in_the_form(acting, matter):
    case = matter.opened().case

    response = acting("handlaggare").post(
        url("remiss_open", case.pk),
        {"is_public": "on", "closes_on": "2026-04-07"},
    )

    assert response.status_code == 422
    assert response.context["form"].non_field_errors()
    assert not RemissRoundPage.objects.exists()


def before_the_committee(matter):
    matter.opened()


def with_the_committee(matter):
    matter.before_committee()


def turned_down(matter):
    matter.before_committee().decided(matter.ksau, OPENED, Outcome.ATERREMISS, paragraph=12)


def with_the_board(matter):
    matter.before_board()


def adopted(matter):
    matter.adopted()


@pytest.mark.parametrize(
    ("arrive", "missing"),
    [
        (before_the_committee, "Arbetsutskottet har inte godkänt att texten skickas ut"),
        (turned_down, "Arbetsutskottet har inte godkänt att texten skickas ut"),
        (with_the_committee, "Registrera först vad arbetsutskottet beslutade"),
        (with_the_board, "Om ärendet återremitteras kan texten skickas ut på nytt"),
        (adopted, "Ärendet är avgjort"),
    ],
)
def test_what_is_missing_is_said_at_once_and_there_is_no_form_to_fill_in_in_vain(
    acting, matter, arrive, missing
):
    arrive(matter)

    response = acting("handlaggare").get(url("remiss_open", matter.case.pk))

    page = response.content.decode()
    assert response.status_code == 200
    assert missing in page
    assert "closes_on" not in page
    assert url("case_page", matter.case.pk) in page


@pytest.mark.parametrize("is_begun", [True, False])
def test_what_is_missing_comes_with_the_way_to_the_memo_that_asks_for_it(
    acting, matter, ksau, is_begun
):
    case = matter.opened().case
    way = f"{url('memo_new', case.pk)}?till={ksau.pk}"
    if is_begun:
        memo = draft_memo(case=case, to=ksau, proposal=["Ut."], on=OPENED, user=matter.handlaggare)
        way = url("memo_edit", memo.pk)

    page = acting("handlaggare").get(url("remiss_open", case.pk)).content.decode()

    assert f'href="{way}"' in page


def test_a_text_that_is_out_already_leads_to_its_round(acting, remiss, matter):
    page = acting("handlaggare").get(url("remiss_open", matter.case.pk)).content.decode()

    assert f'href="{url("remiss_round", remiss.pk)}"' in page
    assert "closes_on" not in page


def test_what_was_written_meanwhile_is_kept_when_the_case_has_moved_on(acting, matter):
    case = matter.before_board().case
    form = {"is_public": "on", "closes_on": "2026-04-07", "missive": "Det tog tid att skriva."}

    response = acting("handlaggare").post(url("remiss_open", case.pk), form)

    assert response.status_code == 422
    assert "Det tog tid att skriva." in response.content.decode()


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
        round=remiss,
        channel=AnswerChannel.OPPEN,
        stance=Stance.SYNPUNKTER,
        points=[NewPoint(None, "Mitt nummer är 811218-9876.")],
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
        round=remiss,
        channel=AnswerChannel.LANK,
        stance=Stance.SYNPUNKTER,
        points=[NewPoint(UUID(MEASURE), f"Synpunkt {number}") for number in range(40)],
        received_on=OPENED,
        recipient=asked,
    )

    with django_assert_max_num_queries(45):
        response = browser.get(address)

    assert response.status_code == 200
