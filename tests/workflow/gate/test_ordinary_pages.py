"""What the record refuses succeeds on an ordinary page, so the refusals are the gate's."""

import pytest
from wagtail.models import Page, PageViewRestriction

from plandocs.models import InformationPage
from tests.workflow.gate import screens


@pytest.fixture
def draft(record, admin):
    page = InformationPage(title="Om oss", slug="om-oss", body="<p>Vi.</p>", live=False)
    record.home.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def public(draft):
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    return draft


@pytest.mark.parametrize(
    "way",
    [
        screens.publish_from_editor,
        screens.publish_earlier_version,
        screens.bulk_publish,
        screens.bulk_publish_descendants,
        screens.api_publish,
    ],
    ids=lambda way: way.__name__,
)
def test_an_ordinary_page_is_published(client, draft, way):
    way(client, draft)

    assert Page.objects.get(pk=draft.pk).live


def test_an_ordinary_page_is_scheduled(client, draft):
    screens.schedule_from_editor(client, draft)

    assert draft.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize(
    "way",
    [
        screens.unpublish,
        screens.unpublish_with_descendants,
        screens.bulk_unpublish,
        screens.api_unpublish,
    ],
    ids=lambda way: way.__name__,
)
def test_an_ordinary_page_is_unpublished(client, public, way):
    way(client, public)

    assert not Page.objects.get(pk=public.pk).live


@pytest.mark.parametrize(
    "way",
    [screens.delete, screens.bulk_delete, screens.api_delete],
    ids=lambda way: way.__name__,
)
def test_an_ordinary_page_is_deleted(client, public, way):
    way(client, public)

    assert not Page.objects.filter(pk=public.pk).exists()


@pytest.mark.parametrize(
    "way",
    [screens.edit, screens.autosave, screens.revert, screens.api_revert],
    ids=lambda way: way.__name__,
)
def test_an_ordinary_page_gets_a_new_draft(client, public, way):
    before = public.latest_revision_id

    way(client, public)

    assert Page.objects.get(pk=public.pk).latest_revision_id != before


@pytest.mark.parametrize(
    "way",
    [screens.copy_published, screens.alias, screens.api_copy, screens.api_alias],
    ids=lambda way: way.__name__,
)
def test_an_ordinary_page_is_copied(client, public, way):
    way(client, public)

    assert Page.objects.filter(slug="en-kopia", live=True).exists()


def test_an_ordinary_page_is_copied_into_another_language(client, public):
    screens.api_copy_for_translation(client, public)

    assert Page.objects.filter(translation_key=public.translation_key, live=True).count() == 2


@pytest.mark.parametrize(
    "way", [screens.move, screens.bulk_move, screens.api_move], ids=lambda way: way.__name__
)
def test_an_ordinary_page_is_moved(client, public, another_site, way):
    way(client, public, another_site.home)

    assert Page.objects.get(pk=public.pk).get_parent().pk == another_site.home.pk


def test_an_ordinary_page_is_reordered(client, public, record):
    screens.reorder(client, public)

    assert record.home.get_children().first().pk == public.pk


def test_an_ordinary_page_gets_another_address(client, public):
    screens.change_slug(client, public)

    assert Page.objects.get(pk=public.pk).slug == "en-annan-adress"


def test_the_readers_of_an_ordinary_page_are_limited(client, public):
    screens.make_private(client, public)

    assert PageViewRestriction.objects.filter(page=public).exists()


@pytest.mark.parametrize("name", ["index", "home"])
def test_the_pages_above_the_record_can_be_reworded(client, record, admin, name):
    screens.publish_from_editor(client, record.fresh(name))

    assert record.fresh(name).title == "Något annat"


def test_a_public_plan_can_be_described_anew(client, record, admin):
    screens.publish_from_editor(client, record.fresh("plan"))

    assert record.fresh("plan").summary == "Något annat."


@pytest.mark.parametrize("name", ["draft", "memo"])
def test_a_draft_can_be_edited(client, record, admin, name):
    screens.edit(client, record.fresh(name))

    assert record.fresh(name).get_latest_revision_as_object().title == "Något annat"
