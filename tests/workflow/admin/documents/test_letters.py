"""The letters of a case as files: what they are called, of which kind, and what they say."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

from plandocs.vocabulary import Outcome
from tests.factories import OrganisationFactory
from tests.factories.situations import Matter, starts_from
from workflow.documents.files import DOCX, PDF
from workflow.services.decisions import correct_decision
from workflow.services.memos import MemoWords, draft_memo, redraft_memo

KINDS = [("pdf", PDF, "inline", b"%PDF-"), ("docx", DOCX, "attachment", b"PK")]
TODAY = date(2026, 6, 16)


@pytest.fixture
def reader(as_user, registrator, today):
    today(TODAY)
    return as_user(registrator)


def fetched(client, name, pk):
    return client.get(reverse(name, args=[pk]))


def called(response):
    return response["Content-Disposition"].partition("filename=")[2].strip('"')


def words_of(response):
    document = docx.Document(io.BytesIO(response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("ending", "kind", "disposition", "start"), KINDS)
@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("memo", "tjansteskrivelse-ks-2026-0101-ks-2026-05-04"),
        ("extract", "protokollsutdrag-ks-2026-0101-ks-2026-05-19-80"),
        ("journal", "dagboksblad-ks-2026-0101"),
    ],
)
@starts_from(Matter.before_council)
def test_a_letter_is_a_file_with_a_name_that_tells_it_from_the_others(
    letter, name, ending, kind, disposition, start, case, reader
):
    pk = {
        "memo": case.submissions.last().memo_id,
        "extract": case.decisions.get(paragraph=80).pk,
        "journal": case.pk,
    }[letter]

    file = fetched(reader, f"{letter}_{ending}", pk)

    assert file["Content-Type"] == kind
    assert file["Content-Disposition"] == f'{disposition}; filename="{name}.{ending}"'
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file.content.startswith(start)


@starts_from(Matter.before_council)
def test_an_extract_is_named_by_the_number_and_the_day_that_were_right(case, registrator, reader):
    decision = case.decisions.get(paragraph=80)
    right = {"paragraph": 82, "decided_on": date(2026, 5, 20)}
    correct_decision(decision=decision, reason="Läst fel.", on=TODAY, user=registrator, **right)

    file = fetched(reader, "extract_docx", decision.pk)

    assert called(file) == "protokollsutdrag-ks-2026-0101-ks-2026-05-20-82.docx"
    assert "82" in words_of(file)


@starts_from(Matter.before_committee)
def test_an_extract_without_a_number_ends_its_name_with_the_day(matter, ksau, reader):
    decision = matter.decided(ksau, date(2026, 2, 3), Outcome.BIFALL).case.decisions.get()

    file = fetched(reader, "extract_docx", decision.pk)

    assert called(file) == "protokollsutdrag-ks-2026-0101-ksau-2026-02-03.docx"


@starts_from(Matter.before_board)
def test_the_name_of_a_file_holds_letters_that_every_disk_can_keep(matter, reader):
    body = OrganisationFactory(code='BÅT/"Ö', name="Båtnämnden", type="namnd", members=9)
    decision = matter.decided(body, date(2026, 6, 1), Outcome.BIFALL, paragraph=7)
    heard = decision.case.decisions.get(body=body)

    file = fetched(reader, "extract_docx", heard.pk)

    assert called(file) == "protokollsutdrag-ks-2026-0101-bato-2026-06-01-7.docx"


@starts_from(Matter.reworked)
def test_a_memo_that_is_not_sent_is_printed_as_it_was_last_saved(matter, handlaggare, reader):
    given = {"on": TODAY, "user": handlaggare}
    memo = draft_memo(words=MemoWords(["Först."]), case=matter.case, to=matter.ks, **given)
    redraft_memo(memo=memo, words=MemoWords(["Planen antas i ny lydelse."]), **given)

    words = words_of(fetched(reader, "memo_docx", memo.pk))

    assert "Planen antas i ny lydelse." in words
    assert "Först." not in words


@starts_from(Matter.before_council)
def test_a_letter_can_be_asked_about_without_being_fetched(case, reader):
    head = reader.head(reverse("journal_docx", args=[case.pk]))

    assert head.status_code == 200
    assert called(head) == "dagboksblad-ks-2026-0101.docx"
    assert head.content == b""


@starts_from(Matter.before_council)
def test_the_sheet_on_the_screen_holds_every_line_of_the_one_in_the_file(case, reader):
    page = fetched(reader, "case_journal", case.pk)

    words = words_of(fetched(reader, "journal_docx", case.pk))

    rows = page.context["sheet"].rows
    assert len(rows) > 3
    assert [row for row in rows if row.concerns not in words] == []


@pytest.mark.parametrize("name", ["memo_docx", "extract_docx", "journal_docx", "case_journal"])
@starts_from(Matter.before_council)
def test_the_papers_of_a_case_are_kept_from_those_who_do_not_read_cases(
    name, case, oversattare, as_user
):
    pks = {"memo_docx": case.submissions.last().memo_id, "extract_docx": case.decisions.last().pk}

    met = fetched(as_user(oversattare), name, pks.get(name, case.pk))

    assert met.status_code == 302
    assert met.url == reverse("wagtailadmin_home")
    assert "Content-Disposition" not in met


@pytest.mark.parametrize("name", ["memo_pdf", "memo_docx"])
@starts_from(Matter.before_council)
def test_a_page_that_is_no_memo_gives_no_letter(name, case, reader):
    assert fetched(reader, name, case.revision_id).status_code == 404
