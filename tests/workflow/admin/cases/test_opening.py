"""Opening a case: what is typed, what the file says, and what is refused."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plandocs.models import Case
from tests.factories.situations import BODY
from workflow.admin.cases.opening.forms import plans_in_record
from workflow.models import Appeal, PlanEnding

TEXT = """# Handlingsplan för trygga gator 2027–2029

## Bakgrund

Alla ska kunna gå hem i lugn och ro.

## Fokusområde 1: Ljus

Kommunen ska:

- Sätta upp lampor. Ansvar: Tekniska kontoret.
"""


@pytest.fixture
def form(kf, handlaggare):
    def filled_in(**fields):
        return {
            "diarienummer": "KS 2026/0202",
            "what": "new",
            "title": "Parkplan",
            "kind": "plan",
            "decided_by": kf.pk,
            "handlaggare": handlaggare.pk,
            **fields,
        }

    return filled_in


def test_a_case_is_opened_for_a_new_document(form, handlaggare, as_user):
    response = as_user(handlaggare).post(reverse("case_open"), form())

    case = Case.objects.get()
    assert response.url == reverse("case_page", args=[case.pk])
    assert (case.diarienummer, case.title, case.handlaggare) == (
        "KS 2026/0202",
        "Parkplan",
        handlaggare,
    )
    assert not case.plan.live


def test_a_heading_too_long_for_a_page_gives_a_shorter_title(form, handlaggare, as_user):
    file = SimpleUploadedFile("plan.md", ("# Plan " + "för vattnet " * 50).encode())

    as_user(handlaggare).post(reverse("case_open"), form(title="", document=file))

    assert Case.objects.get().title.startswith("Plan för vattnet")


def test_what_the_file_says_need_not_be_typed(form, handlaggare, as_user):
    file = SimpleUploadedFile("plan.md", TEXT.encode())

    as_user(handlaggare).post(reverse("case_open"), form(title="", kind="", document=file))

    case = Case.objects.get()
    text = case.latest_text()
    assert case.title == "Handlingsplan för trygga gator 2027–2029"
    assert case.plan.kind == "handlingsplan"
    assert (text.valid_from, text.valid_to) == (2027, 2029)
    assert len(text.body) > 0


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"diarienummer": "hej"}, "diarienummer"),
        ({"diarienummer": ""}, "diarienummer"),
        ({"title": ""}, "title"),
        ({"kind": ""}, "kind"),
        ({"what": "edition"}, "plan"),
        ({"first_year": "2030", "last_year": "2026"}, "last_year"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(fields, field, form, handlaggare, as_user):
    response = as_user(handlaggare).post(reverse("case_open"), form(**fields))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Case.objects.exists()


def test_a_file_that_is_no_text_is_refused_in_a_sentence(form, handlaggare, as_user):
    file = SimpleUploadedFile("plan.pdf", b"%PDF-1.7 ...")

    response = as_user(handlaggare).post(reverse("case_open"), form(document=file))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["document"]
    assert not Case.objects.exists()


def test_what_a_file_that_cannot_be_read_may_say_is_not_asked_for(form, handlaggare, as_user):
    upload = SimpleUploadedFile("plan.txt", b"Plan f\xf6r alla")
    data = form(title="", kind="", document=upload)

    response = as_user(handlaggare).post(reverse("case_open"), data)

    assert list(response.context["form"].errors) == ["document"]


def test_a_number_that_is_taken_is_refused_in_the_form(form, matter, handlaggare, as_user):
    matter.opened(diarienummer="KS 2026/0202")

    response = as_user(handlaggare).post(reverse("case_open"), form(diarienummer="KS-2026-202"))

    assert response.status_code == 422
    assert "diarienummer" in response.context["form"].errors
    assert Case.objects.count() == 1


def test_a_new_edition_starts_from_the_adopted_text(form, matter, handlaggare, as_user):
    plan = matter.adopted().case.plan

    as_user(handlaggare).post(
        reverse("case_open"), form(what="edition", plan=plan.pk, title="", kind="")
    )

    case = Case.objects.get(diarienummer="KS 2026/0202")
    assert case.revision.number == 2
    assert [block.id for block in case.latest_text().body] == [block["id"] for block in BODY]


def test_a_plan_that_has_ended_is_offered_only_where_a_court_quashed_the_ending(matter):
    plan = matter.adopted().case.plan
    decision, day = matter.case.decisions.get(body=matter.ks), date(2026, 9, 1)
    running = list(plans_in_record())

    PlanEnding.objects.create(plan=plan, decision=decision, ended_on=day)
    ended = list(plans_in_record())
    Appeal.objects.create(
        decision=decision, outcome="upphavt", known_on=day, recorded_by=matter.registrator
    )

    assert (running, ended) == ([plan], [])
    assert list(plans_in_record()) == [plan]


def test_the_number_is_read_back_while_it_is_typed(handlaggare, as_user):
    client = as_user(handlaggare)

    read = client.get(reverse("case_read_number"), {"nummer": "KSKF/2013:43"}).json()
    unread = client.get(reverse("case_read_number"), {"nummer": "fyra"}).json()

    assert read["ok"]
    assert "2013" in read["said"]
    assert not unread["ok"]
