"""What reading a plan costs, as ratios within one run: a long plan against a short one."""

import time
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plandocs.vocabulary import Outcome
from tests.factories.situations import BODY
from workflow.services.cases import NewPlan
from workflow.services.publication import index_measures

pytestmark = [pytest.mark.bench, pytest.mark.django_db]

SHORT, LONG = 1, 200
ROUNDS = 10


def body_with(measures):
    area = BODY[1]
    item = area["value"]["measures"][0]
    items = [{**item, "id": f"55555555-5555-4555-8555-{number:012d}"} for number in range(measures)]
    return [BODY[0], {**area, "value": {**area["value"], "measures": items}}]


@pytest.fixture
def adopted(matter):
    """Return a function that adopts a plan of so many measures, and gives its text."""

    def adopt(measures, number):
        matter.opened(
            diarienummer=f"KS 2026/{number}",
            plan=NewPlan(f"Plan med {measures} insatser", "plan"),
            body=body_with(measures),
        )
        matter.memo(matter.ksau, date(2026, 1, 20))
        matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL)
        matter.memo(matter.ks, date(2026, 5, 4)).decided(
            matter.ks, date(2026, 5, 19), Outcome.BIFALL
        )
        return matter.decided(matter.kf, date(2026, 6, 15), Outcome.BIFALL).case.revision

    return adopt


@dataclass(frozen=True)
class Cost:
    """Milliseconds, the best of some rounds: with the text put together anew, and kept."""

    anew: float
    kept: float
    queries: int


def fetched(url):
    """Return what a page costs."""
    client = Client()
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    asked = len(queries)
    assert response.status_code == 200

    def best(before):
        took = []
        for _round in range(ROUNDS):
            before()
            start = time.perf_counter()
            client.get(url)
            took.append(time.perf_counter() - start)
        return min(took) * 1000

    return Cost(best(caches["texts"].clear), best(lambda: None), asked)


def test_a_long_plan_costs_no_more_queries_than_a_short_one(adopted, capsys):
    short = fetched(adopted(SHORT, 301).plan.url)
    long = fetched(adopted(LONG, 302).plan.url)

    with capsys.disabled():
        print(
            f"\nplan page, {SHORT} and {LONG} measures: "
            f"{short.kept:.0f} and {long.kept:.0f} ms (ratio {long.kept / short.kept:.1f}), "
            f"{short.queries} and {long.queries} queries; "
            f"the first reader's {short.anew:.0f} and {long.anew:.0f} ms"
        )
    assert short.queries == long.queries


def test_rebuilding_the_index_of_a_long_plan_takes_a_handful_of_queries(adopted, capsys):
    revision = adopted(LONG, 303)
    start = time.perf_counter()

    with CaptureQueriesContext(connection) as queries:
        rows = index_measures(revision)

    with capsys.disabled():
        took = (time.perf_counter() - start) * 1000
        print(f"\nindex of {rows} measures rebuilt in {took:.0f} ms, {len(queries)} queries")
    assert rows == LONG
    assert len(queries) < 15
