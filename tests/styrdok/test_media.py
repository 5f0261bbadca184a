"""Uploaded files are served to anybody, except those that Wagtail asks first who may read."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for folder, name in (("images", "bild.svg"), ("documents", "bilaga.txt")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text("<svg/>")


def test_anybody_fetches_a_picture(client):
    response = client.get("/media/images/bild.svg")

    assert b"".join(response) == b"<svg/>"


@pytest.mark.parametrize(
    "detour",
    [
        "documents/bilaga.txt",
        "Documents/bilaga.txt",
        "/documents/bilaga.txt",
        "./documents/bilaga.txt",
        "images/../documents/bilaga.txt",
        "images/%2e%2e/documents/bilaga.txt",
    ],
)
def test_no_detour_leads_to_an_attachment(client, detour):
    assert client.get(f"/media/{detour}").status_code == 404
