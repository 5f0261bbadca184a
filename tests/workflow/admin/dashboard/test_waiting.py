"""Who sees what waits: the panels of the dashboard."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.models import AccessibilityFeedback
from tests.factories.situations import Matter, starts_from
from tests.factories.translations import next_edition
from workflow.admin.dashboard.waiting import waiting_for
from workflow.services.translation import (
    import_translation,
    request_translations,
    write_easy_read,
)

TODAY = date(2026, 6, 16)


def what_waits(user):
    return [thing.url for thing in waiting_for(user, on=TODAY)]


@starts_from(Matter.before_council)
def test_a_decision_to_record_waits_for_the_registrar(case, registrator, handlaggare):
    here = reverse("case_page", args=[case.pk])

    assert what_waits(registrator) == [here]
    assert what_waits(handlaggare) == []


@starts_from(Matter.referred_back)
def test_motives_wait_for_the_official_and_the_notice_for_the_registrar(
    matter, registrator, handlaggare
):
    assert what_waits(handlaggare) == [reverse("case_page", args=[matter.case.pk])]
    assert what_waits(registrator) == [reverse("case_announce", args=[matter.case.pk])]


def sentences(user):
    return [thing.what for thing in waiting_for(user, on=TODAY)]


@starts_from(Matter.adopted)
def test_an_adopted_text_waits_for_the_translator(matter, oversattare, redaktor):
    assert (
        what_waits(oversattare)
        == [reverse("translation_edition", args=[matter.case.revision_id])] * 2
    )
    assert sentences(oversattare) == [
        "Engelska, arabiska, finska: översätt den antagna texten.",
        "Skriv den lättlästa texten.",
    ]
    assert sentences(redaktor) == []


@starts_from(Matter.adopted)
def test_what_a_translator_has_begun_waits_until_it_is_done_and_published(
    matter, oversattare, redaktor
):
    text = matter.case.revision
    request_translations(revision=text, locales=["en", "fi"], on=TODAY, user=oversattare)
    write_easy_read(revision=text, on=TODAY, user=oversattare)
    po = b'msgid "Bakgrund"\nmsgstr "Background"\n'
    import_translation(revision=text, locale="en", po=po, on=TODAY, user=oversattare)

    [new, english, finnish] = sentences(oversattare)
    [english_done, easy] = sentences(redaktor)

    assert new == "Arabiska: översätt den antagna texten."
    assert english.startswith("Engelska: ")
    assert finnish.startswith("Finska: ")
    assert english_done.startswith("Engelska: 1 av ")
    assert easy == "Läs den lättlästa texten och publicera den."


@starts_from(Matter.adopted)
def test_only_the_edition_in_force_waits_for_the_translator(matter, oversattare):
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})

    waiting = waiting_for(oversattare, on=date(2027, 6, 1))

    assert {one.url for one in waiting} == {reverse("translation_edition", args=[later.pk])}
    assert {one.about for one in waiting} == {f"{later.title}, utgåva 2"}


def test_feedback_on_accessibility_waits_for_the_editor(redaktor):
    AccessibilityFeedback.objects.create(message="Kontrasten är för svag.")

    assert sentences(redaktor) == ["Besvara 1 synpunkt på tillgängligheten."]


@pytest.mark.parametrize(
    "role", ["handlaggare", "registrator", "oversattare", "redaktor", "administrator"]
)
@starts_from(Matter.before_council)
def test_the_dashboard_opens_for_every_role_that_works_in_the_admin(role, cast, case, as_user):
    page = as_user(cast[role]).get(reverse("wagtailadmin_home"))

    assert page.status_code == 200
    assert 'id="waiting-for-me-section"' in page.content.decode()


@starts_from(Matter.before_council)
def test_my_cases_are_those_i_am_in_charge_of(case, handlaggare, registrator, as_user):
    mine = as_user(handlaggare).get(reverse("wagtailadmin_home")).content.decode()
    others = as_user(registrator).get(reverse("wagtailadmin_home")).content.decode()

    assert 'id="my-cases-section"' in mine
    assert 'id="my-cases-section"' not in others
