"""A translation is released by somebody who may, whole fields at a time, all of it or nothing."""

import json
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_published
from wagtail_localize.models import SegmentOverride, StringTranslation, TranslationSource

from plandocs.models import PlanPage, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from tests.factories.situations import BODY, Matter, starts_from
from tests.factories.translations import (
    BEGUN,
    ENGLISH,
    READ,
    RELEASED,
    filled_in,
    in_translation,
    next_edition,
    po_file,
    released_in_english,
    translated_in_part,
)
from workflow.errors import RuleViolation
from workflow.models import TranslationRelease
from workflow.reading.body import read_body
from workflow.reading.coverage import Coverage
from workflow.services.translation import (
    import_translation,
    publish_translation,
    request_translations,
)


@starts_from(released_in_english)
def test_a_released_translation_is_live_with_the_plan_above_it(released):
    assert released.live
    assert released.plan.live
    assert released.title == "Cycling plan 2026–2030"
    assert released.plan.title == "Cycling plan 2026–2030"
    assert released.url == "/en/steering-documents/cycling-plan-2026-2030/utgava-1/"


@starts_from(released_in_english)
def test_what_is_translated_is_stored_with_the_page(released, text):
    stored = released.coverage

    assert (stored["translated"], stored["total"]) == (4, 9)
    assert stored["source_sha256"] == text.adoption.sha256
    assert stored["revision_number"] == 1
    assert "title" in stored["fields"]


@starts_from(released_in_english)
def test_the_rest_is_in_swedish_and_marked_as_such_when_it_is_read(released):
    reading = read_body(released.body.raw_data, coverage=Coverage.of(released))

    background, roads = reading.nodes
    assert background.language == "sv"
    assert roads.language == ""
    assert str(roads.fields["title"]) == "Safe roads"
    assert roads.fields["title"].language == ""
    assert roads.fields["intro"].language == "sv"


@starts_from(in_translation)
def test_a_paragraph_of_which_half_is_translated_stays_in_swedish_whole(
    matter, oversattare, redaktor
):
    later = next_edition(
        matter,
        {"ska känna sig trygg.</p>": "ska synas.</p><p>Andra stycket.</p>"},
    )
    po = po_file(
        {"Trygga vägar": "Safe roads", "Den som cyklar ska synas.": "Those who cycle must be seen."}
    )
    import_translation(revision=later, locale="en", po=po, on=READ, user=oversattare)

    page = publish_translation(revision=later, locale="en", on=RELEASED, user=redaktor)

    intro = page.body[1].value["intro"].source
    assert intro == "<p>Den som cyklar ska synas.</p><p>Andra stycket.</p>"
    assert page.body[1].value["title"] == "Safe roads"
    assert page.coverage["translated"] == 1


@starts_from(released_in_english)
def test_the_page_holds_exactly_what_was_released(released):
    reread = PlanRevisionPage.objects.get(pk=released.pk)

    release = TranslationRelease.objects.get(page=released)

    assert release.sha256 == text_sha256(reread)
    assert release.released_on == RELEASED


@starts_from(released_in_english)
def test_numbers_years_and_bodies_are_those_of_the_decided_text(released, text):
    measure = released.body[1].value["measures"][0]

    assert measure["number"] == "1.1"
    assert measure["responsible_as_printed"] == "Tekniska kontoret"
    assert (released.valid_from, released.valid_to) == (2026, 2030)
    assert released.slug == text.slug


@starts_from(released_in_english)
def test_the_swedish_text_is_untouched_by_its_translation(text):
    original = PlanRevisionPage.objects.get(pk=text.pk)

    assert text_sha256(original) == original.adoption.sha256
    assert original.plan.title == "Cykelplan 2026–2030"


@starts_from(released_in_english)
def test_more_can_be_released_later_and_each_release_is_kept(released, text, oversattare, redaktor):
    import_translation(
        revision=text,
        locale="en",
        po=po_file({"Bakgrund": "Background"}),
        on=READ,
        user=oversattare,
    )
    assert "Background" not in str(PlanRevisionPage.objects.get(pk=released.pk).body.raw_data[0])

    again = publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    assert again.pk == released.pk
    assert again.url == released.url
    assert again.coverage["translated"] == 5
    assert again.body[0].value["heading"] == "Background"
    assert TranslationRelease.objects.filter(page=again).count() == 2


