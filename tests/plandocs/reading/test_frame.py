"""What stands around every page: the municipality's logotype, and the page for our own faults."""

from django.template.loader import render_to_string

from plandocs.models import Municipality


def test_without_a_logotype_our_own_mark_stands_in_the_header(client, kommun):
    html = client.get("/sv/").content.decode()

    assert "brand__mark" in html
    assert "brand__logo" not in html


def test_a_logotype_that_is_set_takes_the_place_of_our_mark(client, kommun):
    municipality = Municipality.load()
    municipality.logo.name = "municipality/vapen.svg"
    municipality.save()

    html = client.get("/sv/").content.decode()

    assert '<img class="brand__logo" src="/media/municipality/vapen.svg" alt="">' in html
    assert "brand__mark" not in html


def test_the_page_for_a_fault_of_ours_asks_nothing_of_the_database_or_the_request():
    html = render_to_string("500.html")

    assert "Något gick fel hos oss" in html
    assert "Something went wrong" in html
