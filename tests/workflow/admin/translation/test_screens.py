"""The languages screens: who is let in, what is offered to whom, and that each act is a service."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plandocs.models import PlanRevisionPage
from tests.factories.situations import BODY, Matter, starts_from
from tests.factories.translations import (
    BEGUN,
    ENGLISH,
    RELEASED,
    in_translation,
    next_edition,
    po_file,
    released_in_english,
    translated_in_part,
)
from workflow.services.translation import (
    publish_easy_read,
    write_easy_read,
)


@pytest.fixture(autouse=True)
def in_2027(monkeypatch):
    """The day on which the screens are looked at: both editions have been adopted."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2027, 6, 1))


@pytest.fixture
def translator(client, oversattare):
    client.force_login(oversattare)
    return client


@pytest.fixture
def editor(client, redaktor):
    client.force_login(redaktor)
    return client


def edition_url(text):
    return reverse("translation_edition", args=[text.pk])


def act(client, text, code, verb, **data):
    url = reverse(f"translation_{verb}", args=[text.pk, code])
    return client.post(url, data, headers={"referer": f"http://testserver{edition_url(text)}"})


def said(response):
    return " ".join(str(message) for message in response.wsgi_request._messages)


@pytest.mark.parametrize("role", ["handlaggare", "registrator", "administrator"])
@pytest.mark.parametrize("name", ["translation_list", "translation_edition", "translation_parts"])
@starts_from(Matter.adopted)
def test_others_are_turned_away(client, cast, text, role, name):
    client.force_login(cast[role])

    url = reverse(name, args=[] if name == "translation_list" else [text.pk])
    response = client.get(url)

    assert response.status_code == 302


@pytest.mark.parametrize("verb", ["begin", "po", "publish"])
@starts_from(Matter.adopted)
def test_others_can_do_nothing_by_sending_the_form(client, handlaggare, text, verb):
    client.force_login(handlaggare)

    response = act(client, text, "en", verb)

    assert response.status_code == 302
    assert not text.get_translations().exists()


@starts_from(released_in_english)
def test_the_list_tells_how_far_each_language_has_come(translator):
    page = translator.get(reverse("translation_list")).content.decode()

    assert "Cykelplan 2026–2030" in page
    assert re.search(r"4 (of|av) 9", page)


@starts_from(Matter.adopted)
def test_a_text_that_is_not_adopted_has_no_languages(translator, draft):
    response = translator.get(edition_url(draft), follow=True)

    assert response.status_code == 404
    assert draft.title not in translator.get(reverse("translation_list")).content.decode()


@starts_from(in_translation)
def test_the_list_asks_no_more_for_two_editions_than_for_one(
    translator, matter, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as for_one:
        translator.get(reverse("translation_list"))
    next_edition(matter, {"Trygga vägar": "Trygga gator"})

    with django_assert_max_num_queries(len(for_one)):
        translator.get(reverse("translation_list"))


@starts_from(Matter.adopted)
def test_a_translator_begins_a_translation_and_comes_to_its_editor(translator, text, english):
    response = act(translator, text, "en", "begin")

    page = text.get_translation(english)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live


@starts_from(in_translation)
def test_the_editor_of_a_translation_opens_for_a_translator(translator, text, english):
    page = text.get_translation(english)

    response = translator.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert response.status_code == 200
    assert "Belys g" in response.content.decode()


@starts_from(in_translation)
def test_the_editor_of_a_translation_offers_no_way_to_publish(translator, text, english):
    page = text.get_translation(english)

    response = translator.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert '"canPublish": false' in response.content.decode().replace("&quot;", '"')


@starts_from(Matter.adopted)
def test_a_translator_may_not_touch_the_swedish_text(translator, text):
    response = translator.get(reverse("wagtailadmin_pages:edit", args=[text.pk]))

    assert response.status_code == 302


@starts_from(in_translation)
def test_a_po_file_goes_out_and_comes_back(translator, text):
    url = reverse("translation_po", args=[text.pk, "en"])
    out = translator.get(url)

    back = translator.post(url, {"po": SimpleUploadedFile("en.po", po_file(ENGLISH))})

    assert out.headers["Content-Disposition"].endswith('-1-en.po"')
    assert b'msgid "Trygga v\xc3\xa4gar"' in out.content
    assert back.url == edition_url(text)
    assert re.search("4 (translations|översättningar)", said(back))


@starts_from(in_translation)
def test_a_file_that_cannot_be_read_is_refused_where_it_was_chosen(translator, text):
    response = act(translator, text, "en", "po", po=SimpleUploadedFile("en.po", b"not a PO file"))

    assert response.url.endswith(edition_url(text))
    assert "PO" in said(response)


@starts_from(in_translation)
def test_no_file_chosen_is_said(translator, text):
    response = act(translator, text, "en", "po")

    assert response.status_code == 302
    assert said(response)


@starts_from(translated_in_part)
def test_an_editor_publishes_and_reads(editor, text, english):
    assert reverse("translation_publish", args=[text.pk, "en"]) in page_of(editor, text)

    response = act(editor, text, "en", "publish")

    assert response.url == edition_url(text)
    assert text.get_translation(english).live
    assert reverse("translation_publish", args=[text.pk, "en"]) not in page_of(editor, text)


def page_of(client, text):
    return client.get(edition_url(text)).content.decode()


@starts_from(translated_in_part)
def test_a_translator_is_not_offered_to_publish_and_is_refused(translator, text, english):
    response = act(translator, text, "en", "publish")

    assert reverse("translation_publish", args=[text.pk, "en"]) not in page_of(translator, text)
    assert said(response)
    assert not text.get_translation(english).live


@starts_from(in_translation)
def test_an_editor_is_not_offered_to_translate(editor, text):
    page = page_of(editor, text)

    assert reverse("translation_po", args=[text.pk, "en"]) not in page
    assert reverse("translation_begin", args=[text.pk, "fi"]) not in page


@starts_from(in_translation)
def test_nothing_translated_is_refused_in_words(editor, text):
    response = act(editor, text, "en", "publish")

    assert response.status_code == 302
    assert "Cykelplan" in said(response)


@starts_from(Matter.adopted)
def test_an_edition_that_is_not_in_force_points_at_the_one_that_is(translator, text, matter):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})

    page = page_of(translator, text)

    assert edition_url(later) in page
    assert edition_url(text) not in page_of(translator, later).replace(edition_url(later), "")


