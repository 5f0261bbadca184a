"""Opening a case: numbers, addresses, the plans it ends, and the register it fills."""

from datetime import date

import pytest

from plandocs.importing import parse_document
from plandocs.models import Case, Organisation
from plandocs.vocabulary import OrganisationType
from tests.factories import OrganisationFactory
from workflow.errors import RuleViolation
from workflow.services.cases import NewCase, assign_case, open_case
from workflow.services.organisations import ensure_organisation
from workflow.services.texts import import_draft

pytestmark = pytest.mark.django_db

DAY = date(2026, 1, 12)
DOCUMENT = """# Cykelplan

## Bakgrund

Alla ska kunna cykla till skolan.
"""


@pytest.mark.parametrize("spelling", ["KS-2026-101", "Dnr KS 2026/0101", "ks/2026:101"])
def test_a_number_in_another_spelling_is_the_same_case(matter, spelling):
    matter.opened()

    with pytest.raises(RuleViolation) as violation:
        matter.opened(diarienummer=spelling)

    assert violation.value.code == "case_exists"
    assert "KS 2026/0101" in violation.value.message
    assert Case.objects.count() == 1


def test_a_text_is_imported_into_the_running_case_whatever_the_spelling(matter, handlaggare):
    matter.opened()

    imported = import_draft(
        document=parse_document(DOCUMENT, register={}),
        diarienummer="KS-2026-101",
        on=DAY,
        user=handlaggare,
    )

    assert imported.case == matter.case


@pytest.mark.parametrize("text", ["| a | b |\n|---|---|\n| c | d |", "# " + "Plan " * 200])
def test_a_text_without_a_title_or_with_too_long_a_one_opens_a_case_all_the_same(
    kf, handlaggare, text
):
    imported = import_draft(
        document=parse_document(text), diarienummer="KS 2026/0101", on=DAY, user=handlaggare
    )

    assert imported.case.title.startswith(("KS 2026/0101", "Plan Plan"))
    assert len(imported.case.title) <= 255


def test_a_line_too_long_for_a_name_stands_as_printed_and_makes_no_body(kf, handlaggare):
    line = "Lång" * 60 + "nämnden"
    text = f"# Plan\n\n## Mål\n\n- Mäta.\n  Ansvar: {line}\n"

    imported = import_draft(
        document=parse_document(text), diarienummer="KS 2026/0101", on=DAY, user=handlaggare
    )

    assert imported.new_organisations == ()
    (area,) = imported.case.latest_text().body
    (measure,) = area.value["measures"]
    assert measure["lead"][0]["as_printed"] == line


def test_the_ids_of_a_new_draft_are_the_same_however_often_it_is_imported(kf, handlaggare):
    def ids():
        case = import_draft(
            document=parse_document(DOCUMENT), diarienummer="KS-2026-101", on=DAY, user=handlaggare
        ).case
        return [block.id for block in case.latest_text().body]

    assert ids() == ids()


def test_two_series_that_differ_by_a_ring_have_addresses_of_their_own(matter):
    first = matter.opened(diarienummer="ÅKS 2026/0001").case

    second = matter.opened(diarienummer="AKS 2026/0001").case

    assert first.slug != second.slug


def test_a_plan_does_not_end_itself(matter, handlaggare):
    plan = matter.adopted().case.plan

    with pytest.raises(RuleViolation) as violation:
        open_case(
            case=NewCase(diarienummer="KS 2027/0001", decided_by=matter.kf, replaces=[plan]),
            plan=plan,
            on=DAY,
            user=handlaggare,
        )

    assert violation.value.code == "replaces_itself"


def test_a_case_is_handed_over_from_whoever_has_it_now(matter, handlaggare, registrator):
    matter.opened()
    seen_before = Case.objects.get(pk=matter.case.pk)
    assign_case(case=matter.case, handlaggare=registrator, on=DAY, user=handlaggare)

    assign_case(case=seen_before, handlaggare=handlaggare, on=DAY, user=handlaggare)

    assert Case.objects.get(pk=matter.case.pk).handlaggare == handlaggare


def test_a_body_is_known_by_its_code_before_its_name_and_its_name_before_its_aliases(kommun):
    by_code = OrganisationFactory(code="SN", name="Socialnämnden")
    OrganisationFactory(code="TN", name="Tekniska nämnden")

    found, is_new = ensure_organisation("Tekniska nämnden", code="SN", aliases=["Gatunämnden"])

    assert (found, is_new) == (by_code, False)
    assert Organisation.objects.called("Gatunämnden") == by_code
    assert Organisation.objects.called("Tekniska nämnden").code == "TN"


def test_a_body_known_by_name_only_learns_its_type_and_its_seats_once(kommun):
    OrganisationFactory(code="X", name="Fritidsnämnden", type=OrganisationType.ANNAN)

    ensure_organisation("Fritidsnämnden", type=OrganisationType.NAMND, members=9)
    found, _is_new = ensure_organisation(
        "Fritidsnämnden", type=OrganisationType.BEREDNING, members=11
    )

    assert (found.type, found.members) == (OrganisationType.NAMND, 9)
