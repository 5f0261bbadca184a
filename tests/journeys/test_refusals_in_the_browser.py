"""What goes wrong in life: a form sent twice, two at one §, a save and an answer too late."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import gettext
from playwright.sync_api import expect

from plandocs.models import RemissAnswer, TjansteskrivelsePage
from tests.journeys.desk import TODAY, Desk
from tests.journeys.people import PASSWORD
from workflow.mail.secret_links import link_of
from workflow.models import Decision
from workflow.services.memos import send_memo

SUPPORTS = "Tillstyrker – förslaget är bra som det är"


@pytest.fixture
def desk(town, matter, superuser, today_is):
    today_is(TODAY)
    return Desk(matter, superuser)


@pytest.fixture
def signs_in(passer_by):
    """A function that signs in somebody who is there already."""

    def sign_in(user):
        user.set_password(PASSWORD)
        user.save()
        return passer_by().signs_in(user.username)

    return sign_in


def fills_in_minutes(person, case, *, paragraph):
    person.goes(reverse("decision_new", args=[case.pk]))
    person.dates("Sammanträdesdatum", "2026-06-15")
    person.fills("§", paragraph)
    person.ticks("Bifall")
    person.fills("Närvarande", 60)
    person.sends("Kontrollera")
    person.sees("Texten antas, publiceras på webben och fryses")


def test_an_answer_sent_by_a_double_click_is_filed_once(desk, passer_by):
    page = desk.out_on_remiss()
    person = passer_by().goes(reverse("answer_public_remiss", args=[page.pk]))
    person.ticks(SUPPORTS)
    person.fills("Övrigt", "Bygg också ett cykelgarage.")

    person.page.get_by_role("button", name="Skicka svaret").dblclick()

    expect(person.main).to_contain_text("Bygg också ett cykelgarage.")
    assert RemissAnswer.objects.filter(text__contains="cykelgarage").count() == 1


def test_a_decision_recorded_by_a_double_click_is_recorded_once(desk, registrator, signs_in):
    case = desk.before_council()
    person = signs_in(registrator)
    fills_in_minutes(person, case, paragraph=90)

    person.page.get_by_role("button", name="Registrera beslutet").dblclick()

    person.is_told("Registrerat: Kommunfullmäktige 2026-06-15 § 90")
    assert Decision.objects.filter(case=case, paragraph=90).count() == 1


def test_the_second_of_two_registrars_is_told_who_has_the_paragraph(desk, enters, signs_in):
    first_case, second_case = desk.before_council(), desk.before_council()
    first, second = enters("Registrator"), signs_in(desk.chief)
    fills_in_minutes(first, first_case, paragraph=90)
    fills_in_minutes(second, second_case, paragraph=90)

    first.sends("Registrera beslutet")
    second.sends("Registrera beslutet")

    first.is_told("Registrerat: Kommunfullmäktige 2026-06-15 § 90")
    expect(second.main.get_by_role("alert").first).to_contain_text(first_case.diarienummer)
    assert Decision.objects.filter(case=second_case, body=desk.matter.kf).count() == 0


def test_a_save_after_the_text_went_up_is_refused_and_the_text_stands(desk, handlaggare, signs_in):
    case = desk.drafted()
    editor = reverse("wagtailadmin_pages:edit", args=[case.revision_id])
    person = signs_in(handlaggare).goes(editor)
    send_memo(memo=TjansteskrivelsePage.objects.get(), on=TODAY, user=handlaggare)

    person.page.locator("#id_title").fill("En annan plan")
    person.presses("Spara utkast")

    person.is_told(gettext("The page could not be saved as it is locked."))
    assert case.latest_text().title == "Cykelplan 2026–2030"
    person.goes(editor)
    person.is_told("En ändring görs och märks på ärendets sida.")


def test_an_answer_by_link_after_the_last_day_is_refused_and_what_was_written_stays(
    desk, socialnamnden, passer_by, today_is
):
    page = desk.out_on_remiss(socialnamnden)
    person = passer_by().goes(link_of(page.recipients.get()))
    person.ticks(SUPPORTS)
    person.fills("Övrigt", "Vi hann nästan.")

    today_is(date(2026, 9, 1))
    person.sends("Skicka svaret")

    expect(person.main.get_by_role("alert")).to_contain_text("31 augusti 2026")
    person.sees("Skicka det till registrator i stället")
    expect(person.field("Övrigt")).to_have_value("Vi hann nästan.")
    assert not RemissAnswer.objects.filter(organisation=socialnamnden).exists()


def test_what_was_written_is_put_back_after_signing_in_again(desk, registrator, signs_in):
    case = desk.before_council()
    person = signs_in(registrator)
    person.goes(reverse("decision_new", args=[case.pk]))
    person.ticks("Återremiss")
    person.fills("Begärde det", 21)
    person.fills("Motiv", "Kostnaden ska redovisas.")
    person.presses("Lägg till motiv")
    motives = person.main.locator("textarea[name^=motives]")
    motives.nth(1).fill("Fråga ungdomarna.")
    person.page.context.clear_cookies(name="sessionid")

    person.sends("Kontrollera")
    person.page.get_by_label("Användarnamn*", exact=True).fill(registrator.username)
    person.page.get_by_placeholder("Ange lösenord").fill(PASSWORD)
    person.sends("Logga in")

    person.sees("Du hade loggats ut, så inget skickades.")
    expect(person.field("Begärde det")).to_have_value("21")
    expect(motives.nth(0)).to_have_value("Kostnaden ska redovisas.")
    expect(motives.nth(1)).to_have_value("Fråga ungdomarna.")
    assert not Decision.objects.filter(outcome="aterremiss").exists()
