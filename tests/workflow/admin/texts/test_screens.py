"""Reading a text in from a file, and changing words in it, as the official does it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plandocs.importing import MAX_BYTES
from plandocs.models import Organisation
from plandocs.vocabulary import ChangeKind
from tests.factories.situations import Matter, starts_from

TEXT = """# Gatuplan

## Bakgrund

Alla ska kunna gå hem i lugn och ro.

## Fokusområde 1: Ljus

Kommunen ska:

- Sätta upp lampor. Ansvar: Gatukontoret.
"""
CHANGE = {"find": "en cykel", "replace": "en elcykel", "kind": "i_sak"}
GONE_UP = starts_from(
    Matter.before_committee, Matter.before_board, Matter.before_council, Matter.adopted
)


def file(content, name="plan.md"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def words_in(case):
    return str(case.latest_text().body.raw_data)


@pytest.fixture
def official(as_user, handlaggare):
    return as_user(handlaggare)


@pytest.fixture
def read_in(official, case):
    def sent(document):
        data = {"document": document} if document else {}
        return official.post(reverse("case_import", args=[case.pk]), data)

    return sent


@pytest.fixture
def change(official, case):
    def sent(**fields):
        return official.post(reverse("case_edit_text", args=[case.pk]), {**CHANGE, **fields})

    return sent


@starts_from(Matter.opened)
def test_a_file_becomes_the_draft_of_the_case_and_what_was_found_is_told(case, official, read_in):
    answer = read_in(file(TEXT))

    page = official.get(answer.url.partition("#")[0]).content.decode()
    assert answer.url == f"{reverse('case_page', args=[case.pk])}#text"
    assert "Texten är inläst: 1 avsnitt, 1 fokusområde och 1 åtgärd." in page
    assert "gå hem i lugn och ro" in words_in(case)
    assert "låna en cykel" not in words_in(case)


@starts_from(Matter.opened)
def test_that_a_draft_is_replaced_is_said_before_it_is(case, official):
    page = official.get(reverse("case_import", args=[case.pk]))

    assert page.context["has_text"]
    assert "Den inlästa texten ersätter det" in page.content.decode()


def test_nothing_is_said_to_be_replaced_where_there_is_no_text_yet(matter, official):
    case = matter.opened(body=[]).case

    page = official.get(reverse("case_import", args=[case.pk]))

    assert not page.context["has_text"]
    assert "ersätter" not in page.content.decode()


@starts_from(Matter.opened)
def test_a_body_that_the_file_names_is_put_in_the_register_and_told(case, official, read_in):
    answer = read_in(file(TEXT))

    page = official.get(answer.url.partition("#")[0]).content.decode()
    assert Organisation.objects.filter(name="Gatukontoret").exists()
    assert "Nytt i organisationsregistret: Gatukontoret." in page


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 ...", "document_not_text"),
        (b"PK\x03\x04word/document.xml", "document_not_text"),
        ("Räksmörgås åt alla".encode("latin-1"), "document_not_utf8"),
        ("Räksmörgås åt alla".encode("utf-16"), "document_not_utf8"),
        (b"\n \n", "document_empty"),
        (b"# ---\n", "document_empty"),
        (b"a" * (MAX_BYTES + 1), "document_too_large"),
        (b"", "empty"),
        (None, "required"),
    ],
)
@starts_from(Matter.opened)
def test_a_file_that_cannot_be_read_is_refused_beside_its_field_and_the_draft_is_kept(
    content, code, case, read_in
):
    before = words_in(case)

    answer = read_in(None if content is None else file(content))

    [error] = answer.context["form"].errors.as_data()["document"]
    assert answer.status_code == 422
    assert error.code == code
    assert words_in(case) == before


@pytest.mark.parametrize("name", ["../../plan.md", "å ä ö.txt", "x" * 300 + ".md", "plan"])
@starts_from(Matter.opened)
def test_what_a_file_is_called_says_nothing_of_what_it_holds(name, case, read_in):
    answer = read_in(file(TEXT, name))

    assert answer.status_code == 302
    assert "gå hem i lugn och ro" in words_in(case)


@GONE_UP
def test_a_text_that_has_gone_up_is_not_replaced_by_a_file(case, read_in):
    before = words_in(case)

    answer = read_in(file(TEXT))

    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()
    assert words_in(case) == before


@starts_from(Matter.before_council)
def test_words_are_changed_where_they_stand_and_the_change_is_shown(case, official, change):
    answer = change(kind="redaktionell")

    page = official.get(answer.url.partition("#")[0])
    assert answer.url.endswith("#andringar")
    assert "en elcykel" in words_in(case)
    assert [one.kind for one in page.context["folder"].changes] == [ChangeKind.REDAKTIONELL]
    assert "Texten är ändrad och ändringen är märkt." in page.content.decode()


@starts_from(Matter.before_council)
def test_words_are_taken_away_where_nothing_is_to_stand_instead(case, change):
    answer = change(find=" längs alla skolvägar", replace="")

    assert answer.status_code == 302
    assert "Lampor sätts upp." in words_in(case)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"find": ""}, "find"),
        ({"kind": ""}, "kind"),
        ({"kind": "liten"}, "kind"),
        ({"find": "a\0b"}, "find"),
        ({"find": "finns inte i texten"}, "__all__"),
        ({"find": "kom"}, "__all__"),
        ({"find": "e"}, "__all__"),
        ({"find": "en cykel", "replace": "en cykel"}, "replace"),
    ],
)
@starts_from(Matter.before_council)
def test_a_change_that_cannot_be_made_is_refused_in_a_sentence_and_the_words_are_kept(
    fields, field, case, change
):
    before = words_in(case)

    answer = change(**fields)

    form = answer.context["form"]
    assert answer.status_code == 422
    assert list(form.errors) == [field]
    assert all(said.endswith((".", "!")) or " " in said for said in form.errors[field])
    assert form["replace"].value() == fields.get("replace", CHANGE["replace"])
    assert words_in(case) == before
    assert not case.changes.exists()


@starts_from(Matter.adopted)
def test_the_words_of_an_adopted_text_stand(case, change):
    before = words_in(case)

    answer = change()

    assert answer.status_code == 422
    assert words_in(case) == before


@starts_from(Matter.before_council)
def test_markup_in_the_new_words_is_words(case, change):
    answer = change(replace="<script>alert(1)</script>")

    assert answer.status_code in (302, 422)
    assert "<script>" not in words_in(case)