@starts_from(Matter.adopted)
def test_the_easy_to_read_text_is_begun_written_and_published(client, oversattare, redaktor, text):
    client.force_login(oversattare)
    response = act(client, text, "sv-simple", "begin")
    page = PlanRevisionPage.objects.get(locale__language_code="sv-simple")
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(response.url).status_code == 200

    page.body = [("easy_read", {"heading": "Lampor", "text": "<p>Det blir lampor.</p>"})]
    page.save_revision()
    client.force_login(redaktor)
    response = act(client, text, "sv-simple", "publish")

    page.refresh_from_db()
    assert page.live
    assert re.search("0 (of|av) 2", said(response))


@starts_from(Matter.adopted)
def test_a_translator_ticks_what_the_sections_retell(translator, text, oversattare):
    write_easy_read(revision=text, on=BEGUN, user=oversattare)
    url = reverse("translation_parts", args=[text.pk])
    sections = re.findall(r'name="section-([0-9a-f-]+)"', translator.get(url).content.decode())
    first, second = dict.fromkeys(sections)

    response = translator.post(url, {f"section-{first}": ["0", "1"]})

    draft = PlanRevisionPage.objects.get(locale__language_code="sv-simple")
    covers = [list(b.value["covers"]) for b in draft.get_latest_revision_as_object().body]
    assert response.url == edition_url(text)
    assert covers == [[BODY[0]["id"], BODY[1]["id"]], []]
    assert second


@starts_from(Matter.adopted)
def test_ticks_that_are_no_parts_are_passed_over(translator, text, oversattare):
    write_easy_read(revision=text, on=BEGUN, user=oversattare)
    url = reverse("translation_parts", args=[text.pk])
    first = re.search(r'name="section-([0-9a-f-]+)"', translator.get(url).content.decode())[1]

    translator.post(url, {f"section-{first}": ["0", "99", "-1", "x"]})

    draft = PlanRevisionPage.objects.get(locale__language_code="sv-simple")
    covers = draft.get_latest_revision_as_object().body[0].value["covers"]
    assert list(covers) == [BODY[0]["id"]]


@starts_from(Matter.adopted)
def test_what_has_changed_since_is_named_on_the_screen(
    translator, text, matter, oversattare, redaktor
):
    page = write_easy_read(revision=text, on=BEGUN, user=oversattare)
    page.body = [
        (
            "easy_read",
            {"heading": "Vägar", "text": "<p>Trygga.</p>", "covers": [BODY[1]["id"]]},
        )
    ]
    page.save_revision()
    publish_easy_read(revision=text, on=RELEASED, user=redaktor)
    next_edition(matter, {"Lampor sätts upp": "Lyktor sätts upp"})

    shown = page_of(translator, text)

    assert shown.count("<li>1 Trygga vägar</li>") == 1
    assert "<li>Bakgrund</li>" in shown


@pytest.mark.parametrize("name", ["translation_edition", "translation_begin", "translation_po"])
def test_a_text_that_does_not_exist_is_not_found(translator, name):
    code = [] if name == "translation_edition" else ["en"]
    url = reverse(name, args=[424242, *code])

    send = translator.post if name == "translation_begin" else translator.get
    response = send(url, follow=True)

    assert response.status_code == 404
