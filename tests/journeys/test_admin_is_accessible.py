"""The officials' screens and the reading room: axe finds nothing, at the desk and on the phone."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from plandocs.models import TjansteskrivelsePage
from tests.journeys.desk import TODAY, Desk
from tests.journeys.people import PASSWORD
from workflow.mail.secret_links import receipt_token_of, token_of
from workflow.services import flood
from workflow.services.remiss import show_answer

DESK = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
WITHOUT_MESSAGES = {"exclude": [[".messages"]]}  # Wagtail fades them in, pale at first
WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def desk(town, matter, superuser, today_is):
    today_is(TODAY)
    return Desk(matter, superuser)


class Looked:
    """What axe has found, screen by screen."""

    def __init__(self, person):
        self.person = person
        self.found = []

    def at(self, name, *args):
        self.person.goes(name if name.startswith("/") else reverse(name, args=args))
        self.here(name)

    def here(self, name):
        for violation in Axe().run(self.person.page, WITHOUT_MESSAGES).response["violations"]:
            for node in violation["nodes"]:
                self.found.append(f"{name}: {violation['id']}: {node['html'][:200]}")
        if self.person.page.evaluate(WIDE):
            self.found.append(f"{name}: wider than the screen")


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def looked(request, superuser, passer_by):
    """The eyes of somebody to whom every button is shown."""
    superuser.set_password(PASSWORD)
    superuser.save()
    return Looked(passer_by(**request.param).signs_in(superuser.username))


def test_lists_and_pages_of_cases(desk, looked):
    drafted, at_council, adopted = desk.drafted(), desk.before_council(), desk.adopted()

    looked.at("/admin/")
    looked.at("case_list")
    looked.at("steps_and_roles")
    for case in (drafted, at_council, adopted):
        looked.at("case_page", case.pk)
    looked.at("case_journal", adopted.pk)

    assert looked.found == []


def test_forms_for_text_and_memo(desk, looked):
    case = desk.drafted()

    looked.at("case_open")
    looked.person.sends("Öppna ärendet")
    expect(looked.person.main.get_by_role("alert")).to_be_visible()
    looked.here("case_open, refused")
    looked.at("case_import", case.pk)
    looked.at("case_edit_text", case.pk)
    looked.at("memo_new", case.pk)
    looked.at("memo_edit", TjansteskrivelsePage.objects.get().pk)

    assert looked.found == []


def test_the_form_of_a_decision_with_its_panel(desk, looked):
    case = desk.before_council()
    person = looked.person

    looked.at("decision_new", case.pk)
    person.dates("Sammanträdesdatum", "2026-06-15")
    person.fills("§", 90)
    person.ticks("Återremiss")
    person.fills("Närvarande", 20)
    person.sees("Reglerna tillåter inte detta")
    looked.here("decision_new, the panel while it is filled in")
    person.sends("Kontrollera")
    looked.here("decision_new, checked")
    person.sends("Registrera beslutet")
    expect(person.main.get_by_role("alert")).to_be_visible()
    looked.here("decision_new, refused")

    assert looked.found == []


def test_what_follows_a_decision(desk, looked):
    case = desk.adopted(announced=False)
    person = looked.person

    looked.at("case_announce", case.pk)
    person.dates("Protokollet justerades den", "2026-06-18")
    person.dates("Tillkännagavs på anslagstavlan den", "2026-06-22")
    person.sees("Kan överklagas till och med")
    looked.here("case_announce, the clock")
    looked.at("case_appeal", case.pk)
    looked.at("case_laga_kraft", case.pk)
    looked.at("decision_correct", case.decisions.last().pk)

    assert looked.found == []


def test_a_case_that_was_referred_back(desk, looked):
    case = desk.matter.referred_back().case
    person = looked.person

    looked.at("case_page", case.pk)
    answer = person.main.locator(".motive__form")
    answer.evaluate("form => { form.noValidate = true }")  # as a browser without such checks
    person.sends("Spara svaret")
    looked.here("motive_answer, refused")
    looked.at("case_edit_text", case.pk)
    person.fills("Orden som de står", "Belys gångvägarna")
    person.fills("Orden som de ska lyda", "Belys alla gångvägar")
    person.ticks("Redaktionell: stavning, namn, numrering. Innebörden är densamma.")
    person.sends("Gör ändringen")
    looked.here("case_page, with a change")

    assert looked.found == []


def test_the_screens_of_a_remiss(desk, looked, socialnamnden):
    page = desk.out_on_remiss(socialnamnden)
    unsent = desk.reworked()

    looked.at("remiss_open", unsent.pk)
    looked.at("remiss_round", page.pk)
    looked.at("remiss_register", page.pk)
    looked.person.sends("Registrera svaret")
    looked.here("remiss_register, refused")
    looked.at("remiss_points", page.pk)
    looked.at(f"{reverse('remiss_points', args=[page.pk])}?ordna=svar")
    looked.at("case_page", page.opening.case.pk)

    assert looked.found == []


def test_the_screens_of_the_languages(desk, looked):
    text = desk.adopted().revision

    looked.at("translation_list")
    looked.at("translation_edition", text.pk)
    looked.at("translation_parts", text.pk)

    assert looked.found == []


@pytest.fixture
def without_account(desk, socialnamnden):
    """The addresses of those who answer: the open form, a body's own, and a receipt."""
    page = desk.out_on_remiss(socialnamnden)
    answer = page.answers.get()
    show_answer(answer=answer, on=TODAY, user=desk.chief)
    return [
        reverse("answer_public_remiss", args=[page.pk]),
        reverse("answer_by_link", args=[token_of(page.recipients.get())]),
        reverse("answer_receipt", args=[receipt_token_of(answer)]) + "?tack",
        reverse("answer_by_link", args=["forged"]),
        reverse("reading_login"),
    ]


