"""Who reaches the editor of an unadopted text: the officials, not all with rights on the tree."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy
from wagtail.models import Collection

from tests.factories.situations import Matter, starts_from
from workflow.services.memos import MemoWords, draft_memo

pytestmark = pytest.mark.django_db

for_officials_only = pytest.mark.parametrize(
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


@for_officials_only
@starts_from(Matter.opened)
def test_only_officials_reach_the_editor_of_a_draft(matter, cast, client, role, may):
    revision = matter.case.revision
    client.force_login(cast[role])

    response = client.get(reverse("wagtailadmin_pages:edit", args=[revision.pk]))

    assert (response.status_code == 200) == may


def test_an_editor_of_the_site_may_change_the_start_page(redaktor, kommun, client):
    client.force_login(redaktor)

    response = client.get(
        reverse("wagtailadmin_pages:edit", args=[kommun.get_parent().pk]), follow=True
    )

    assert response.status_code == 200


@pytest.fixture
def case_file(kommun):
    """A file attached to a memo."""
    return get_document_model().objects.create(
        title="Karta",
        file=ContentFile(b"karta", name="karta.txt"),
        collection=Collection.objects.get(name="Handlingar i ärenden"),
    )


def test_the_public_does_not_fetch_a_file_of_a_case(case_file, client):
    response = client.get(case_file.url)

    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize(
    ("role", "may"), [("handlaggare", True), ("fortroendevald", True), ("oversattare", False)]
)
def test_those_who_read_cases_fetch_their_files(case_file, cast, client, role, may):
    client.force_login(cast[role])

    response = client.get(case_file.url)

    assert (response.status_code == 200) == may
    assert (response.getvalue() == b"karta") == may


def test_an_official_can_only_put_files_with_the_cases(handlaggare):
    collections = permission_policy.collections_user_has_permission_for(handlaggare, "add")

    assert [collection.name for collection in collections] == ["Handlingar i ärenden"]


@pytest.fixture
def draft_memo_of_official(matter):
    return draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=matter.case,
        to=matter.ksau,
        on=date(2026, 1, 20),
        user=matter.handlaggare,
    )


@for_officials_only
@starts_from(Matter.opened)
def test_only_officials_throw_a_draft_memo_away(draft_memo_of_official, cast, role, may):
    page = draft_memo_of_official

    assert page.permissions_for_user(cast[role]).can_delete() == may


@pytest.mark.parametrize("address", ["view_draft", "revisions_view"])
@starts_from(Matter.opened)
def test_a_memo_has_no_page_to_look_at(draft_memo_of_official, superuser, client, address):
    page, args = draft_memo_of_official, [draft_memo_of_official.pk]
    if address == "revisions_view":
        args.append(page.latest_revision_id)
    client.force_login(superuser)

    response = client.get(reverse(f"wagtailadmin_pages:{address}", args=args))

    assert response.status_code == 302
