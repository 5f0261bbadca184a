"""wagtail-localize's own ways never make public what nobody released, or what nobody adopted."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation
from wagtail_localize.operations import translate_object, translate_page_subtree

from plandocs.models import PlanPage, PlanRevisionPage, TjansteskrivelsePage
from plandocs.text.canonical import text_sha256
from tests.factories.situations import Matter, starts_from
from tests.factories.translations import (
    released_in_english,
    translated_in_part,
)
from workflow.errors import RuleViolation
from workflow.models import TranslationRelease

FOREIGN = "en", "ar", "fi", "sv-simple"


@pytest.fixture
def submitter(client, oversattare):
    """Somebody whom a municipality has given wagtail-localize's own right."""
    oversattare.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    client.force_login(oversattare)
    return client


def public_pages():
    """Return the pages of documents that are public in another language than Swedish."""
    return Page.objects.live().filter(
        locale__language_code__in=FOREIGN, content_type__model__in=["planpage", "planrevisionpage"]
    )


@starts_from(translated_in_part)
def test_saving_and_publishing_a_draft_translation_is_refused(
    django_capture_on_commit_callbacks, text
):
    translation = Translation.objects.get()

    with pytest.raises(RuleViolation), django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)

    assert not public_pages().exists()


@pytest.mark.parametrize("publish", [True, False])
@starts_from(released_in_english)
def test_what_is_public_stays_as_it_was_released_when_more_is_translated(
    released, english, publish
):
    for row in StringTranslation.objects.filter(data="Safe roads"):
        row.data = "Words that nobody released"
        row.save()

    with pytest.raises(RuleViolation):
        Translation.objects.get().save_target(publish=publish)

    page = PlanRevisionPage.objects.get(pk=released.pk)
    assert page.body[1].value["title"] == "Safe roads"
    assert TranslationRelease.objects.get(page=page).sha256 == text_sha256(page)


@starts_from(translated_in_part)
def test_the_editors_publish_button_does_nothing_whoever_presses_it(
    client, superuser, text, english
):
    client.force_login(superuser)
    page = text.get_translation(english)

    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})

    assert not public_pages().exists()


@starts_from(translated_in_part)
def test_updating_and_publishing_all_translations_is_refused(client, superuser, text):
    client.force_login(superuser)
    source = Translation.objects.get().source
    url = reverse("wagtail_localize:update_translations", args=[source.pk])

    client.post(url, {"publish_translations": "on"})

    assert not public_pages().exists()


@starts_from(Matter.adopted)
def test_submitting_a_draft_with_the_right_to_submit_is_refused(submitter, draft, english):
    url = reverse("wagtail_localize:submit_page_translation", args=[draft.pk])

    submitter.post(url, {"locales": [english.pk]})

    assert not Translation.objects.exists()
    assert not draft.get_translations().exists()


@starts_from(Matter.adopted)
def test_submitting_an_adopted_text_makes_nothing_public(submitter, text, english):
    url = reverse("wagtail_localize:submit_page_translation", args=[text.pk])

    submitter.post(url, {"locales": [english.pk]})

    assert not public_pages().exists()


@starts_from(Matter.adopted)
def test_submitting_a_whole_tree_makes_nothing_public(submitter, text, english):
    index = text.plan.get_parent()
    english_index = index.get_translation(english)
    url = reverse("wagtail_localize:submit_page_translation", args=[text.plan.pk])

    submitter.post(url, {"locales": [english.pk], "include_subtree": "on"})

    assert not public_pages().exists()
    assert not TjansteskrivelsePage.objects.filter(locale=english).exists()
    assert english_index.live


@starts_from(Matter.adopted)
def test_translating_a_tree_in_code_leaves_memos_at_home(text, english, superuser):
    with pytest.raises(RuleViolation):
        translate_page_subtree(text.plan.get_parent().pk, [english], None, superuser)

    assert not PlanPage.objects.filter(locale=english).exists()
    assert not TjansteskrivelsePage.objects.filter(locale=english).exists()


@starts_from(Matter.adopted)
def test_lattlast_is_never_made_by_wagtail_localize(text, superuser):
    easy = Locale.objects.get(language_code="sv-simple")

    with pytest.raises(RuleViolation):
        translate_object(text, [easy], user=superuser)

    assert not text.has_translation(easy)


@starts_from(Matter.adopted)
def test_languages_are_not_kept_in_step_by_themselves(english, kommun):
    swedish = kommun.locale

    with pytest.raises(RuleViolation):
        LocaleSynchronization.objects.create(locale=english, sync_from=swedish)

    assert not PlanPage.objects.filter(locale=english).exists()


def test_nobody_is_offered_to_keep_languages_in_step(client, superuser, english):
    client.force_login(superuser)

    page = client.get(reverse("wagtaillocales:edit", args=[english.pk])).content.decode()

    assert not apps.is_installed("wagtail_localize.locales")
    assert "sync_from" not in page


@starts_from(released_in_english)
def test_a_stopped_translation_is_public_as_it_was_and_locked(released, client, superuser):
    client.force_login(superuser)
    translation = Translation.objects.get()

    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))

    page = PlanRevisionPage.objects.get(pk=released.pk)
    assert page.live
    assert page.get_lock() is not None
