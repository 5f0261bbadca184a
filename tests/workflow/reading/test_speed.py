"""A page asks the database as often for two hundred measures as for one."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model

from plandocs.models import PlanIndexPage
from plandocs.vocabulary import Outcome
from tests.factories import OrganisationFactory
from tests.workflow.reading.conftest import AFTERWARDS, body_of, focus_area, measure, paragraph
from workflow.reading.body import read_body
from workflow.services.cases import NewPlan


def body_with(measures):
    """A text in which every measure has a body of its own, two links and a place in an area."""
    index = PlanIndexPage.objects.get(locale__language_code="sv")
    document = get_document_model().objects.create(title="Bilaga", file="bilaga.pdf")
    text = (
        f'<p><a linktype="page" id="{index.pk}">Listan</a> och '
        f'<a linktype="document" id="{document.pk}">bilagan</a>.<sup>1</sup></p>'
    )
    notes = [{"mark": "1", "text": "Se bilagan."}]
    bodies = [OrganisationFactory() for _ in range(measures)]
    listed = [
        measure(f"Åtgärd {n}", text, lead=[body_of(body, body.name)])
        for n, body in enumerate(bodies)
    ]
    areas = [focus_area(f"Område {n}", listed[n : n + 10]) for n in range(0, measures, 10)]
    return [*(paragraph(text, footnotes=notes) for _ in listed), *areas]


def queries_of(client, url):
    client.get(url)  # the first visit fills Wagtail's cache of sites
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def adopted_with(measures, matter):
    """A plan of its own, with §§ of its own, adopted by KF."""
    matter.opened(
        diarienummer=f"KS 2026/{measures}",
        plan=NewPlan(title=f"Plan med {measures} åtgärder", kind="plan"),
        body=body_with(measures),
    )
    for body, day in ((matter.ksau, 3), (matter.ks, 10)):
        matter.memo(body, date(2026, 2, day - 1))
        matter.decided(body, date(2026, 2, day), Outcome.BIFALL, paragraph=measures)
    matter.decided(matter.kf, date(2026, 2, 17), Outcome.BIFALL, paragraph=measures, present=60)
    return matter.case


def test_a_plan_is_read_with_as_many_queries_for_200_measures_as_for_1(client, matter, today):
    small = adopted_with(1, matter)
    large = adopted_with(200, matter)
    today(AFTERWARDS)

    assert queries_of(client, large.plan.url) == queries_of(client, small.plan.url)
    assert queries_of(client, large.revision.url) == queries_of(client, small.revision.url)


def test_reading_a_text_asks_once_each_for_bodies_pages_and_documents(
    kommun, django_assert_num_queries
):
    body = body_with(200)
    index_url = PlanIndexPage.objects.get(locale__language_code="sv").url

    with django_assert_num_queries(3):
        reading = read_body(body)

    assert reading.measure_count == 200
    first = str(reading.nodes[0].fields["text"])
    assert f'href="{index_url}"' in first
    assert "/documents/" in first


def test_a_link_to_a_page_that_is_gone_leads_nowhere_and_its_words_stay(kommun):
    [node] = read_body([paragraph('<p><a linktype="page" id="99999">Orden</a></p>')]).nodes

    assert str(node.fields["text"]) == "<p><a>Orden</a></p>"
