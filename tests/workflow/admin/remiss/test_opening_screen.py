"""The form from which an official sends a text out on remiss."""

from datetime import date

import pytest

from plandocs.models import RemissRoundPage
from plandocs.vocabulary import Outcome
from tests.factories.situations import BODY, MEASURE, Matter, starts_from
from tests.workflow.conftest import OPENED, url
from workflow.admin.remiss.opening_form import suggested_last_day
from workflow.services.memos import MemoWords, draft_memo

pytestmark = pytest.mark.usefixtures("today")


@starts_from(Matter.reworked)
def test_the_text_is_sent_out_from_the_form(acting, matter, socialnamnden):
    form = {
        "to": [socialnamnden.pk],
        "closes_on": "2026-04-07",
        "questions": "Vad saknas?\n\n  Vad är för mycket? ",
        "missive": "Vi vill veta <vad> ni tycker.\n\nSvara kort.",
        "is_public": "on",
    }

    response = acting("handlaggare").post(url("remiss_open", matter.case.pk), form)

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


@starts_from(Matter.opened)
def test_a_refusal_is_said_in_the_form(acting, matter):
    response = acting("handlaggare").post(
        url("remiss_open", matter.case.pk),
        {"is_public": "on", "closes_on": "2026-04-07"},
    )

    assert response.status_code == 422
    assert response.context["form"].non_field_errors()
    assert not RemissRoundPage.objects.exists()


def turned_down(matter):
    """Bring the case back from a committee that would not send it out."""
    return matter.before_committee().decided(matter.ksau, OPENED, Outcome.ATERREMISS, paragraph=12)


@pytest.mark.parametrize(
    ("starting_point", "missing"),
    [
        (Matter.opened, "Arbetsutskottet har inte godkänt att texten skickas ut"),
        (turned_down, "Arbetsutskottet har inte godkänt att texten skickas ut"),
        (Matter.before_committee, "Registrera först vad arbetsutskottet beslutade"),
        (Matter.before_board, "Om ärendet återremitteras kan texten skickas ut på nytt"),
        (Matter.adopted, "Ärendet är avgjort"),
    ],
    indirect=["starting_point"],
)
def test_what_is_missing_is_said_at_once_and_there_is_no_form_to_fill_in_in_vain(
    acting, matter, missing
):
    response = acting("handlaggare").get(url("remiss_open", matter.case.pk))

    page = response.content.decode()
    assert response.status_code == 200
    assert missing in page
    assert "closes_on" not in page
    assert url("case_page", matter.case.pk) in page


@pytest.mark.parametrize("is_begun", [True, False])
@starts_from(Matter.opened)
def test_what_is_missing_comes_with_the_way_to_the_memo_that_asks_for_it(
    acting, matter, ksau, is_begun
):
    case = matter.case
    way = f"{url('memo_new', case.pk)}?till={ksau.pk}"
    if is_begun:
        memo = draft_memo(
            words=MemoWords(proposal=["Ut."]),
            case=case,
            to=ksau,
            on=OPENED,
            user=matter.handlaggare,
        )
        way = url("memo_edit", memo.pk)

    page = acting("handlaggare").get(url("remiss_open", case.pk)).content.decode()

    assert f'href="{way}"' in page


@starts_from(Matter.before_board)
def test_what_was_written_meanwhile_is_kept_when_the_case_has_moved_on(acting, matter):
    form = {"is_public": "on", "closes_on": "2026-04-07", "missive": "Det tog tid att skriva."}

    response = acting("handlaggare").post(url("remiss_open", matter.case.pk), form)

    assert response.status_code == 422
    assert "Det tog tid att skriva." in response.content.decode()
