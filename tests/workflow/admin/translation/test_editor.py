"""wagtail-localize's editor reads files by the service, and offers nothing the record refuses."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from tests.factories.situations import starts_from
from tests.factories.translations import ENGLISH, in_translation, po_file


@pytest.fixture
def translator(client, oversattare):
    client.force_login(oversattare)
    return client


def upload(client, **files):
    address = reverse("wagtail_localize:upload_pofile", args=[Translation.objects.get().pk])
    return client.post(address, files)


def said(response):
    return " ".join(str(message) for message in response.wsgi_request._messages)


@starts_from(in_translation)
def test_a_file_from_another_program_is_read_from_the_editor_too(translator, text, english):
    file = SimpleUploadedFile("cykelplan.po", po_file(ENGLISH))

    response = upload(translator, file=file)

    page = text.get_translation(english)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "4 översättningar lästes in" in said(response)
    assert StringTranslation.objects.count() == 4
    assert not page.live


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"Just a letter.", b"", 'msgid "å"'.encode("latin-1")]
)
@starts_from(in_translation)
def test_a_file_that_cannot_be_read_is_refused_in_the_editor(translator, content, text):
    response = upload(translator, file=SimpleUploadedFile("x.po", content))

    assert response.status_code == 302
    assert not StringTranslation.objects.exists()


@starts_from(in_translation)
def test_an_upload_without_a_file_is_refused_in_the_editor(translator, text):
    response = upload(translator)

    assert response.status_code == 302
    assert "Ingen fil var vald" in said(response)


@starts_from(in_translation)
def test_others_read_no_files_in_the_editor(client, handlaggare, text):
    client.force_login(handlaggare)

    upload(client, file=SimpleUploadedFile("cykelplan.po", po_file(ENGLISH)))

    assert not StringTranslation.objects.exists()


@starts_from(in_translation)
def test_the_editor_of_a_translation_is_marked_as_of_the_record(translator, text, english):
    page = text.get_translation(english)

    response = translator.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert 'class="translation-of-record"' in response.content.decode()
