"""Filing answers (TF 2 kap. 4 and 9 §§; FL 26 § as good practice; R41, R44)."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from wagtail.models import ModelLogEntry

from plandocs.models import RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance
from tests.factories.situations import MEASURE, PARAGRAPH, starts_from, taken_from
from tests.workflow.conftest import AFTER, LAST_DAY, OPENED, out_on_remiss
from workflow.errors import RuleViolation
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    Reply,
    close_remiss,
    extend_remiss,
    receive_answer,
    show_answer,
)

pytestmark = starts_from(out_on_remiss)


@pytest.fixture
def receive(remiss, asked):
    """File an answer by Socialnämnden's link."""

    def file(**kwargs):
        arguments = {
            "round": remiss,
            "channel": AnswerChannel.LANK,
            "stance": Stance.SYNPUNKTER,
            "points": [NewPoint(UUID(MEASURE), "Säg vem som ansvarar.")],
            "received_on": LAST_DAY,
            "recipient": asked,
        }
        given = {**arguments, **kwargs}
        return receive_answer(answer=taken_from(given, NewAnswer), **given)

    return file


def refused(receive, **kwargs):
    with pytest.raises(RuleViolation) as violation:
        receive(**kwargs)
    return violation.value.code


def test_an_answer_is_filed_with_its_points_numbered_and_their_places_in_words(receive):
    answer = receive(
        points=[
            NewPoint(UUID(MEASURE), "Säg vem som ansvarar."),
            NewPoint(None, "  Bra plan.  "),
            NewPoint(UUID(PARAGRAPH), "Varför bara låna?"),
        ]
    )

    points = [(point.number, point.text) for point in answer.points.all()]
    assert points == [(1, "Säg vem som ansvarar."), (2, "Bra plan."), (3, "Varför bara låna?")]
    first, whole, third = answer.points.all()
    assert first.place.startswith("Trygga vägar")
    assert (whole.block_id, whole.place) == (None, "")
    assert third.place == "Bakgrund"


def test_an_answer_by_link_is_the_bodys_own(receive, socialnamnden):
    answer = receive()

    assert answer.organisation == socialnamnden
    assert answer.respondent == "Socialnämnden"
    assert not answer.is_late


def test_answers_to_the_questions_are_kept_with_the_questions(receive):
    answer = receive(replies=[Reply("Vad saknas?", "Hälsan."), Reply("Annat?", "  ")])

    assert answer.replies == [{"question": "Vad saknas?", "answer": "Hälsan."}]


def test_empty_points_are_no_points(receive):
    answer = receive(points=[NewPoint(None, "  "), NewPoint(None, "Ja.")])

    assert [point.number for point in answer.points.all()] == [1]


def test_a_second_answer_joins_the_first(receive, remiss):
    first = receive()
    second = receive(points=[NewPoint(None, "Vi vill lägga till en sak.")])

    assert list(remiss.answers.all()) == [first, second]
    assert first.points.get().text == "Säg vem som ansvarar."


def test_the_same_form_sent_twice_is_filed_once(receive, remiss):
    key = uuid4()
    first = receive(form_key=key)
    second = receive(form_key=key)

    assert first.pk == second.pk
    assert remiss.answers.count() == 1
    assert first.points.count() == 1


def test_the_same_form_with_other_words_is_filed_too(receive, remiss):
    key = uuid4()
    receive(form_key=key)

    receive(form_key=key, points=[NewPoint(None, "Något annat.")])

    assert remiss.answers.count() == 2


def test_the_same_words_from_the_same_body_on_the_same_day_are_one_answer(receive, remiss):
    first = receive(form_key=uuid4())

    assert receive(form_key=uuid4()) == first
    assert receive(form_key=None) == first
    assert remiss.answers.count() == 1


def test_the_same_words_of_another_day_or_by_another_way_are_an_answer_of_their_own(
    receive, remiss, registrator
):
    receive()
    receive(received_on=OPENED)
    receive(channel=AnswerChannel.REGISTRERAD, user=registrator)

    assert remiss.answers.count() == 3


def test_two_letters_without_a_name_are_two_though_they_say_the_same(receive, remiss, registrator):
    letter = {"channel": AnswerChannel.REGISTRERAD, "recipient": None, "user": registrator}
    receive(**letter, form_key=uuid4())
    receive(**letter, form_key=uuid4())

    assert remiss.answers.count() == 2


