"""Lättläst is a text of its own, which knows what it retells."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from plandocs.models import PlanRevisionPage
from plandocs.text.coverage import freshness_of
from tests.conftest import member_of
from tests.factories.situations import BODY, MEASURE, PARAGRAPH, Matter, starts_from
from tests.factories.translations import BEGUN, RELEASED, next_edition
from workflow.errors import RuleViolation
from workflow.models import TranslationRelease
from workflow.services.translation import (
    publish_easy_read,
    translation_status,
    write_easy_read,
)

SECTION, AREA = BODY[0]["id"], BODY[1]["id"]


def section(heading, text, *covers):
    return ("easy_read", {"heading": heading, "text": text, "covers": list(covers)})


def write(page, *sections):
    page.body = list(sections)
    page.save_revision()


def begun(matter):
    """Bring the case to its adoption, and begin to retell its text."""
    translator = member_of("Översättare", "oversattare")
    write_easy_read(revision=matter.adopted().case.revision, on=BEGUN, user=translator)
    return matter


def retold(matter):
    """Then retell its chapter and its measure, and publish that."""
    text = begun(matter).case.revision
    write(
        easy_read_of(text),
        section("Varför en plan?", "<p>Alla ska kunna cykla.</p>", SECTION),
        section("Lampor", "<p>Det blir lampor.</p>", MEASURE),
    )
    publish_easy_read(revision=text, on=RELEASED, user=member_of("Redaktör", "redaktor"))
    return matter


def easy_read_of(text):
    return text.get_translation(Locale.objects.get(language_code="sv-simple"))


@pytest.fixture
def easy(text):
    """The easy-to-read text, where it is begun from the start."""
    return easy_read_of(text)


@pytest.fixture
def released(text):
    """The same, where it is published from the start."""
    return easy_read_of(text)


@starts_from(begun)
def test_it_begins_with_an_empty_section_for_each_part_of_the_decided_text(easy):
    draft = easy.get_latest_revision_as_object()

    sections = [block.value for block in draft.body]
    assert [(part["heading"], part["text"].source) for part in sections] == [
        ("Bakgrund", ""),
        ("1 Trygga vägar", ""),
    ]
    assert [list(part["covers"]) for part in sections] == [[SECTION], [AREA]]


@starts_from(begun)
def test_it_is_linked_to_the_decided_text_but_no_translation_of_it(easy, text):
    assert easy.translation_key == text.translation_key
    assert easy.locale.language_code == "sv-simple"
    assert not easy.live
    assert not Translation.objects.exists()
    assert not TranslationSource.objects.exists()


@starts_from(begun)
def test_its_editor_is_open_while_the_decided_text_is_frozen(easy, text):
    assert easy.get_lock() is None
    assert text.get_lock() is not None


@starts_from(begun)
def test_beginning_again_returns_the_one_that_is_begun(easy, text, oversattare):
    write(easy, section("Mitt", "<p>Mina ord.</p>", AREA))

    again = write_easy_read(revision=text, on=BEGUN, user=oversattare)

    assert again.pk == easy.pk
    assert again.get_latest_revision_as_object().body[0].value["heading"] == "Mitt"


@starts_from(Matter.adopted)
def test_a_text_that_is_not_adopted_has_no_easy_to_read_text(draft, oversattare):
    with pytest.raises(RuleViolation) as refusal:
        write_easy_read(revision=draft, on=BEGUN, user=oversattare)

    assert refusal.value.code == "not_adopted"


@starts_from(retold)
def test_it_is_published_with_the_plan_above_it(released):
    assert released.live
    assert released.plan.live
    assert released.url.startswith("/sv-simple/styrdokument/cykelplan")
    assert TranslationRelease.objects.get(page=released).released_on == RELEASED


@starts_from(retold)
def test_what_it_covers_is_remembered_with_what_that_said(released, text):
    stored = released.coverage

    assert set(stored["covers"]) == {SECTION, MEASURE}
    assert (stored["translated"], stored["total"]) == (2, 2)
    assert stored["source_sha256"] == text.adoption.sha256
    assert "fields" not in stored


@starts_from(retold)
def test_it_is_fresh_against_the_text_it_retells(released, text, django_assert_num_queries):
    raw = list(text.body.raw_data)

    with django_assert_num_queries(0):
        freshness = freshness_of(released.coverage, raw)

    assert freshness.is_fresh
    assert freshness.not_covered == ()


@starts_from(retold)
def test_a_changed_measure_makes_it_stale_in_that_section_alone(released, matter):
    later = next_edition(matter, {"Lampor sätts upp": "Lyktor sätts upp"})

    freshness = freshness_of(released.coverage, later.body.raw_data)

    assert freshness.changed == (MEASURE,)
    assert freshness.gone == ()


NEW = "99999999-9999-4999-8999-999999999999"
ANOTHER_AREA = {
    AREA: NEW,
    "Trygga vägar": "Säkra stigar",
    MEASURE: NEW[:-1] + "8",
    "Belys gångvägarna": "Måla cykelbanorna",
}
"""A focus area and a measure of their own, where the former edition had others."""


@starts_from(retold)
def test_a_part_that_is_gone_and_one_that_is_new_are_told(released, matter):
    later = next_edition(matter, ANOTHER_AREA)

    freshness = freshness_of(released.coverage, later.body.raw_data)

    assert freshness.gone == (MEASURE,)
    assert [part.ids for part in freshness.not_covered] == [(NEW,)]


@starts_from(retold)
def test_which_body_a_name_stands_for_does_not_make_it_stale(released, matter, kf):
    later = next_edition(matter, {'"organisation": null': f'"organisation": {kf.pk}'})

    assert freshness_of(released.coverage, later.body.raw_data).is_fresh


@starts_from(retold)
def test_the_next_edition_begins_with_what_was_written_for_the_former(
    released, matter, oversattare
):
    later = next_edition(matter, ANOTHER_AREA)

    draft = write_easy_read(revision=later, on=BEGUN, user=oversattare)

    body = draft.get_latest_revision_as_object().body
    assert [block.value["heading"] for block in body] == [
        "Varför en plan?",
        "Lampor",
        "1 Säkra stigar",
    ]
    assert PlanRevisionPage.objects.get(pk=released.pk).live


@starts_from(begun)
def test_nothing_written_is_nothing_to_publish(easy, text, redaktor):
    with pytest.raises(RuleViolation) as refusal:
        publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    assert refusal.value.code == "nothing_written"


@starts_from(Matter.adopted)
def test_one_that_nobody_has_begun_is_nothing_to_publish(text, redaktor):
    with pytest.raises(RuleViolation) as refusal:
        publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    assert refusal.value.code == "nothing_written"


@starts_from(begun)
def test_a_section_without_text_is_named_and_nothing_is_published(easy, text, redaktor):
    write(easy, section("Klar", "<p>Text.</p>", SECTION), section("Ofärdig", "<p> </p>", AREA))

    with pytest.raises(RuleViolation, match="Ofärdig") as refusal:
        publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    assert refusal.value.code == "easy_read_unfinished"
    assert not PlanRevisionPage.objects.get(pk=easy.pk).live


@starts_from(begun)
def test_an_id_that_is_not_in_the_text_covers_nothing(easy, text, redaktor):
    write(easy, section("Klar", "<p>Text.</p>", SECTION, "not-an-id"))

    page = publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    assert set(page.coverage["covers"]) == {SECTION}
    assert (page.coverage["translated"], page.coverage["total"]) == (1, 2)


@starts_from(begun)
def test_a_paragraph_covers_the_chapter_it_stands_in(easy, text, redaktor):
    write(easy, section("Klar", "<p>Text.</p>", PARAGRAPH))

    page = publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    assert page.coverage["translated"] == 1


@pytest.mark.parametrize("role", ["handlaggare", "registrator", "fortroendevald", "oversattare"])
@starts_from(begun)
def test_only_an_editor_publishes_it(easy, text, cast, role):
    write(easy, section("Klar", "<p>Text.</p>", SECTION))

    with pytest.raises(RuleViolation) as refusal:
        publish_easy_read(revision=text, on=RELEASED, user=cast[role])

    assert refusal.value.code == "not_permitted"


@pytest.mark.parametrize("role", ["handlaggare", "registrator", "fortroendevald", "redaktor"])
@starts_from(Matter.adopted)
def test_only_a_translator_begins_it(text, cast, role):
    with pytest.raises(RuleViolation) as refusal:
        write_easy_read(revision=text, on=BEGUN, user=cast[role])

    assert refusal.value.code == "not_permitted"


@starts_from(retold)
def test_a_corrected_text_is_published_anew(released, text, redaktor):
    page = PlanRevisionPage.objects.get(pk=released.pk)
    write(page, section("Lampor", "<p>Det blir många lampor.</p>", MEASURE))
    assert "många" not in str(PlanRevisionPage.objects.get(pk=released.pk).body.raw_data[0])

    again = publish_easy_read(revision=text, on=RELEASED, user=redaktor)

    assert "många" in again.body[0].value["text"].source
    assert TranslationRelease.objects.filter(page=again).count() == 2


@starts_from(retold)
def test_its_status_is_told_beside_the_translations(released, text):
    assert translation_status(text)["sv-simple"] == {
        "status": "published",
        "translated": 2,
        "total": 2,
    }