@starts_from(released_in_english)
def test_what_a_translator_takes_back_is_in_swedish_again(text, oversattare, redaktor):
    StringTranslation.objects.filter(data="Safe roads").delete()

    again = publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    assert again.body[1].value["title"] == "Trygga vägar"


@starts_from(in_translation)
def test_nothing_translated_is_nothing_to_publish(text, english, redaktor):
    with pytest.raises(RuleViolation) as refusal:
        publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    assert refusal.value.code == "nothing_translated"
    assert not text.get_translation(english).live


@starts_from(Matter.adopted)
def test_a_translation_that_nobody_has_begun_is_nothing_to_publish(text, redaktor):
    with pytest.raises(RuleViolation) as refusal:
        publish_translation(revision=text, locale="fi", on=RELEASED, user=redaktor)

    assert refusal.value.code == "nothing_translated"


@pytest.mark.parametrize("role", ["handlaggare", "registrator", "fortroendevald", "oversattare"])
@starts_from(translated_in_part)
def test_only_an_editor_releases_translations(text, english, cast, role):
    with pytest.raises(RuleViolation) as refusal:
        publish_translation(revision=text, locale="en", on=RELEASED, user=cast[role])

    assert refusal.value.code == "not_permitted"
    assert not text.get_translation(english).live


@starts_from(translated_in_part)
def test_a_title_too_long_for_its_field_is_refused_and_nothing_is_published(
    text, english, redaktor
):
    StringTranslation.objects.filter(context__path="title").update(data="Long " * 60)

    with pytest.raises(RuleViolation) as refusal:
        publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    assert refusal.value.code == "translation_invalid"
    assert not text.get_translation(english).live
    assert not TranslationRelease.objects.exists()


@pytest.mark.parametrize("failing", [PlanRevisionPage, PlanPage])
@starts_from(translated_in_part)
def test_a_fault_in_the_middle_leaves_nothing(text, english, redaktor, failing):
    def fail(**kwargs):
        raise RuntimeError("the power went")

    page_published.connect(fail, sender=failing)
    try:
        with pytest.raises(RuntimeError):
            publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)
    finally:
        page_published.disconnect(fail, sender=failing)

    page = text.get_translation(english)
    assert not page.live
    assert not page.plan.live
    assert page.coverage == {}
    assert page.plan.slug == text.plan.slug
    assert not TranslationRelease.objects.exists()


@starts_from(released_in_english)
def test_the_log_says_who_released_how_much(released, redaktor):
    entry = PageLogEntry.objects.get(action="styrdok.publish_translation")

    assert entry.user == redaktor
    assert entry.data["locale"] == "en"
    assert (entry.data["translated"], entry.data["total"]) == (4, 9)
    assert entry.data["on"] == RELEASED.isoformat()
    published = PageLogEntry.objects.filter(action="wagtail.publish", page=released.pk)
    assert [entry.user for entry in published] == [redaktor]


@starts_from(in_translation)
def test_the_plan_keeps_its_swedish_title_until_that_is_translated(text, oversattare, redaktor):
    po = po_file({"Trygga vägar": "Safe roads"})
    import_translation(revision=text, locale="en", po=po, on=READ, user=oversattare)

    page = publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    assert page.plan.title == "Cykelplan 2026–2030"
    assert page.plan.slug == "cykelplan-20262030" or page.plan.slug == "cykelplan-2026-2030"


@pytest.mark.parametrize("title", ["خطة الدراجات 2026–2030", "خطة 2026–2030"])
@starts_from(Matter.adopted)
def test_an_address_in_another_script_stays_as_it_is_in_swedish(text, oversattare, redaktor, title):
    po = po_file({"Cykelplan 2026–2030": title})
    import_translation(revision=text, locale="ar", po=po, on=READ, user=oversattare)

    page = publish_translation(revision=text, locale="ar", on=RELEASED, user=redaktor)

    assert page.plan.title == title
    assert page.plan.slug == text.plan.slug