def test_a_form_sent_again_after_the_last_day_is_still_the_answer_it_was(receive):
    key = uuid4()
    first = receive(form_key=key)

    again = receive(form_key=key, received_on=AFTER)

    assert again.pk == first.pk
    assert not again.is_late


@pytest.mark.parametrize(
    ("channel", "recipient"), [(AnswerChannel.LANK, True), (AnswerChannel.OPPEN, False)]
)
def test_a_late_answer_is_turned_to_the_registrar(receive, asked, channel, recipient):
    code = refused(
        receive,
        channel=channel,
        recipient=asked if recipient else None,
        received_on=AFTER,
    )

    assert code == "remiss_closed"


def test_a_late_answer_that_is_registered_is_taken_and_marked(receive, registrator):
    answer = receive(channel=AnswerChannel.REGISTRERAD, received_on=AFTER, user=registrator)

    assert answer.is_late


def test_a_late_answer_is_in_time_when_everybody_has_been_given_the_time_it_took(
    receive, remiss, registrator, handlaggare
):
    answer = receive(channel=AnswerChannel.REGISTRERAD, received_on=AFTER, user=registrator)

    extend_remiss(round=remiss, closes_on=AFTER, on=AFTER, user=handlaggare)

    answer = RemissAnswer.objects.get(pk=answer.pk)
    received = ModelLogEntry.objects.get(action="styrdok.receive_answer")
    assert not answer.is_late
    assert received.data["late"]  # what was true when it came


def test_what_reaches_the_municipality_is_registered_even_when_the_round_is_closed(
    receive, remiss, registrator, handlaggare
):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    answer = receive(
        channel=AnswerChannel.REGISTRERAD,
        received_on=date(2026, 5, 2),
        user=registrator,
        recipient=None,
        respondent="Cykelfrämjandet",
    )

    assert answer.is_late
    assert answer.respondent == "Cykelfrämjandet"


def test_an_answer_from_before_the_remiss_is_a_wrong_date(receive):
    assert refused(receive, received_on=date(2026, 2, 9)) == "dates_impossible"


def test_a_place_that_was_not_sent_out_is_refused_and_nothing_is_filed(receive):
    code = refused(receive, points=[NewPoint(uuid4(), "Om något annat.")])

    assert code == "unknown_place"
    assert not RemissAnswer.objects.exists()


def test_anyone_may_answer_an_open_round_without_a_name(receive):
    answer = receive(channel=AnswerChannel.OPPEN, recipient=None)

    assert answer.organisation is None
    assert answer.respondent


def test_a_body_that_was_not_asked_has_no_link(receive, ks):
    assert refused(receive, recipient=None, organisation=ks) == "not_permitted"


@pytest.mark.parametrize(
    "role", [None, "handlaggare", "fortroendevald", "oversattare", "redaktor", "administrator"]
)
def test_only_the_registrar_registers_answers_and_shows_them(cast, role, receive):
    user = cast[role] if role else None
    answer = receive()

    assert refused(receive, channel=AnswerChannel.REGISTRERAD, user=user) == "not_permitted"
    if user is not None:
        with pytest.raises(RuleViolation) as violation:
            show_answer(answer=answer, on=LAST_DAY, user=user)
        assert violation.value.code == "not_permitted"


def test_an_answer_is_shown_only_after_somebody_says_so_and_can_be_taken_down(
    receive, remiss, registrator
):
    answer = receive()
    assert not remiss.answers.shown().exists()

    show_answer(answer=answer, on=LAST_DAY, user=registrator)
    assert remiss.answers.shown().get() == answer

    show_answer(answer=answer, on=LAST_DAY, user=registrator, shown=False)
    assert not remiss.answers.shown().exists()


def test_each_answer_is_logged_without_its_words_or_address(receive, registrator):
    answer = receive(email="nils@example.org", text="Hemligt.")
    show_answer(answer=answer, on=LAST_DAY, user=registrator)

    filed, shown = ModelLogEntry.objects.filter(
        action__in=["styrdok.receive_answer", "styrdok.show_answer"]
    ).order_by("pk")
    assert filed.data["answer"] == shown.data["answer"] == answer.pk
    assert filed.user is None
    assert "Hemligt" not in str(filed.data)
    assert "nils@" not in str(filed.data)
