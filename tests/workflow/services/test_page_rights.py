"""Who reaches the editor of an unadopted text: the officials, not all with rights on the tree."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("handlaggare", True),
        ("registrator", False),
        ("fortroendevald", False),
        ("oversattare", False),
        ("redaktor", False),
        ("administrator", False),
        ("superuser", True),
    ],
)
def test_only_officials_reach_the_editor_of_a_draft(matter, cast, client, role, may):
    revision = matter.opened().case.revision
    client.force_login(cast[role])

    response = client.get(reverse("wagtailadmin_pages:edit", args=[revision.pk]))

    assert (response.status_code == 200) == may


def test_an_editor_of_the_site_may_change_the_start_page(redaktor, kommun, client):
    client.force_login(redaktor)

    response = client.get(
        reverse("wagtailadmin_pages:edit", args=[kommun.get_parent().pk]), follow=True
    )

    assert response.status_code == 200
