"""The demo: what it promises is there, was made by the services, and can be read by anyone."""

from datetime import timedelta

import pytest
from django.core.management import CommandError
from django.utils import timezone
from wagtail.models import PageLogEntry

from plandocs.models import Case, Measure, Municipality, PlanPage, PlanRevisionPage, RemissRoundPage
from plandocs.text.canonical import text_sha256
from plandocs.vocabulary import Basis, CaseStage, MotiveResponse, Outcome, PointResponse
from tests.workflow.demo.conftest import load
from workflow.demo.accounts import ACCOUNTS, PASSWORD
from workflow.management.commands import load_demo
from workflow.models import TranslationRelease, adoption_of
from workflow.procedure.in_force import ending_on, revision_in_force
from workflow.services.translation import translation_status

pytestmark = pytest.mark.django_db

LONELINESS = "KS 2023/0087"


def stages():
    return {case.title: case.stage for case in Case.objects.all() if case.revision.number == 1}


def running(title):
    return Case.objects.get(title=title)


def test_the_demo_says_what_it_loads_and_who_may_log_in(demo):
    assert f"case 1 of {Case.objects.count()}: Plan mot ensamhet (KS 2018/0214)" in demo
    assert all(account.username in demo for account in ACCOUNTS)
    assert PASSWORD in demo


def test_each_role_can_log_in_with_the_password_shown(demo, client):
    assert all(client.login(username=one.username, password=PASSWORD) for one in ACCOUNTS)


def test_the_municipality_has_a_name_and_a_logotype_of_its_own(demo):
    municipality = Municipality.load()

    with municipality.logo.open() as logo:
        words = logo.read()

    assert municipality.name == "Lindsjö kommun"
    assert words.startswith(b"<svg")


def test_there_is_a_plan_at_every_stage_that_a_visitor_wants_to_see(demo):
    assert stages() == {
        "Plan mot ensamhet": CaseStage.ANTAGEN,
        "Kostpolicy": CaseStage.ANTAGEN,
        "Mat och sällskap – plan för måltider i äldreomsorgen": CaseStage.ANTAGEN,
        "Trygg skolväg": CaseStage.PA_REMISS,
        "Biblioteksplan": CaseStage.HOS_KF,
        "Policy för klarspråk": CaseStage.ANTAGEN,
        "Plan för Lindsjöns stränder": CaseStage.UTKAST,
    }


def test_loading_the_demo_again_changes_nothing(demo):
    before = [
        (page.pk, page.latest_revision_id, text_sha256(page))
        for page in PlanRevisionPage.objects.order_by("pk")
    ]

    printed = load()

    assert "case " not in printed
    assert before == [
        (page.pk, page.latest_revision_id, text_sha256(page))
        for page in PlanRevisionPage.objects.order_by("pk")
    ]


def test_a_demo_that_is_loaded_again_next_year_is_not_loaded_twice(demo, monkeypatch):
    next_year = timezone.localdate() + timedelta(days=400)
    monkeypatch.setattr(timezone, "localdate", lambda: next_year)
    cases = Case.objects.count()

    printed = load()

    assert "case " not in printed
    assert Case.objects.count() == cases


def test_the_first_plan_has_an_older_edition_that_is_still_read(demo, client):
    plan = PlanPage.objects.get(title="Plan mot ensamhet", locale__language_code="sv")
    editions = PlanRevisionPage.objects.child_of(plan).order_by("number")

    assert [adoption_of(edition) is not None for edition in editions] == [True, True]
    assert revision_in_force(plan, on=timezone.localdate()) == editions[1]
    assert client.get(editions[0].url).status_code == 200


def test_the_plan_was_returned_by_a_minority_whose_motive_was_followed_in_part(case_of):
    returned = case_of(LONELINESS).decisions.get(outcome=Outcome.ATERREMISS)
    first, second = returned.motives.order_by("number")

    assert returned.basis == Basis.MINORITY
    assert (first.carried, second.carried) == (True, False)
    assert first.answer.response == MotiveResponse.FOLJS_DELVIS


def test_the_plan_as_adopted_has_three_focus_areas_definitions_notes_and_a_table(case_of):
    revision = case_of(LONELINESS).revision
    words = str(list(revision.body.raw_data))

    assert words.count("'focus_area'") == 3
    assert words.count("'definition'") == 4
    assert words.count("'mark': '") == 4
    assert words.count("'first_row_is_table_header': True") == 1
    assert Measure.objects.filter(revision=revision).count() == 14


def test_the_remiss_of_the_plan_was_answered_by_link_by_anyone_and_too_late(case_of):
    page = case_of(LONELINESS).remisser.get().page
    answers = list(page.answers.all())
    points = [point for answer in answers for point in answer.points.all()]

    assert {answer.channel for answer in answers} == {"lank", "oppen", "registrerad"}
    assert [answer.respondent for answer in answers if answer.is_late] == ["Region Mellanskogen"]
    assert {answer.is_shown for answer in answers} == {True}
    assert {point.bemotande.response for point in points} == set(PointResponse.values)


