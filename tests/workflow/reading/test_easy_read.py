"""A lättläst page says calmly what a later edition has changed, and never more than that."""

import copy

import pytest

from plandocs.models import PlanRevisionPage
from tests.factories import UserFactory
from tests.factories.situations import BODY, MEASURE, starts_from
from tests.workflow.reading.conftest import AFTERWARDS, LATER, focus_area, measure, page_of
from workflow.reading.edition.reading import read_edition
from workflow.reading.plan.reading import read_plan
from workflow.services.translation import publish_easy_read, write_easy_read

SECTION, AREA = BODY[0]["id"], BODY[1]["id"]


def easy_section(number, heading, *covers):
    block_id = f"{number}" * 8 + "-0000-4000-8000-000000000000"
    listed = [{"type": "item", "id": f"{block_id}-{n}", "value": c} for n, c in enumerate(covers)]
    value = {"heading": heading, "text": f"<p>Om {heading}.</p>", "covers": listed}
    return {"type": "easy_read", "id": block_id, "value": value}


def retold(matter):
    """Bring the case to its adoption, and retell all of its chapter and one of its measures."""
    user = UserFactory(username="superuser", is_superuser=True, is_staff=True)
    arguments = {"revision": matter.adopted().case.revision, "on": AFTERWARDS, "user": user}
    draft = write_easy_read(**arguments)
    draft.body = [easy_section(7, "Cyklar", SECTION), easy_section(8, "Lampor", MEASURE)]
    draft.save_revision(user=user)
    publish_easy_read(**arguments)
    return matter


pytestmark = starts_from(retold)


@pytest.fixture
def easy(adopted):
    """The easy-to-read text of the first edition."""
    return PlanRevisionPage.objects.get(locale__language_code="sv-simple")


def since(easy):
    return read_plan(easy.plan, on=LATER).shown.freshness


def test_of_the_edition_it_follows_nothing_is_said(easy):
    assert read_plan(easy.plan, on=AFTERWARDS).shown.freshness is None


def test_what_reads_the_same_in_the_edition_in_force_is_said_to(client, easy, next_edition):
    next_edition(BODY)

    html = page_of(client, easy.plan)

    assert since(easy).is_fresh
    assert "Lättläst" in html
    assert "b-77777777-0000-4000-8000-000000000000" in html


def test_a_section_whose_text_has_been_changed_is_named_and_led_to(client, easy, next_edition):
    body = copy.deepcopy(BODY)
    body[0]["value"]["content"][0]["value"]["text"] = "<p>Alla får en cykel.</p>"
    next_edition(body)

    html = page_of(client, easy.plan)

    assert [node.label for node in since(easy).changed] == ["Cyklar"]
    assert '<a href="#b-77777777-0000-4000-8000-000000000000">Cyklar</a>' in html


def test_what_has_gone_and_what_is_new_are_told_apart(easy, next_edition):
    new = focus_area("Broar", [measure("Bygg en bro")])
    next_edition([BODY[0], new])

    found = since(easy)

    assert [node.label for node in found.gone] == ["Lampor"]
    assert found.changed == []
    assert [part.label for part in found.not_covered] == ["Broar"]


def test_the_page_of_the_easy_text_itself_says_it_too(easy, next_edition):
    next_edition([BODY[0]])

    shown = read_edition(easy, on=LATER).shown

    assert [node.label for node in shown.freshness.gone] == ["Lampor"]
