"""A text is put together once, and never kept longer than it is true."""

import pytest
from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils import translation

from tests.factories import OrganisationFactory
from tests.factories.situations import BODY
from tests.workflow.reading.conftest import AFTERWARDS, body_of, focus_area, measure
from workflow.reading.body import read_body

MEASURE_TEMPLATE = "plandocs/blocks/measure.html"


@pytest.fixture(autouse=True)
def _nothing_kept():
    caches["texts"].clear()


def printed_in(language, reading, text_language=""):
    shown = {"reading": reading, "language": text_language}
    with translation.override(language):
        return render_to_string("plandocs/components/text.html", {"shown": shown})


@pytest.mark.django_db
def test_the_second_reader_gets_the_same_page_without_its_text_being_put_together(
    client, adopted_of_module, today
):
    today(AFTERWARDS)
    first, second = client.get(adopted_of_module.url), client.get(adopted_of_module.url)

    assert MEASURE_TEMPLATE in [template.name for template in first.templates]
    assert MEASURE_TEMPLATE not in [template.name for template in second.templates]
    assert first.content == second.content


@pytest.mark.django_db
def test_a_body_that_gets_another_name_is_read_under_it_at_once():
    body = OrganisationFactory(name="Tekniska nämnden")
    text = [focus_area("Vägar", [measure("Lys upp", lead=[body_of(body, "Tekniska nämnden")])])]
    assert read_body(text).digest == read_body(text).digest
    assert "Samhällsbyggnadsnämnden" not in printed_in("sv", read_body(text))

    body.name = "Samhällsbyggnadsnämnden"
    body.save()

    assert "Samhällsbyggnadsnämnden" in printed_in("sv", read_body(text))


@pytest.mark.django_db
def test_each_language_of_the_screen_gets_its_own_words_around_the_same_text():
    reading = read_body(BODY)

    assert "Tillbaka till texten vid not 1" in printed_in("sv", reading)
    assert "Back to the text at note 1" in printed_in("en", reading)
    assert 'id="text" lang="sv"' in printed_in("en", reading, text_language="sv")
    assert "Tillbaka till texten vid not 1" in printed_in("sv", reading)


@pytest.mark.django_db
@pytest.mark.parametrize("named", [{"title": "Lys upp"}, {"number": "1.1"}, {}])
def test_every_measure_has_a_link_to_copy_whether_or_not_it_has_a_name(named):
    lamps = measure(text="<p>Sätt upp lampor.</p>", **named)
    [only] = read_body([focus_area("Vägar", [lamps])]).nodes[0].children

    html = render_to_string("plandocs/blocks/measure.html", {"node": only})

    assert f'class="permalink" href="#{only.anchor}"' in html
    assert only.short in html
