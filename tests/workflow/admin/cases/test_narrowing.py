"""The list of cases: what its filters, words, order and file let through, whatever is asked."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from tests.factories.situations import Matter, starts_from
from tests.workflow.conftest import LAST_DAY, out_on_remiss
from workflow.admin.screens import case_url
from workflow.services.cases import NewPlan

LIST = reverse("case_list")


def three_cases(matter):
    """One before the council, a later one that is only a draft, and one with odd signs."""
    council = matter.before_council().case
    others = [("KS 2026/0102", "Lekplatser", 13), ("KS 2025/0009", "100 % förnybart_2030", 11)]
    for number, title, day in others:
        matter.opened(
            diarienummer=number,
            plan=NewPlan(title=title, kind="plan"),
            on=date(2026, 1, day),
        )
    matter.case = council
    return matter


@pytest.fixture
def listed(as_user, registrator):
    """The numbers of the cases that the list shows, in its order."""

    def found(**asked):
        page = as_user(registrator).get(LIST, asked)
        return [case.diarienummer for case in page.context["object_list"]]

    return found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["KS 2026/0102", "KS 2026/0101", "KS 2025/0009"]),
        ({"ordering": "diarienummer"}, ["KS 2025/0009", "KS 2026/0101", "KS 2026/0102"]),
        ({"ordering": "-diarienummer"}, ["KS 2026/0102", "KS 2026/0101", "KS 2025/0009"]),
        ({"ordering": "title"}, ["KS 2025/0009", "KS 2026/0101", "KS 2026/0102"]),
        ({"ordering": "opened_on"}, ["KS 2025/0009", "KS 2026/0101", "KS 2026/0102"]),
        ({"ordering": "finns_inte"}, ["KS 2026/0102", "KS 2026/0101", "KS 2025/0009"]),
    ],
)
@starts_from(three_cases)
def test_the_newest_is_first_until_another_order_is_asked_for(asked, found, matter, listed):
    assert listed(**asked) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("LEKPLATSER", ["KS 2026/0102"]),
        ("plan cykel", ["KS 2026/0101"]),
        ("cykel 0101", ["KS 2026/0101"]),
        ("cykel 0102", []),
        ("%", ["KS 2025/0009"]),
        ("_", ["KS 2025/0009"]),
        ("2026/", ["KS 2026/0102", "KS 2026/0101"]),
        ("' OR 1=1 --", []),
        ("  ", ["KS 2026/0102", "KS 2026/0101", "KS 2025/0009"]),
    ],
)
@starts_from(three_cases)
def test_every_word_must_stand_in_the_title_or_in_the_number(words, found, matter, listed):
    assert listed(q=words) == found


@pytest.mark.parametrize(
    ("stages", "found"),
    [
        (["utkast"], ["KS 2026/0102", "KS 2025/0009"]),
        (["hos_kf", "utkast"], ["KS 2026/0102", "KS 2026/0101", "KS 2025/0009"]),
        (["antagen"], []),
    ],
)
@starts_from(three_cases)
def test_cases_at_any_of_the_chosen_stages_are_shown(stages, found, matter, listed):
    assert listed(stage=stages) == found


@starts_from(three_cases)
def test_words_and_stages_narrow_together(matter, listed):
    assert listed(stage=["utkast"], q="cykel") == []
    assert listed(stage=["utkast"], q="lek") == ["KS 2026/0102"]


@pytest.mark.parametrize("asked", [{"stage": "borta"}, {"mine": "allas"}, {"stage": "9" * 23}])
@starts_from(three_cases)
def test_a_filter_that_there_is_not_opens_the_list_all_the_same(
    asked, matter, as_user, registrator
):
    assert as_user(registrator).get(LIST, asked).status_code == 200


@starts_from(three_cases)
def test_my_cases_are_those_of_whoever_looks(matter, as_user, handlaggare, registrator, cast):
    def mine(user):
        page = as_user(user).get(LIST, {"mine": "mina"})
        return len(page.context["object_list"])

    assert [mine(handlaggare), mine(registrator)] == [3, 0]


@starts_from(three_cases)
def test_each_row_says_where_the_case_stands_and_whose_turn_it_is(matter, as_user, registrator):
    page = as_user(registrator).get(LIST, {"q": "cykel"})

    [case] = page.context["object_list"]
    words = page.content.decode()
    assert case.next.sentence == "Registrera vad sammanträdet beslutade."
    for said in (case_url(case), "Hos kommunfullmäktige", case.next.sentence, "registratorn"):
        assert said in words


@starts_from(out_on_remiss)
def test_the_last_day_of_a_remiss_stands_in_the_list(matter, as_user, registrator, today):
    page = as_user(registrator).get(LIST)

    [case] = page.context["object_list"]
    assert case.next.deadline == LAST_DAY
    assert case.deadline == "2026-04-07"


@pytest.mark.parametrize(
    ("role", "offered"), [("handlaggare", True), ("registrator", False), ("administrator", False)]
)
@starts_from(Matter.opened)
def test_a_case_is_opened_from_the_list_by_those_who_may(role, offered, cast, matter, as_user):
    page = as_user(cast[role]).get(LIST).content.decode()

    assert (f'href="{reverse("case_open")}"' in page) is offered


@starts_from(three_cases)
def test_the_list_is_taken_home_as_it_was_narrowed(matter, as_user, registrator):
    file = as_user(registrator).get(LIST, {"export": "csv", "stage": "utkast"})

    text = b"".join(file.streaming_content) if file.streaming else file.content
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert file["Content-Type"].startswith("text/csv")
    assert "arenden" in file["Content-Disposition"]
    assert [row[:2] for row in rows[1:]] == [
        ["KS 2026/0102", "Lekplatser"],
        ["KS 2025/0009", "100 % förnybart_2030"],
    ]
    assert rows[1][2] == "Utkast"


@starts_from(three_cases)
def test_the_list_is_taken_home_as_a_spreadsheet(matter, as_user, registrator):
    file = as_user(registrator).get(LIST, {"export": "xlsx"})

    content = b"".join(file.streaming_content) if file.streaming else file.content
    assert content.startswith(b"PK")
    assert "arenden.xlsx" in file["Content-Disposition"]


@starts_from(Matter.opened)
def test_thirty_cases_fill_a_page_and_the_next_one_holds_the_rest(matter, as_user, registrator):
    for number in range(30):
        matter.opened(diarienummer=f"KS 2026/05{number:02}")
    client = as_user(registrator)

    pages = [client.get(LIST, {"p": number}) for number in (1, 2)]

    assert [len(page.context["object_list"]) for page in pages] == [30, 1]


@starts_from(three_cases)
def test_the_rows_alone_are_answered_while_words_are_typed(matter, as_user, registrator):
    rows = as_user(registrator).get(reverse("case_list_results"), {"q": "lek"}).content.decode()

    assert "Lekplatser" in rows
    assert "Cykelplan" not in rows
    assert "<html" not in rows
