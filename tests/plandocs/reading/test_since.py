"""A lättläst page says calmly what a later edition has changed, and never more than that."""

import copy
from datetime import date

import pytest

from plandocs.reading.edition import read_edition, read_plan
from plandocs.vocabulary import Outcome
from tests.factories.situations import BODY, MEASURE
from tests.plandocs.reading.conftest import AFTERWARDS, focus_area, measure, page_of
from workflow.services.translation import publish_easy_read, write_easy_read

SECTION, AREA = BODY[0]["id"], BODY[1]["id"]
LATER = date(2027, 2, 1)


def easy_section(number, heading, *covers):
    block_id = f"{number}" * 8 + "-0000-4000-8000-000000000000"
    listed = [{"type": "item", "id": f"{block_id}-{n}", "value": c} for n, c in enumerate(covers)]
    value = {"heading": heading, "text": f"<p>Om {heading}.</p>", "covers": listed}
    return {"type": "easy_read", "id": block_id, "value": value}


@pytest.fixture
def easy(adopted, superuser):
    """The easy-to-read text of the first edition: all of its chapter, one of its measures."""
    revision = adopted.revision_in_force(on=AFTERWARDS)
    arguments = {"revision": revision, "on": AFTERWARDS, "user": superuser}
    draft = write_easy_read(**arguments)
    draft.body = [easy_section(7, "Cyklar", SECTION), easy_section(8, "Lampor", MEASURE)]
    draft.save_revision(user=superuser)
    return publish_easy_read(**arguments)


@pytest.fixture
def next_edition(adopted, matter, today):
    """A function that adopts a second edition with this text, and moves on to a day after."""

    def adopt(body):
        matter.opened(diarienummer="KS 2027/0500", plan=adopted, on=date(2027, 1, 4), body=body)
        for organisation, day in ((matter.ksau, 12), (matter.ks, 19)):
            matter.memo(organisation, date(2027, 1, day - 1))
            matter.decided(organisation, date(2027, 1, day), Outcome.BIFALL, paragraph=3)
        matter.decided(matter.kf, date(2027, 1, 26), Outcome.BIFALL, paragraph=3, present=60)
        today(LATER)

    return adopt


def since(easy):
    return read_plan(easy.plan, on=LATER).shown.since


def test_of_the_edition_it_follows_nothing_is_said(easy):
    assert read_plan(easy.plan, on=AFTERWARDS).shown.since is None


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

    assert [node.label for node in shown.since.gone] == ["Lampor"]
