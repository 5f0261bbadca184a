"""A translation is begun of an adopted text, and takes over what the edition before it had."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from plandocs.models import PlanPage, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from tests.factories.situations import Matter, starts_from
from tests.factories.translations import (
    BEGUN,
    READ,
    in_translation,
    next_edition,
    po_file,
    translated_in_part,
)
from workflow.errors import RuleViolation
from workflow.services.translation import (
    ensure_parents,
    import_translation,
    request_translations,
)


@starts_from(in_translation)
def test_a_begun_translation_is_a_draft_under_a_draft_plan(text, english):
    page = text.get_translation(english)

    assert not page.live
    assert not page.plan.live
    assert page.alias_of_id is None
    assert page.plan.alias_of_id is None
    assert page.plan.get_parent().live


@starts_from(in_translation)
def test_what_is_translated_is_the_adopted_text_to_the_letter(text):
    source = TranslationSource.objects.get(object_id=text.translation_key)

    assert text_sha256(source.as_instance()) == text.adoption.sha256


@starts_from(Matter.adopted)
def test_a_text_that_is_not_adopted_is_not_translated(draft, oversattare):
    with pytest.raises(RuleViolation) as refusal:
        request_translations(revision=draft, locales=["en"], on=BEGUN, user=oversattare)

    assert refusal.value.code == "not_adopted"
    assert not draft.get_translations().exists()
    assert not Translation.objects.exists()


@pytest.mark.parametrize("code", ["sv", "sv-simple"])
@starts_from(Matter.adopted)
def test_a_text_is_not_translated_into_swedish_of_any_kind(text, oversattare, code):
    with pytest.raises(RuleViolation) as refusal:
        request_translations(revision=text, locales=[code], on=BEGUN, user=oversattare)

    assert refusal.value.code == "not_a_translation"


@starts_from(Matter.adopted)
def test_a_language_that_the_site_lacks_is_refused_by_its_code(text, oversattare):
    with pytest.raises(RuleViolation, match="xx") as refusal:
        request_translations(revision=text, locales=["xx"], on=BEGUN, user=oversattare)

    assert refusal.value.code == "language_unknown"


@starts_from(Matter.adopted)
def test_one_language_refused_begins_none(text, oversattare):
    with pytest.raises(RuleViolation):
        request_translations(revision=text, locales=["en", "xx"], on=BEGUN, user=oversattare)

    assert not text.get_translations().exists()
    assert not PlanPage.objects.filter(locale__language_code="en").exists()


@pytest.mark.parametrize("role", ["handlaggare", "registrator", "fortroendevald", "redaktor"])
@starts_from(Matter.adopted)
def test_only_translators_begin_translations(text, cast, role):
    with pytest.raises(RuleViolation) as refusal:
        request_translations(revision=text, locales=["en"], on=BEGUN, user=cast[role])

    assert refusal.value.code == "not_permitted"


@starts_from(in_translation)
def test_beginning_twice_makes_one_translation(text, oversattare):
    request_translations(revision=text, locales=["en"], on=BEGUN, user=oversattare)

    assert Translation.objects.count() == 1
    assert text.get_translations().count() == 1


@starts_from(in_translation)
def test_a_translation_that_was_stopped_is_taken_up_again(text, oversattare):
    Translation.objects.update(enabled=False)

    request_translations(revision=text, locales=["en"], on=BEGUN, user=oversattare)

    assert Translation.objects.get().enabled


@starts_from(in_translation)
def test_the_plan_is_made_once_for_all_its_editions(text, english):
    first = ensure_parents(text, english)

    second = ensure_parents(text.plan, "en")

    assert first == second
    assert PlanPage.objects.filter(locale=english).count() == 1


@starts_from(Matter.adopted)
def test_without_pages_in_the_language_the_answer_is_to_install(text, english):
    index = text.plan.get_parent().get_translation(english)
    index.delete()

    with pytest.raises(RuleViolation, match="install") as refusal:
        ensure_parents(text, english)

    assert refusal.value.code == "not_installed"


@starts_from(translated_in_part)
def test_the_next_edition_takes_over_what_reads_the_same_in_the_same_place(matter, oversattare):
    later = next_edition(matter, {"Belys gångvägarna": "Belys alla gångvägar"})

    with override("en"):
        request_translations(revision=later, locales=["en"], on=BEGUN, user=oversattare)

    carried = StringTranslation.objects.filter(context__object_id=later.translation_key)
    assert set(carried.values_list("translation_of__data", flat=True)) == {
        "Cykelplan 2026–2030",
        "Trygga vägar",
        "Lampor sätts upp längs alla skolvägar.",
    }
    assert set(carried.values_list("tool_name", flat=True)) == {"carried from edition 1"}


@starts_from(translated_in_part)
def test_what_a_translator_confirms_is_no_longer_marked_as_carried(text, matter, oversattare):
    later = next_edition(matter, {"Belys gångvägarna": "Belys alla gångvägar"})
    request_translations(revision=later, locales=["en"], on=BEGUN, user=oversattare)

    import_translation(
        revision=later,
        locale="en",
        po=po_file({"Trygga vägar": "Roads to trust"}),
        on=READ,
        user=oversattare,
    )

    mine = StringTranslation.objects.get(
        context__object_id=later.translation_key, translation_of__data="Trygga vägar"
    )
    assert (mine.data, mine.tool_name) == ("Roads to trust", "")
    old = StringTranslation.objects.get(
        context__object_id=text.translation_key, translation_of__data="Trygga vägar"
    )
    assert old.data == "Safe roads"


@starts_from(Matter.adopted)
def test_every_language_of_the_site_but_swedish_can_be_begun_at_once(text, oversattare):
    translations = request_translations(
        revision=text, locales=["en", "ar", "fi"], on=BEGUN, user=oversattare
    )

    assert [t.target_locale.language_code for t in translations] == ["en", "ar", "fi"]
    assert set(
        PlanRevisionPage.objects.filter(translation_key=text.translation_key).values_list(
            "locale__language_code", flat=True
        )
    ) == {"sv", "en", "ar", "fi"}
    assert Locale.objects.count() == 5
