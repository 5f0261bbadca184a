"""The registers: bodies with their names, and feedback on accessibility."""

import pytest
from django.urls import reverse

from plandocs.models import AccessibilityFeedback, Organisation


def test_a_body_is_registered_with_its_other_names(registrator, as_user):
    as_user(registrator).post(
        reverse("wagtailsnippets_plandocs_organisation:add"),
        {
            "code": "TK",
            "name": "Tekniska kontoret",
            "type": "forvaltning",
            "members": "",
            "parent": "",
            "email": "",
            "aliases-TOTAL_FORMS": "1",
            "aliases-INITIAL_FORMS": "0",
            "aliases-MIN_NUM_FORMS": "0",
            "aliases-MAX_NUM_FORMS": "1000",
            "aliases-0-name": "Tekniska",
            "aliases-0-id": "",
        },
    )

    assert Organisation.objects.called("tekniska").code == "TK"


@pytest.mark.parametrize(
    ("role", "status"),
    [("redaktor", 200), ("administrator", 200), ("handlaggare", 302), ("oversattare", 302)],
)
def test_feedback_on_accessibility_is_read_by_those_who_answer_it(role, status, cast, as_user):
    AccessibilityFeedback.objects.create(message="Kartan går inte att läsa.")

    page = as_user(cast[role]).get(reverse("accessibilityfeedback:index"))

    assert page.status_code == status


def test_feedback_is_neither_written_nor_thrown_away_here(superuser, as_user):
    feedback = AccessibilityFeedback.objects.create(message="Kartan går inte att läsa.")
    client = as_user(superuser)

    client.post(reverse("accessibilityfeedback:delete", args=[feedback.pk]))
    added = client.get(reverse("accessibilityfeedback:add"))

    assert AccessibilityFeedback.objects.filter(pk=feedback.pk).exists()
    assert added.status_code == 302
