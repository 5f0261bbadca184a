"""The officials' remiss screens: what has been written is not lost, and nothing is sent twice."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from plandocs.models import RemissAnswer, RemissRoundPage, TjansteskrivelsePage
from tests.journeys.desk import TODAY, Desk
from tests.journeys.people import PASSWORD


@pytest.fixture
def desk(town, matter, superuser, today_is):
    today_is(TODAY)
    return Desk(matter, superuser)


@pytest.fixture
def person(superuser, passer_by):
    """Somebody to whom every button is shown."""
    superuser.set_password(PASSWORD)
    superuser.save()
    return passer_by().signs_in(superuser.username)


def signs_in_again(person):
    person.page.get_by_label("Användarnamn*", exact=True).fill("superuser")
    person.page.get_by_placeholder("Ange lösenord").fill(PASSWORD)
    person.sends("Logga in")
    person.sees("Du hade loggats ut, så inget skickades.")


def is_asked_first(person, leave):
    """Leave the page, stay when the browser asks, and return what it asked about."""
    person.main.click(position={"x": 1, "y": 1})  # a browser asks only those who have acted
    with person.page.expect_event("dialog") as asked:
        leave()
    asked.value.dismiss()
    return asked.value.type


def goes_home(person):
    person.page.evaluate("setTimeout(() => location.assign('/admin/'))")


def is_watched(form):
    """Wait until Wagtail has looked at what stood in the form from the start."""
    expect(form).to_have_attribute("data-w-unsaved-has-edits-value", "false")


def knows_of_words(form):
    """Wait until Wagtail has seen that something was written."""
    expect(form).to_have_attribute("data-w-unsaved-has-edits-value", "true")


def test_a_registrar_is_asked_before_an_answer_that_is_being_registered_is_left(desk, person):
    page = desk.out_on_remiss()
    person.goes(reverse("remiss_register", args=[page.pk]))
    form = person.main.locator("form")
    is_watched(form)

    person.fills("Svaret, ordagrant eller i korthet", "Ur ett långt brev.")
    knows_of_words(form)

    assert is_asked_first(person, lambda: goes_home(person)) == "beforeunload"


def test_room_for_another_comment_comes_at_once_and_both_are_registered(desk, person):
    page = desk.out_on_remiss()
    person.goes(reverse("remiss_register", args=[page.pk]))
    person.fills("Namn, om avsändaren inte finns i registret", "Ida")
    person.ticks("Synpunkter – varken för eller emot")
    for number, words in enumerate(("Ett.", "Två."), start=1):
        if number > 1:
            person.presses("Lägg till en synpunkt")
        comment = person.main.get_by_role("group", name=f"Synpunkt {number}", exact=True)
        person.fills("Din synpunkt", words, inside=comment)

    person.page.get_by_role("button", name="Registrera svaret").dblclick()

    person.is_told("Svaret från Ida är registrerat.")
    answer = RemissAnswer.objects.get(respondent="Ida")
    assert [point.text for point in answer.points.all()] == ["Ett.", "Två."]


def test_comments_are_put_back_after_signing_in_again_and_asked_about_before_they_are_left(
    desk, person
):
    page = desk.out_on_remiss()
    person.goes(reverse("remiss_register", args=[page.pk]))
    comments = person.main.get_by_label("Din synpunkt")
    comments.nth(0).fill("Ett.")
    person.presses("Lägg till en synpunkt")
    comments.nth(1).fill("Två.")
    person.page.context.clear_cookies(name="sessionid")

    person.sends("Registrera svaret")
    signs_in_again(person)

    expect(comments.nth(0)).to_have_value("Ett.")
    expect(comments.nth(1)).to_have_value("Två.")
    assert is_asked_first(person, lambda: goes_home(person)) == "beforeunload"


def test_a_response_is_put_back_at_the_comment_it_is_for(desk, person):
    page = desk.out_on_remiss()
    person.goes(reverse("remiss_points", args=[page.pk]))
    forms = person.main.locator("form")
    person.ticks("Noteras", inside=forms.nth(1))
    person.fills("Varför", "Tack.", inside=forms.nth(1))
    person.page.context.clear_cookies(name="sessionid")

    with person.page.expect_navigation():
        person.presses("Spara bemötandet", inside=forms.nth(1))
    signs_in_again(person)

    expect(person.field("Varför", forms.nth(1))).to_have_value("Tack.")
    expect(person.field("Varför", forms.nth(0))).to_have_value("")


def test_saving_one_response_does_not_take_another_with_it_unasked(desk, person):
    page = desk.out_on_remiss()
    person.goes(reverse("remiss_points", args=[page.pk]))
    begun, done = person.main.locator("form").nth(0), person.main.locator("form").nth(1)
    is_watched(begun)
    person.fills("Varför", "Halvfärdigt.", inside=begun)
    person.ticks("Noteras", inside=done)
    person.fills("Varför", "Tack.", inside=done)
    knows_of_words(begun)

    def save():
        person.page.evaluate(
            "setTimeout(() => document.querySelectorAll('main form button')[1].click())"
        )

    assert is_asked_first(person, save) == "beforeunload"
    expect(person.field("Varför", begun)).to_have_value("Halvfärdigt.")


def test_a_remiss_sent_out_by_a_double_click_is_sent_out_once(desk, person, socialnamnden):
    case = desk.reworked()
    person.goes(reverse("remiss_open", args=[case.pk]))
    person.main.get_by_label("Socialnämnden").check()
    person.dates("Sista dag att svara", date(2026, 8, 31))

    person.page.get_by_role("button", name="Skicka ut på remiss").dblclick()

    person.is_told("Texten är ute på remiss.")
    assert RemissRoundPage.objects.count() == 1


def test_a_memo_saved_by_a_double_click_is_one_draft(desk, person):
    case = desk.reworked()
    person.goes(reverse("memo_new", args=[case.pk]))

    person.page.get_by_role("button", name="Spara utkast", exact=True).dblclick()

    person.is_told("Utkastet till tjänsteskrivelse har sparats.")
    assert TjansteskrivelsePage.objects.filter(submission=None).count() == 1
