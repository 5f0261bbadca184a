"""The list of cases: narrowed, sorted, and as cheap for many as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.situations import Matter, starts_from


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
@starts_from(Matter.before_council)
def test_the_list_is_narrowed_by_words_stage_and_whose_it_is(
    asked, found, matter, registrator, as_user
):
    matter.opened(diarienummer="KS 2026/0102", title="Lekplatser")

    page = as_user(registrator).get(reverse("case_list"), asked)

    assert {case.diarienummer for case in page.context["object_list"]} == found


@starts_from(Matter.referred_back)
def test_the_list_asks_the_same_number_of_queries_for_one_case_and_for_many(
    matter, registrator, as_user
):
    client = as_user(registrator)

    def queries():
        client.get(reverse("case_list"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("case_list"))
        return len(captured)

    one = queries()
    for number in range(3):
        matter.opened(diarienummer=f"KS 2026/030{number}", title=f"Plan {number}")

    assert queries() == one
