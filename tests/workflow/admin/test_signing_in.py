"""The door to the admin, and what Wagtail's own screens offer behind it."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.models import Municipality
from tests.factories.situations import Matter, starts_from
from workflow.services.translation import request_translations

TODAY = date(2026, 6, 16)
CANCEL = "action-cancel-workflow"


def test_the_door_says_whose_it_is_in_swedish(client, db):
    Municipality.objects.update_or_create(defaults={"name": "Lindsjö kommun"})

    page = client.get(reverse("wagtailadmin_login")).content.decode()

    assert "Styrdokument i Lindsjö kommun" in page
    assert "Lösenord" in page
    assert "Password" not in page


def test_the_elected_are_led_to_the_reading_room(cast, as_user):
    client = as_user(cast["fortroendevald"])

    page = client.get(reverse("wagtailadmin_home"), follow=True)

    assert page.redirect_chain[-1][0] == reverse("reading_list")


def test_nobody_is_offered_to_cancel_the_workflow(matter, handlaggare, as_user):
    case = matter.before_committee().case

    page = as_user(handlaggare).get(reverse("wagtailadmin_pages:edit", args=[case.revision_id]))

    assert page.status_code == 200
    assert CANCEL not in page.content.decode()


@pytest.mark.parametrize("role", ["oversattare", "superuser"])
@starts_from(Matter.adopted)
def test_nobody_is_offered_to_make_a_translation_an_alias(role, matter, cast, superuser, as_user):
    text = matter.case.revision
    request_translations(revision=text, locales=["en"], on=TODAY, user=cast["oversattare"])
    english = text.get_translations().get(locale__language_code="en")
    user = superuser if role == "superuser" else cast[role]

    page = as_user(user).get(reverse("wagtailadmin_pages:edit", args=[english.pk]))

    assert page.status_code == 200
    assert '<div class="translation-of-record">' in page.content.decode()
