"""The dashboard in the language that the browser asks for."""

import pytest
from django.urls import reverse

from tests.factories.situations import starts_from
from tests.workflow.admin.conftest import one_of_everything

pytestmark = starts_from(one_of_everything)
HOME = reverse("wagtailadmin_home")


@pytest.mark.parametrize("language", ["sv", "en", "fi", "ar", "tlh", ""])
@pytest.mark.parametrize(
    "role", ["handlaggare", "registrator", "oversattare", "redaktor", "administrator", "superuser"]
)
def test_the_dashboard_opens_whatever_language_the_browser_asks_for(
    role, language, cast, desk, as_user
):
    page = as_user(cast[role]).get(HOME, headers={"accept-language": language})

    assert page.status_code == 200
    assert 'id="waiting-for-me-section"' in page.content.decode()


def test_a_translator_whose_browser_asks_for_english_reads_what_waits_in_english(
    oversattare, desk, as_user
):
    page = as_user(oversattare).get(HOME, headers={"accept-language": "en"}).content.decode()

    assert "Arabic, Finnish: translate the adopted text." in page
    assert "arabic" not in page
