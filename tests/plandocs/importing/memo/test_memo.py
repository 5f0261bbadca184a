"""The memo before a document is known, parted from it, and read for what it says of itself."""

from datetime import date

import pytest

from plandocs.importing import parse_document

PLAN = "# Vattenplan\n\n## Syfte\n\nRent vatten."
TEXT = "## Bakgrund\n\nEn text om vatten.\n\n"


def read(*parts):
    return parse_document("\n\n".join(parts))


def letter(*parts):
    return read(*parts).cover_letter


@pytest.mark.parametrize(
    "kind",
    ["# Tjänsteskrivelse", "TJÄNSTEUTLÅTANDE", "**Tjänsteyttrande**", "## Tjänsteskrivelse 1(3)"],
)
def test_a_memo_is_known_by_what_it_calls_itself(kind):
    document = read(kind, "# Ny vattenplan", TEXT, "Bilaga: Vattenplan", PLAN)

    assert document.cover_letter.kind in kind.casefold()
    assert document.title == "Vattenplan"


@pytest.mark.parametrize(
    "start",
    [
        "Tjänsteskrivelsen som låg före planen är inte med här.",
        "En tjänsteskrivelse",
        "\n\n".join(["Ord."] * 12 + ["# Tjänsteskrivelse"]),
    ],
)
def test_a_text_that_only_mentions_a_memo_has_none(start):
    assert letter(start, PLAN) is None


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("Handläggare: Ester Falk", "handlaggare", "Ester Falk"),
        ("Handläggare  \nEster Falk", "handlaggare", "Ester Falk"),
        ("**Handläggare:** Ester Falk", "handlaggare", "Ester Falk"),
        ("Kontaktperson: Ester Falk", "handlaggare", "Ester Falk"),
        ("## Handläggare\n\nEster Falk", "handlaggare", "Ester Falk"),
        ("Datum: 2026-02-10", "day", date(2026, 2, 10)),
        ("Datum  \n10 februari 2026", "day", date(2026, 2, 10)),
        ("Älvsala den 10 februari 2026", "day", date(2026, 2, 10)),
        ("Datum: 2026-02-30", "day", None),
        ("Dnr: KS 2025/0117", "case_number", "KS 2025/0117"),
        ("Diarienummer  \nKS/2025:117", "case_number", "KS/2025:117"),
        ("Ärendenr: 2025/117", "case_number", "2025/117"),
        ("Älvsala KSN-2025-00117", "case_number", "KSN-2025-00117"),
        ("Till: Kommunstyrelsen", "addressee", "Kommunstyrelsen"),
        ("Till kommunstyrelsen", "addressee", "kommunstyrelsen"),
        ("Kommunfullmäktige", "addressee", "Kommunfullmäktige"),
        ("Kultur- och fritidsnämnden", "addressee", ""),
    ],
)
def test_the_letterhead_is_read_label_by_label(head, field, value):
    found = letter("Tjänsteskrivelse", head, "# Ny vattenplan", TEXT)

    assert getattr(found, field) == value


def test_the_subject_is_the_first_heading_that_every_memo_does_not_have():
    assert letter("# Tjänsteskrivelse", "# Ny vattenplan", TEXT).subject == "Ny vattenplan"
    assert letter("# Tjänsteskrivelse", "Ärende: Ny plan", TEXT).subject == "Ny plan"
    assert letter("# Tjänsteskrivelse", TEXT).subject == ""


@pytest.mark.parametrize(
    ("heading", "proposal"),
    [
        ("## Förslag till beslut", ("Planen antas.", "Den gäller nu.")),
        ("## Förslag till kommunfullmäktiges beslut", ("Planen antas.", "Den gäller nu.")),
        ("## Förslag", ("Planen antas.", "Den gäller nu.")),
        ("## Sammanfattning", ()),
    ],
)
def test_the_proposal_is_what_stands_under_its_heading_point_by_point(heading, proposal):
    found = letter("# Tjänsteskrivelse", "# Ny plan", heading, "- Planen antas.\n- Den gäller nu.")

    assert found.proposal == proposal


@pytest.mark.parametrize(
    ("foot", "attachments"),
    [
        ("Bilaga: Vattenplan", ("Vattenplan",)),
        ("Bilaga 1: Vattenplan", ("Vattenplan",)),
        ("Bilaga 1. Vattenplan", ("Vattenplan",)),
        ("Bilagor\nVattenplan\nKarta", ("Vattenplan", "Karta")),
        ("Bilagor:\n\n1. Vattenplan\n2. Karta", ("Vattenplan", "Karta")),
        ("**Bilagor**\n\nVattenplan", ("Vattenplan",)),
        ("## Bilagor\n\n- Vattenplan", ("Vattenplan",)),
    ],
)
def test_the_attachments_are_named_however_they_are_set(foot, attachments):
    assert letter("# Tjänsteskrivelse", "# Ny plan", TEXT, foot, PLAN).attachments == attachments


def test_running_text_about_attachments_lists_none():
    found = letter("# Tjänsteskrivelse", "# Ny plan", TEXT, "Bilagan beskriver sjöarna.")

    assert found.attachments == ()


@pytest.mark.parametrize("foot", ["Ester Falk\nMiljöstrateg", "Ester Falk\nMiljöstrateg\nÄlvsala"])
def test_whoever_signs_stands_last_with_a_title(foot):
    found = letter("# Tjänsteskrivelse", "# Ny plan", TEXT, foot)

    assert found.signatory == "Ester Falk"
    assert found.signatory_title.startswith("Miljöstrateg")


def test_a_name_alone_signs_only_if_it_is_the_officials():
    head = ("# Tjänsteskrivelse", "Handläggare: Ester Falk", "# Ny plan", TEXT)

    assert letter(*head, "Ester Falk").signatory == "Ester Falk"
    assert letter(*head, "Per Ek").signatory == ""


def test_a_sentence_at_the_end_is_no_signature_and_stays_in_the_memo():
    found = letter("# Tjänsteskrivelse", "# Ny plan", TEXT, "Så är det.\nOch inte annorlunda.")

    assert found.signatory == ""
    assert found.sections[-1].children[-1].plain == "Så är det. Och inte annorlunda."


def test_without_attachments_the_document_begins_where_its_title_is_printed_again():
    document = read("# Tjänsteskrivelse", "# Vattenplan", TEXT, PLAN)

    assert document.cover_letter.subject == "Vattenplan"
    assert [section.heading for section in document.cover_letter.sections] == ["Bakgrund"]
    assert document.title == "Vattenplan"


def test_the_memo_is_no_part_of_the_plan():
    document = read("# Tjänsteskrivelse", "# Ny plan", TEXT, "Bilaga: Vattenplan", PLAN)

    assert [child.heading for child in document.children] == ["Syfte"]
