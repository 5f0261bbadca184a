"""Robots are told of what is public, and of nothing else."""

import pytest

from tests.factories.situations import Matter, starts_from


@pytest.fixture
def listed(client):
    def addresses():
        return client.get("/sitemap.xml").content.decode()

    return addresses


@starts_from(Matter.adopted)
def test_the_sitemap_lists_an_adopted_text_and_the_way_of_its_case(adopted, matter, listed):
    found = listed()

    assert f"<loc>http://testserver{matter.case.revision.url}</loc>" in found
    assert f"<loc>http://testserver{matter.case.get_absolute_url()}</loc>" in found


def test_the_sitemap_names_no_text_that_nobody_has_decided_on(matter, listed):
    draft = matter.before_council().case.revision

    assert draft.slug not in listed()


def test_robots_are_kept_out_of_the_admin_and_shown_the_sitemap(client, kommun):
    said = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in said
    assert "Sitemap: http://testserver/sitemap.xml" in said


def test_the_old_address_of_the_icon_leads_to_our_mark(client, kommun):
    response = client.get("/favicon.ico")

    assert response.status_code == 302
    assert response.url.endswith("img/mark.svg")