def test_the_plan_is_published_in_english_arabic_and_easy_swedish_but_not_yet_in_finnish(case_of):
    status = translation_status(case_of(LONELINESS).revision)

    assert {code: one["status"] for code, one in status.items()} == {
        "en": "published",
        "ar": "published",
        "fi": "draft",
        "sv-simple": "published",
    }
    assert status["en"]["translated"] == status["en"]["total"]
    assert 0 < status["ar"]["translated"] < status["ar"]["total"]
    assert status["sv-simple"]["translated"] == status["sv-simple"]["total"]


def test_the_remiss_that_is_out_stays_open_and_has_answers_of_many_kinds(demo):
    page = running("Trygg skolväg").remisser.get().page

    assert page.opened_on < timezone.localdate() < page.closes_on
    assert page.is_public
    assert {answer.channel for answer in page.answers.all()} == {"lank", "oppen", "registrerad"}


def test_one_editorial_change_was_made_after_the_board_had_proposed(demo):
    case = running("Biblioteksplan")
    proposed = case.decisions.get(body__code="KS").decided_on

    assert [change.kind for change in case.changes.filter(made_on__gt=proposed)] == ["redaktionell"]


def test_a_policy_that_a_plan_replaced_ended_the_same_day(demo):
    ended = PlanPage.objects.get(title="Kostpolicy", locale__language_code="sv")

    ending = ending_on(ended)
    assert ending.decision.case.title.startswith("Mat och sällskap")
    assert ending.ended_on == ending.decision.decided_on


def test_a_newly_adopted_policy_can_still_be_appealed(demo):
    announcement = running("Policy för klarspråk").decisions.get(body__code="KS").announcement

    assert announcement.announced_on <= timezone.localdate() <= announcement.appealable_until


def test_every_public_text_went_through_the_gate(demo):
    for page in PlanRevisionPage.objects.filter(live=True):
        original = page.original

        assert text_sha256(original) == original.adoption.sha256
        if page != original:
            release = TranslationRelease.objects.filter(page=page).latest("pk")
            assert text_sha256(page) == release.sha256
    for page in RemissRoundPage.objects.filter(live=True):
        assert page.text_sha256
        assert page.opening.case


def test_no_draft_is_public(demo):
    drafts = PlanRevisionPage.objects.exclude(case__stage=CaseStage.ANTAGEN)

    assert not drafts.filter(live=True, locale__language_code="sv").exists()


@pytest.mark.parametrize("language", ["sv", "en", "ar", "fi", "sv-simple"])
def test_every_public_page_of_the_demo_opens(demo, client, language):
    pages = [
        page
        for model in (PlanPage, PlanRevisionPage, RemissRoundPage)
        for page in model.objects.filter(live=True, locale__language_code=language)
    ]

    answers = {page.url: client.get(page.url).status_code for page in pages}

    assert pages or language == "fi"
    assert set(answers.values()) <= {200}


def test_nothing_in_the_demo_needed_a_deviation_from_a_rule(demo):
    assert not [
        decision
        for case in Case.objects.all()
        for decision in case.decisions.all()
        if decision.despite
    ]


def test_every_entry_of_the_translations_belongs_to_the_text(demo):
    imports = [
        entry.data for entry in PageLogEntry.objects.filter(action="styrdok.import_translation")
    ]

    assert {data["locale"] for data in imports} == {"en", "ar", "fi"}
    assert {(data["unknown"], data["faulty"]) for data in imports} == {(0, 0)}


HALF_A_CASE = """
[case]
diarienummer = "KS 2025/0999"
title = "Lekplatsplan"
kind = "plan"
text = [{ heading = "Varför" }, { paragraph = "Barn ska kunna leka nära hemmet." }]
[[step]]
on = 2025-09-01
do = "memo"
to = "KSAU"
proposal = ["Planen skickas på remiss."]
[[step]]
on = 2025-09-08
do = "open_remiss"
closes_on = 2025-10-01
public = true
"""


def test_a_case_that_a_rule_stops_is_named_and_leaves_nothing_behind(demo, monkeypatch, tmp_path):
    (tmp_path / "09-lekplatsplan.toml").write_text(HALF_A_CASE, "utf-8")
    monkeypatch.setattr(load_demo, "CASES", tmp_path)

    with pytest.raises(CommandError, match=r"09-lekplatsplan.toml step 2 \(open_remiss\): ."):
        load()

    assert not Case.objects.filter(diarienummer="KS 2025/0999").exists()
    assert not PlanPage.objects.filter(title="Lekplatsplan").exists()


def test_a_file_that_is_no_case_is_named(demo, monkeypatch, tmp_path):
    (tmp_path / "09-fel.toml").write_text("[case]", "utf-8")
    monkeypatch.setattr(load_demo, "CASES", tmp_path)

    with pytest.raises(CommandError, match=r"09-fel.toml: "):
        load()