@pytest.fixture
def reading_room(desk):
    """The addresses where the elected read."""
    case = desk.before_council()
    return [reverse("reading_list")] + [
        reverse(name, args=[case.slug]) for name in ("reading_case", "reading_text")
    ]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_forms_of_those_who_answer_without_an_account(without_account, passer_by, size):
    looked = Looked(passer_by(**size))

    for address in without_account:
        looked.at(address)
    looked.at(without_account[0])
    looked.person.sends("Skicka svaret")
    expect(looked.person.main.get_by_role("alert")).to_be_visible()
    looked.here("the open form, refused")

    assert looked.found == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_whoever_must_wait_finds_the_words_still_there(
    without_account, passer_by, size, monkeypatch
):
    monkeypatch.setattr(flood, "ANSWERS", flood.Limit("answer", 1, timedelta(hours=1)))
    looked = Looked(passer_by(**size))
    person = looked.person

    for words in ("Det första.", "Det andra."):
        person.goes(without_account[0])
        person.ticks("Synpunkter – varken för eller emot")
        person.fills("Din synpunkt", words)
        person.sends("Skicka svaret")
    expect(person.main.get_by_role("alert")).to_be_focused()
    expect(person.field("Din synpunkt")).to_have_value("Det andra.")
    looked.here("the open form, too much")

    assert looked.found == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_reading_room(reading_room, enters, size):
    looked = Looked(enters("Registrator", **size))

    for address in reading_room:
        looked.at(address)

    assert looked.found == []


def test_the_html_checker_finds_no_error_where_anyone_answers(without_account, client, html_errors):
    answers = {f"page-{n}": client.get(address) for n, address in enumerate(without_account)}

    statuses = [answer.status_code for answer in answers.values()]
    assert statuses == [200, 200, 200, 404, 200]
    assert html_errors({name: a.content.decode() for name, a in answers.items()}) == []


def test_the_html_checker_finds_no_error_in_the_reading_room(
    reading_room, client, fortroendevald, html_errors
):
    client.force_login(fortroendevald)
    answers = {f"page-{n}": client.get(address) for n, address in enumerate(reading_room)}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert html_errors({name: a.content.decode() for name, a in answers.items()}) == []
