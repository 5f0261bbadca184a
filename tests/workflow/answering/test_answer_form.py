"""Answering in the browser, without an account and without JavaScript."""

import logging
import re
from datetime import date
from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plandocs.models import RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance
from tests.factories.situations import MEASURE, PARAGRAPH, starts_from
from tests.workflow.conftest import AFTER, LAST_DAY, out_on_remiss
from workflow.mail.secret_links import receipt_token_of, token_of
from workflow.services.remiss import NewAnswer, NewPoint, receive_answer, renew_link

pytestmark = starts_from(out_on_remiss)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The wall clock of the screens; set it with ``today(day)``."""

    def becomes(day):
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    becomes(LAST_DAY)
    return becomes


@pytest.fixture
def open_form(remiss):
    return reverse("answer_public_remiss", args=[remiss.pk])


@pytest.fixture
def own_form(asked):
    return reverse("answer_by_link", args=[token_of(asked)])


def filled(*points, **fields):
    """What a browser sends: each point is a (place, text)."""
    form = {
        "form_key": str(uuid4()),
        "stance": Stance.SYNPUNKTER,
        "points-TOTAL_FORMS": str(len(points)),
        "points-INITIAL_FORMS": "0",
        "send": "1",
    }
    for number, (place, text) in enumerate(points):
        form |= {f"points-{number}-place": place, f"points-{number}-text": text}
    return {**form, **fields}


class Labels(HTMLParser):
    """The ids of fields that a person fills in, and the ids that labels point at."""

    def __init__(self):
        super().__init__()
        self.fields, self.labelled, self.legends = [], set(), 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in {"textarea", "select"} or (
            tag == "input" and attrs.get("type") not in {"hidden", "submit"}
        ):
            self.fields.append(attrs.get("id"))
        if tag == "label":
            self.labelled.add(attrs.get("for"))
        self.legends += tag == "legend"


def test_an_answer_is_filed_and_the_receipt_says_what(client, open_form):
    form = filled((MEASURE, "Säg vem."), ("", "Bra."), respondent="Nils", **{"question-2": "Hälsa"})

    response = client.post(open_form, form, follow=True)

    answer = RemissAnswer.objects.get()
    assert response.redirect_chain[0][0].startswith(
        reverse("answer_receipt", args=[receipt_token_of(answer)])
    )
    page = response.content.decode()
    assert all(words in page for words in ("Nils", "Säg vem.", "Bra.", "Hälsa", "KS 2026/0101"))
    assert answer.channel == AnswerChannel.OPPEN
    assert answer.received_on == LAST_DAY
    assert [str(point.block_id) for point in answer.points.all()] == [MEASURE, "None"]
    assert answer.replies == [{"question": "Vad saknas?", "answer": "Hälsa"}]


def test_an_answer_by_link_is_filed_in_the_bodys_name(client, own_form, socialnamnden):
    client.post(own_form, filled(("", "Bra.")))

    answer = RemissAnswer.objects.get()
    assert answer.organisation == socialnamnden
    assert answer.channel == AnswerChannel.LANK


@pytest.mark.parametrize("stance", [Stance.INGET_ATT_ERINRA, Stance.AVSTAR])
def test_one_press_is_enough_to_have_nothing_to_say(client, own_form, stance):
    response = client.post(own_form, {"quick": stance, "form_key": str(uuid4())})

    assert response.status_code == 302
    assert RemissAnswer.objects.get().stance == stance


def test_one_press_takes_no_other_standpoint(client, own_form):
    response = client.post(own_form, {"quick": Stance.TILLSTYRKER, "form_key": str(uuid4())})

    assert response.status_code == 422
    assert not RemissAnswer.objects.exists()


def test_room_for_another_point_needs_no_script_and_keeps_what_is_written(client, open_form):
    form = filled((MEASURE, "Den första."), add_point="1", text="Övrigt som står kvar")
    del form["send"], form["stance"]

    response = client.post(open_form, form)

    page = response.content.decode()
    assert response.status_code == 200
    assert not RemissAnswer.objects.exists()
    assert "Den första." in page
    assert "Övrigt som står kvar" in page
    assert 'name="points-1-text"' in page
    assert "error-summary" not in page


def test_a_reader_who_comes_from_a_place_finds_it_chosen(client, open_form):
    page = client.get(open_form, {"om": PARAGRAPH}).content.decode()

    assert re.search(rf'<option value="{PARAGRAPH}"\s+selected', page)


def test_every_heading_and_measure_can_be_chosen(client, open_form):
    page = client.get(open_form).content.decode()

    assert f'value="{MEASURE}"' in page
    assert f'value="{PARAGRAPH}"' not in page


@pytest.mark.parametrize(
    ("wrong", "anchor"),
    [
        ({"stance": ""}, "#id_stance"),
        ({"stance": "kanske"}, "#id_stance"),
        ({"email": "ingen adress"}, "#id_email"),
        ({"points-0-place": str(uuid4())}, "#id_points-0-place"),
        ({"points-0-place": "'; DROP TABLE"}, "#id_points-0-place"),
        ({"points-0-text": "x" * 20_001}, "#id_points-0-text"),
        ({"text": "x" * 100_001}, "#id_text"),
        ({"text": "a\x00b"}, "#id_text"),
        ({"website": "https://example.org"}, "#id_website"),
        ({"form_key": "inte en nyckel"}, "#id_form_key"),
    ],
)
def test_what_must_be_put_right_is_said_with_a_way_to_it(client, open_form, wrong, anchor):
    response = client.post(open_form, filled((MEASURE, "Säg vem."), **wrong))

    page = response.content.decode()
    assert response.status_code == 422
    assert f'href="{anchor}"' in page
    assert not RemissAnswer.objects.exists()


@pytest.mark.parametrize("total", ["", "många", "-1", "999999999"])
def test_a_form_whose_count_has_been_tampered_with_is_refused_calmly(client, open_form, total):
    response = client.post(open_form, filled(**{"points-TOTAL_FORMS": total}))

    assert response.status_code == 422
    assert not RemissAnswer.objects.exists()


@pytest.mark.parametrize("total", ["", "många", "-1", "999999999"])
def test_nor_does_it_break_the_adding_of_a_point(client, open_form, total):
    form = filled(**{"points-TOTAL_FORMS": total, "add_point": "1"})

    assert client.post(open_form, form).status_code == 200


def test_nothing_to_object_is_not_said_together_with_comments(client, open_form):
    form = filled((MEASURE, "Men det här är fel."), stance=Stance.INGET_ATT_ERINRA)

    response = client.post(open_form, form)

    assert response.status_code == 422
    assert not RemissAnswer.objects.exists()


def test_everything_to_put_right_is_said_at_once(client, open_form):
    form = filled(("", "Men."), stance=Stance.INGET_ATT_ERINRA, email="nej")

    page = client.post(open_form, form).content.decode()

    assert 'href="#id_stance"' in page
    assert 'href="#id_email"' in page


def test_comments_without_a_comment_are_asked_for(client, open_form):
    assert client.post(open_form, filled(("", ""))).status_code == 422


def test_fifty_kilobytes_are_an_answer(client, open_form):
    text = "Så här tycker vi. " * 2800

    response = client.post(open_form, filled(text=text))

    assert response.status_code == 302
    assert RemissAnswer.objects.get().text == text.strip()


def test_markup_in_an_answer_is_shown_as_text(client, open_form):
    attack = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    form = filled((MEASURE, attack), respondent=attack, text=attack, **{"question-1": attack})

    page = client.post(open_form, form, follow=True).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page


def test_the_same_form_sent_twice_gives_the_same_receipt(client, open_form):
    form = filled((MEASURE, "Säg vem."))

    first, second = client.post(open_form, form), client.post(open_form, form)

    assert first["Location"] == second["Location"]
    assert RemissAnswer.objects.count() == 1


def fetched(client, address):
    """The key of the form as the browser gets it, which it does anew when it goes back."""
    return str(client.get(address).context["answering"].form["form_key"].value())


@pytest.mark.parametrize("which", ["open", "own"])
def test_back_and_send_leads_to_the_receipt_of_the_first(client, open_form, own_form, which):
    address = {"open": open_form, "own": own_form}[which]

    first, second = [
        client.post(address, filled((MEASURE, "Säg vem."), form_key=fetched(client, address)))
        for _time in range(2)
    ]

    assert RemissAnswer.objects.count() == 1
    assert second["Location"] == first["Location"]


def test_a_form_that_lost_its_key_is_known_by_the_browser_all_the_same(client, open_form):
    form = filled(("", "Bra."))
    del form["form_key"]

    for _time in range(2):
        client.post(open_form, form)

    assert RemissAnswer.objects.count() == 1


def test_two_strangers_with_the_same_words_get_a_receipt_each(open_form):
    receipts = set()
    for stranger in (Client(), Client()):
        key = fetched(stranger, open_form)
        form = filled(("", "Bra förslag"), form_key=key)
        receipts.add(stranger.post(open_form, form)["Location"])

    assert len(receipts) == RemissAnswer.objects.count() == 2


def test_the_same_words_on_another_day_are_another_answer(client, open_form, today):
    for day in (date(2026, 3, 3), date(2026, 3, 4)):
        today(day)
        client.post(open_form, filled(("", "Bra."), form_key=fetched(client, open_form)))

    assert RemissAnswer.objects.count() == 2


def test_a_form_sent_twice_around_midnight_of_the_last_day_is_still_filed(client, open_form, today):
    form = filled(("", "Bra."), form_key=fetched(client, open_form))
    first = client.post(open_form, form)
    today(AFTER)

    second = client.post(open_form, form)

    assert second["Location"] == first["Location"]


def test_the_same_form_with_other_words_is_a_second_answer(client, open_form):
    form = filled((MEASURE, "Säg vem."), form_key=fetched(client, open_form))
    client.post(open_form, form)

    response = client.post(open_form, {**form, "points-0-text": "Säg vem och när."})

    assert response.status_code == 302
    assert [answer.points.get().text for answer in RemissAnswer.objects.all()] == [
        "Säg vem.",
        "Säg vem och när.",
    ]


def test_two_people_who_press_the_same_button_at_one_link_give_one_answer(own_form):
    for person in (Client(), Client()):
        person.post(own_form, {"quick": Stance.AVSTAR, "form_key": fetched(person, own_form)})

    assert RemissAnswer.objects.count() == 1


def test_a_body_that_changes_its_mind_and_back_again_has_answered_three_times(client, own_form):
    for stance in (Stance.TILLSTYRKER, Stance.AVSTYRKER, Stance.TILLSTYRKER):
        client.post(own_form, filled(stance=stance, form_key=fetched(client, own_form)))

    assert [answer.stance for answer in RemissAnswer.objects.all()] == [
        Stance.TILLSTYRKER,
        Stance.AVSTYRKER,
        Stance.TILLSTYRKER,
    ]


def test_a_browser_that_keeps_no_cookies_gets_a_form_of_its_own_each_time(open_form):
    assert fetched(Client(), open_form) != fetched(Client(), open_form)


def test_after_the_last_day_what_was_written_is_kept_on_the_screen(client, open_form, today):
    today(AFTER)

    response = client.post(open_form, filled((MEASURE, "Det tog tid att skriva.")))

    assert response.status_code == 422
    assert "Det tog tid att skriva." in response.content.decode()
    assert not RemissAnswer.objects.exists()


def test_after_the_last_day_the_form_is_gone_and_the_registrar_is_named(client, open_form, today):
    today(AFTER)

    response = client.get(open_form)

    assert response.status_code == 200
    assert 'name="stance"' not in response.content.decode()


@pytest.mark.parametrize("token", ["x", "WzEsImEiXQ.förfalskad", "WyJhIl0.AAAA", "." * 40])
def test_a_forged_link_opens_nothing(client, remiss, token):
    for name in ("answer_by_link", "answer_receipt"):
        assert client.get(reverse(name, args=[token])).status_code == 404


def test_a_receipt_is_no_way_in_to_answer(client, remiss, open_form):
    client.post(open_form, filled((MEASURE, "Säg vem.")))
    token = receipt_token_of(RemissAnswer.objects.get())

    assert client.get(reverse("answer_by_link", args=[token])).status_code == 404


def test_a_renewed_link_closes_the_old_one(client, own_form, asked, handlaggare):
    renew_link(recipient=asked, on=LAST_DAY, user=handlaggare)

    assert client.get(own_form).status_code == 404
    assert client.get(reverse("answer_by_link", args=[token_of(asked)])).status_code == 200


def test_one_bodys_link_shows_nothing_of_anothers_answer(client, remiss, own_form):
    other = remiss.recipients.get(organisation__code="UN")
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.LANK,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(None, "Utbildningsnämndens ord.")],
        ),
        round=remiss,
        received_on=LAST_DAY,
        recipient=other,
    )

    assert "Utbildningsnämndens ord." not in client.get(own_form).content.decode()


def test_a_body_sees_what_it_has_answered(client, own_form):
    client.post(own_form, filled(("", "Våra första ord.")))

    assert "Våra första ord." in client.get(own_form).content.decode()


def test_a_secret_page_is_kept_from_search_engines_caches_and_other_sites(client, own_form):
    response = client.get(own_form)

    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "strict-origin"


def test_no_log_holds_a_secret_link(client, asked, own_form, caplog):
    with caplog.at_level(logging.DEBUG):
        client.post(own_form, filled(("", ""), stance=""))
        client.get(own_form.replace(token_of(asked), "trasig"))

    assert "/remiss/svara/…" in caplog.text
    assert token_of(asked) not in caplog.text


def test_the_form_needs_the_protection_against_forged_requests(open_form, remiss):
    response = Client(enforce_csrf_checks=True).post(open_form, filled((MEASURE, "Säg vem.")))

    assert response.status_code == 403
    assert not RemissAnswer.objects.exists()


def test_whoever_keeps_no_cookies_is_told_so_in_the_dress_of_the_site(open_form, remiss):
    page = Client(enforce_csrf_checks=True).post(open_form, filled(("", "Ja."))).content.decode()

    assert "Formuläret kunde inte tas emot" in page
    assert "site-header" in page


def test_ten_megabytes_get_a_sentence(client, open_form):
    response = client.post(open_form, filled(text="a" * 10_000_000))

    assert response.status_code == 400
    assert "korta texten" in response.content.decode()


def test_one_comment_too_many_is_said_in_words_of_the_form(client, open_form):
    response = client.post(open_form, filled(*[("", "Ja.")] * 201))

    assert response.status_code == 422
    assert "högst 200 synpunkter" in response.content.decode()


def test_opening_the_form_stores_nothing(client, open_form, own_form, django_assert_num_queries):
    client.get(open_form)
    form = filled((MEASURE, "Ett utkast."), add_point="1")
    client.post(open_form, form)

    assert not RemissAnswer.objects.exists()
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("language", ["sv", "en", "ar", "fi", "sv-simple"])
@pytest.mark.parametrize("which", ["open", "own"])
def test_every_field_has_a_label_in_every_language(client, open_form, own_form, language, which):
    address = {"open": open_form, "own": own_form}[which].replace("/sv/", f"/{language}/", 1)

    response = client.get(address)

    labels = Labels()
    labels.feed(response.content.decode())
    assert response.status_code == 200
    assert None not in labels.fields
    assert set(labels.fields) <= labels.labelled
    assert labels.legends >= 2


def test_what_the_browser_knows_it_may_fill_in(client, open_form):
    page = client.get(open_form).content.decode()

    assert 'autocomplete="name"' in page
    assert 'autocomplete="email"' in page


def test_the_error_of_a_field_is_tied_to_it(client, open_form):
    page = client.post(open_form, filled(("", "Ja."), email="nej")).content.decode()

    field = re.search(r"<input[^>]*id=\"id_email\"[^>]*>", page).group()
    assert 'aria-invalid="true"' in field
    assert "id_email_error" in field
    assert 'id="id_email_error"' in page


def test_a_receipt_tells_of_the_day_it_came(client, open_form, today):
    today(date(2026, 3, 3))
    client.post(open_form, filled(("", "Ja.")))

    answer = RemissAnswer.objects.get()
    page = client.get(reverse("answer_receipt", args=[receipt_token_of(answer)]))
    assert 'datetime="2026-03-03"' in page.content.decode()
