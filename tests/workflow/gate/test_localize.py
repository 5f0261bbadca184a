"""wagtail-localize translates adopted texts only, and publishes none of them by itself."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.synctree import synchronize_tree

from plandocs.models import InformationPage
from tests.workflow.gate import screens
from tests.workflow.gate.record import nothing_changes
from tests.workflow.gate.register import closes
from tests.workflow.gate.test_screens_publish import ANSWERS
from workflow.errors import RuleViolation
from workflow.services.translation import ensure_parents

UNTRANSLATABLE = ("draft", "consulted", "memo", "sent_memo", "round")


def locale(code):
    return Locale.objects.get(language_code=code)


def submit(client, page, **choices):
    return client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [locale("ar").pk], **choices},
    )


def translation_of(record, code):
    return Translation.objects.get(
        source__object_id=record.adopted.translation_key, target_locale=locale(code)
    )


@closes("localize: submit a text for translation")
def test_only_an_adopted_text_is_submitted_for_translation(actor, client, record):
    with nothing_changes():
        for name in UNTRANSLATABLE:
            page = record.fresh(name)

            response = submit(client, page)

            assert response.status_code in ANSWERS
            assert not TranslationSource.objects.filter(object_id=page.translation_key).exists()


@closes("localize: submit a page with its subtree")
def test_no_subtree_takes_an_unadopted_text_along(actor, client, record):
    with nothing_changes():
        for name in ("home", "index", "new_plan"):
            response = submit(client, record.fresh(name), include_subtree="on")

            assert response.status_code in ANSWERS


@closes("localize: submit a page with its subtree")
def test_an_ordinary_page_is_submitted_for_translation(admin, client, record):
    page = InformationPage.objects.child_of(record.home).first()
    page.get_translations().filter(locale=locale("ar")).delete()

    submit(client, page)

    assert page.get_translations().filter(locale=locale("ar")).exists()


@closes("localize: publish from the translation editor")
def test_the_translation_editor_publishes_nothing_of_the_record(
    actor, client, record, django_capture_on_commit_callbacks
):
    with nothing_changes():
        for name in ("finnish", "english"):
            with django_capture_on_commit_callbacks(execute=True):
                response = client.post(
                    reverse("wagtailadmin_pages:edit", args=[record.fresh(name).pk]),
                    {"action": "publish"},
                )

            assert response.status_code in ANSWERS


@closes("localize: sync translated pages, with publish")
def test_syncing_translations_publishes_none(
    actor, client, record, django_capture_on_commit_callbacks
):
    source = translation_of(record, "fi").source
    before = record.fresh("finnish").latest_revision_id

    with nothing_changes(), django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            reverse("wagtail_localize:update_translations", args=[source.pk]),
            {"publish_translations": "on"},
        )

        assert response.status_code == 302
    assert record.fresh("finnish").latest_revision_id == before


def test_an_ordinary_page_is_synced_and_published(
    admin, client, record, django_capture_on_commit_callbacks
):
    page = InformationPage.objects.child_of(record.home).first()
    page.get_translations().filter(locale=locale("ar")).delete()
    submit(client, page)
    source = TranslationSource.objects.get(object_id=page.translation_key)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtail_localize:update_translations", args=[source.pk]),
            {"publish_translations": "on"},
        )

    assert page.get_translations().get(locale=locale("ar")).live


@closes("localize: convert to alias")
def test_no_translation_becomes_an_alias_of_the_swedish_text(actor, client, record):
    with nothing_changes():
        for name in ("finnish", "english"):
            response = client.post(
                reverse("wagtail_localize:convert_to_alias", args=[record.fresh(name).pk])
            )

            assert response.status_code in ANSWERS


@closes("localize: stop the translation and use the plain editor")
def test_a_stopped_translation_is_not_written_in_the_plain_editor(actor, client, record):
    for name, code in (("finnish", "fi"), ("english", "en")):
        client.post(
            reverse("wagtail_localize:stop_translation", args=[translation_of(record, code).pk])
        )
        saved = record.fresh(name).latest_revision_id

        with nothing_changes():
            response = screens.publish_from_editor(client, record.fresh(name))

            assert response.status_code in ANSWERS
        assert record.fresh(name).latest_revision_id == saved


@closes("localize: synchronise a language's tree")
def test_no_language_gets_live_copies_of_the_record(record, db):
    with nothing_changes(), pytest.raises(RuleViolation):
        synchronize_tree(locale("sv"), locale("ar"))

    assert not Page.objects.filter(locale=locale("ar"), alias_of__isnull=False).exists()


@closes("localize: translate into easy-to-read Swedish")
def test_the_easy_read_text_is_never_a_translation(record, db):
    source = translation_of(record, "fi").source

    with nothing_changes(), pytest.raises(RuleViolation) as refusal:
        Translation.objects.create(source=source, target_locale=locale("sv-simple"))

    assert refusal.value.code == "not_a_translation"


@closes("localize: save_target(publish=True) in code")
def test_no_code_publishes_a_translation_that_nobody_released(
    record, db, django_capture_on_commit_callbacks
):
    with (
        nothing_changes(),
        pytest.raises(RuleViolation) as refusal,
        django_capture_on_commit_callbacks(execute=True),
    ):
        translation_of(record, "fi").save_target(publish=True)

    assert refusal.value.code == "not_adopted"


@closes("localize: save_target(publish=True) in code")
def test_no_code_changes_a_released_translation(record, db):
    translation = translation_of(record, "en")
    strings = translation.source.stringsegment_set
    for row in strings.first().string.translations.all():
        row.delete()
    StringTranslation.objects.filter(locale=locale("en")).update(data="Something else")

    with nothing_changes(), pytest.raises(RuleViolation):
        translation.save_target(publish=False)


@closes("localize: publish the translation of an unadopted text")
def test_a_translation_of_an_unadopted_text_is_not_published(record, db):
    ensure_parents(record.draft, "ar")
    page = record.draft.copy_for_translation(locale("ar"))

    with nothing_changes(), pytest.raises(RuleViolation) as refusal:
        page.get_latest_revision_as_object().save_revision().publish()

    assert refusal.value.code == "not_adopted"
