"""Who sees what waits: the list of cases, and the panels of the dashboard."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.situations import Matter
from tests.workflow.translation.conftest import po_file
from tests.workflow.translation.editions import next_edition
from workflow.admin.dashboard import waiting_for
from workflow.services.translation import import_translation, publish_translation

TODAY, LATER = date(2026, 6, 16), date(2026, 8, 3)


def what_waits(user):
    return [thing.url for thing in waiting_for(user, on=TODAY)]


def test_a_decision_to_record_waits_for_the_registrar(council_case, registrator, handlaggare):
    here = reverse("case_page", args=[council_case.pk])

    assert what_waits(registrator) == [here]
    assert what_waits(handlaggare) == []


def test_motives_wait_for_the_official_and_the_notice_for_the_registrar(
    matter, registrator, handlaggare
):
    matter.referred_back()

    assert what_waits(handlaggare) == [reverse("case_page", args=[matter.case.pk])]
    assert what_waits(registrator) == [reverse("case_announce", args=[matter.case.pk])]


def test_an_adopted_text_waits_for_the_translator(matter, oversattare):
    text = matter.adopted().case.revision

    [waiting] = waiting_for(oversattare, on=LATER)

    assert waiting.url == reverse("translation_edition", args=[text.pk])
    assert waiting.about == "Cykelplan 2026–2030, utgåva 1"


def test_only_the_edition_in_force_waits_for_the_translator(matter, oversattare):
    matter.adopted()
    later = next_edition(matter, {"Trygga vägar": "Trygga gator"})

    [waiting] = waiting_for(oversattare, on=date(2027, 6, 1))

    assert waiting.url == reverse("translation_edition", args=[later.pk])


def test_what_is_translated_waits_for_the_editor_until_it_is_public(matter, oversattare, redaktor):
    text = matter.adopted().case.revision
    po = po_file({"Trygga vägar": "Safe roads"})
    import_translation(revision=text, locale="en", po=po, on=LATER, user=oversattare)

    [waiting] = waiting_for(redaktor, on=LATER)
    publish_translation(revision=text, locale="en", on=LATER, user=redaktor)

    assert waiting.what == "Publicera det som är översatt: engelska."
    assert waiting_for(oversattare, on=LATER) == waiting_for(redaktor, on=LATER) == []


@pytest.mark.parametrize(
    "role", ["handlaggare", "registrator", "oversattare", "redaktor", "administrator"]
)
def test_the_dashboard_opens_for_every_role_that_works_in_the_admin(
    role, cast, council_case, as_user
):
    page = as_user(cast[role]).get(reverse("wagtailadmin_home"))

    assert page.status_code == 200
    assert 'id="waiting-for-me-section"' in page.content.decode()


def test_my_cases_are_those_i_am_in_charge_of(council_case, handlaggare, registrator, as_user):
    mine = as_user(handlaggare).get(reverse("wagtailadmin_home")).content.decode()
    others = as_user(registrator).get(reverse("wagtailadmin_home")).content.decode()

    assert 'id="my-cases-section"' in mine
    assert 'id="my-cases-section"' not in others


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"KS 2026/0101", "KS 2026/0102"}),
        ({"q": "cykel"}, {"KS 2026/0101"}),
        ({"q": "0102"}, {"KS 2026/0102"}),
        ({"stage": "hos_kf"}, {"KS 2026/0101"}),
        ({"mine": "mina"}, set()),
    ],
)
def test_the_list_is_narrowed_by_words_stage_and_whose_it_is(
    asked, found, matter, handlaggare, registrator, kf, ks, ksau, as_user
):
    matter.before_council()
    Matter(handlaggare, registrator, kf, ks, ksau).opened(
        diarienummer="KS 2026/0102", title="Lekplatser"
    )

    page = as_user(registrator).get(reverse("case_list"), asked)

    assert {case.diarienummer for case in page.context["object_list"]} == found


def test_the_list_asks_the_same_number_of_queries_for_one_case_and_for_many(
    matter, handlaggare, registrator, kf, ks, ksau, as_user
):
    client = as_user(registrator)
    matter.referred_back()

    def queries():
        client.get(reverse("case_list"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("case_list"))
        return len(captured)

    one = queries()
    for number in range(3):
        other = Matter(handlaggare, registrator, kf, ks, ksau)
        other.opened(diarienummer=f"KS 2026/030{number}", title=f"Plan {number}")

    assert queries() == one
