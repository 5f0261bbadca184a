"""The list of documents: what is in force, found by part of a word, filtered without a script."""

import pytest

from plandocs.models import PlanIndexPage
from plandocs.vocabulary import AppealOutcome
from tests.workflow.reading.conftest import ADOPTED_ON, AFTERWARDS, in_swedish, page_of
from workflow.reading.listing.reading import read_listing
from workflow.reading.search import cleaned, terms_of
from workflow.services.appeals import record_appeal

pytestmark = pytest.mark.usefixtures("search_index")


@pytest.fixture
def index(adopted_of_module, db, today):
    today(AFTERWARDS)
    return PlanIndexPage.objects.get(locale__language_code="sv")


def titles(index, asked=None, on=AFTERWARDS):
    return [entry.plan.title for entry in read_listing(index, asked or {}, on=on).page]


def test_a_document_is_listed_from_the_day_it_was_adopted(index):
    assert titles(index, on=ADOPTED_ON) == ["Cykelplan 2026–2030"]
    assert titles(index, on=ADOPTED_ON.replace(day=14)) == []


@pytest.fixture
def quashed(index, matter_of_module):
    """The only text of the only document has been quashed."""
    record_appeal(
        case=matter_of_module.case,
        outcome=AppealOutcome.UPPHAVT,
        on=AFTERWARDS,
        user=matter_of_module.registrator,
    )


@pytest.mark.parametrize("asked", [{}, {"q": "cykel"}, {"q": "lampor"}, {"q": "KS 2026/0101"}])
def test_a_document_whose_only_text_was_quashed_is_found_among_all(index, quashed, asked):
    everything = titles(index, {**asked, "visa": "alla"})

    assert everything == ["Cykelplan 2026–2030"]
    assert titles(index, asked) == []


def test_the_list_says_of_a_quashed_decision_that_it_was_quashed(client, index, quashed):
    html = page_of(client, f"{index.url}?visa=alla")

    assert in_swedish("The decision has been quashed by a court") in html
    assert "15\xa0juni\xa02026" in html
    assert f">{in_swedish('In force')}<" not in html


def test_the_start_page_shows_nothing_that_was_quashed(client, index, quashed):
    assert "Cykelplan 2026–2030" not in page_of(client, index.get_parent())


@pytest.mark.parametrize("query", ["cykel", "CYKELPLAN", "plan cykel", "gångvägarna", "lampor"])
def test_a_document_is_found_by_its_title_in_part_or_by_a_word_of_its_text(index, query):
    assert titles(index, {"q": query}) == ["Cykelplan 2026–2030"]


def test_a_word_that_stands_nowhere_finds_nothing_and_the_page_says_so(client, index):
    html = page_of(client, f"{index.url}?q=ubåt")

    assert in_swedish("Nothing matches what you asked for") in html
    assert 'value="ubåt"' in html


@pytest.mark.parametrize(("kind", "found"), [("plan", 1), ("policy", 0)])
def test_a_kind_leaves_only_documents_of_that_kind(index, kind, found):
    assert len(titles(index, {"typ": kind})) == found


def test_what_was_chosen_goes_along_to_the_next_page(index):
    listing = read_listing(index, {"q": "cykel", "typ": "plan"}, on=AFTERWARDS)

    assert listing.question.address(2) == "?q=cykel&typ=plan&sida=2"


@pytest.mark.parametrize(
    "query", ["KS 2026/0101", '"Trygga vägar"', "lampor “trygga vägar”", "cykel “trygga vägar”"]
)
def test_a_document_is_found_by_its_record_number_and_by_a_phrase_of_its_text(index, query):
    assert titles(index, {"q": query}) == ["Cykelplan 2026–2030"]


@pytest.mark.parametrize("query", ["måltid", "MALTIDER", "aldre mal", '"i äldre"'])
def test_a_title_is_found_without_case_or_accents(query):
    assert terms_of(query).stand_in(["Måltider i äldreomsorgen"])


@pytest.mark.parametrize("query", ['"vägar Trygga"', '"', '""', "-", "'", "%s", "cykel AND ubåt"])
def test_words_in_another_order_than_the_phrase_and_mere_signs_find_nothing(index, query):
    assert titles(index, {"q": query}) == []


def test_a_question_is_parted_into_words_and_quoted_phrases():
    terms = terms_of('plan "mot  ensamhet" – "äldre" 2.1 "lös')

    assert terms.words == ("plan", "äldre", "2.1", "lös")
    assert terms.phrases == ("mot ensamhet",)


def test_what_cannot_be_printed_is_taken_out_of_a_question():
    assert cleaned(" ensam\x00het\n" + "x" * 200) == "ensam het " + "x" * 89


@pytest.mark.parametrize(
    "asked",
    [
        *({"sida": page} for page in ("x", "-3", "9" * 30)),
        *({"q": query} for query in ("'", '"', "\x00", "a\x00b", "(", "%", "a" * 5000, "🙂")),
        {"typ": "<script>"},
        {"typ": "\x00"},
        {"omrade": "\x00"},
        {"page": "abc"},
    ],
)
def test_a_strange_question_gets_an_ordinary_answer(client, index, asked):
    response = client.get(index.url, asked)

    assert response.status_code == 200
    assert "<script>" not in response.content.decode()


FOLDED = '<details class="filters__more">'
OPEN = '<details class="filters__more" open>'


@pytest.mark.parametrize("asked", ["", "?q=cykel", "?sida=2"])
def test_the_choices_are_folded_where_nothing_is_chosen(client, index, asked):
    html = page_of(client, f"{index.url}{asked}")

    assert FOLDED in html
    assert html.index('id="q"') < html.index(FOLDED)


@pytest.mark.parametrize("asked", ["typ=plan", "omrade=TR", "visa=alla", "q=cykel&typ=plan"])
def test_and_open_where_something_is_chosen(client, index, asked):
    assert OPEN in page_of(client, f"{index.url}?{asked}")


def test_a_day_is_not_broken_between_two_lines(client, index):
    assert "Antaget 15\xa0juni\xa02026" in page_of(client, index.url)