@starts_from(released_in_english)
def test_the_translation_of_a_newer_edition_retitles_the_plan_and_keeps_its_address(
    released, matter, oversattare, redaktor
):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})
    request_translations(revision=later, locales=["en"], on=BEGUN, user=oversattare)
    po = po_file({"Cykelplan 2026–2030": "The plan for cycling"})
    import_translation(revision=later, locale="en", po=po, on=READ, user=oversattare)

    page = publish_translation(revision=later, locale="en", on=RELEASED, user=redaktor)

    assert page.plan.pk == released.plan.pk
    assert page.plan.title == "The plan for cycling"
    assert page.url == "/en/steering-documents/cycling-plan-2026-2030/utgava-2/"
    assert PlanRevisionPage.objects.get(pk=released.pk).live


@starts_from(translated_in_part)
def test_the_translation_of_an_older_edition_leaves_the_title_alone(
    text, matter, oversattare, redaktor
):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})
    request_translations(revision=later, locales=["en"], on=BEGUN, user=oversattare)
    publish_translation(revision=later, locale="en", on=RELEASED, user=redaktor)
    po = po_file({"Cykelplan 2026–2030": "An old name"})
    import_translation(revision=text, locale="en", po=po, on=READ, user=oversattare)

    page = publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    assert page.title == "An old name"
    assert page.plan.title == "Cycling plan 2026–2030"


@starts_from(in_translation)
def test_another_address_for_a_link_is_used_where_the_sentence_is_translated(
    matter, english, oversattare, redaktor
):
    link = '<a href=\\"https://example.org/sv\\">Cykelräkningen</a>'
    later = next_edition(matter, {"Lampor sätts upp längs alla skolvägar.": link})
    request_translations(revision=later, locales=["en"], on=BEGUN, user=oversattare)
    source = TranslationSource.objects.get(object_id=later.translation_key)
    link = source.overridablesegment_set.get()
    SegmentOverride.objects.create(
        locale=english, context=link.context, data_json='"https://example.org/en"'
    )
    po = po_file({'<a id="a1">Cykelräkningen</a>': '<a id="a1">The cycle count</a>'})
    import_translation(revision=later, locale="en", po=po, on=READ, user=oversattare)

    page = publish_translation(revision=later, locale="en", on=RELEASED, user=redaktor)

    measure = page.body[1].value["measures"][0]
    assert measure["text"].source == ('<p><a href="https://example.org/en">The cycle count</a></p>')


@starts_from(translated_in_part)
def test_a_longer_text_takes_no_more_queries_to_release(text, matter, oversattare, redaktor):
    def queries_of_release(text):
        with CaptureQueriesContext(connection) as queries:
            publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)
        return len(queries)

    short = queries_of_release(text)
    [item] = BODY[1]["value"]["measures"]
    items = [{**item, "id": str(uuid4())} for _number in range(40)]
    later = next_edition(
        matter, {json.dumps(item, ensure_ascii=False): json.dumps(items, ensure_ascii=False)[1:-1]}
    )
    po = po_file(ENGLISH)
    import_translation(revision=later, locale="en", po=po, on=READ, user=oversattare)

    long = queries_of_release(later)

    assert long <= short


@starts_from(in_translation)
def test_a_full_translation_leaves_no_swedish(text, exported, oversattare, redaktor):
    import_translation(
        revision=text, locale="en", po=filled_in(exported), on=READ, user=oversattare
    )

    page = publish_translation(revision=text, locale="en", on=RELEASED, user=redaktor)

    reading = read_body(page.body.raw_data, coverage=Coverage.of(page))
    assert page.coverage["translated"] == page.coverage["total"] == 9
    assert not any(node.language or node.is_partly_untranslated for node in reading.walk())
    assert Page.objects.get(pk=page.pk).title == "EN Cykelplan 2026–2030"
