"""A plan as a reader meets it: adopted through the services, read on a day of the test's choice."""

from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from plandocs.vocabulary import Outcome
from tests.factories.situations import BODY

ADOPTED_ON = date(2026, 6, 15)
AFTERWARDS = date(2026, 7, 1)
LATER = date(2027, 2, 1)


def in_swedish(message, **values):
    """What a Swedish page says, by the message of the code."""
    with translation.override("sv"):
        return translation.gettext(message) % values


def page_of(client, page_or_url):
    url = page_or_url if isinstance(page_or_url, str) else page_or_url.url
    return unescape(client.get(url).content.decode())


def paragraph(text, *, footnotes=()):
    notes = [{"type": "item", "id": str(uuid4()), "value": note} for note in footnotes]
    value = {"text": text, "footnotes": notes}
    return {"type": "paragraph", "id": str(uuid4()), "value": value}


def measure(title="", text="", **values):
    return {
        "type": "item",
        "id": str(uuid4()),
        "value": {
            "number": "",
            "title": title,
            "text": text,
            "lead": [],
            "collaborating": [],
            "co_responsible": [],
            "responsible_as_printed": "",
            "level": "",
            "indicators": [],
            "deadline": "",
            **values,
        },
    }


def focus_area(title, measures, **values):
    texts = {"number": "", "title": title, "intro": "", "lead_in": "", "preconditions": ""}
    return {
        "type": "focus_area",
        "id": str(uuid4()),
        "value": {**texts, "measures": measures, **values},
    }


def section(heading, content, kind="section", number=""):
    value = {"number": number, "heading": heading, "content": content}
    return {"type": kind, "id": str(uuid4()), "value": value}


def body_of(organisation, as_printed):
    pk = organisation.pk if organisation else None
    value = {"organisation": pk, "as_printed": as_printed}
    return {"type": "item", "id": str(uuid4()), "value": value}


@pytest.fixture
def today(monkeypatch):
    """Let the reading pages believe that it is another day."""

    def pretend(day):
        monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: day)

    return pretend


@pytest.fixture
def adopted(matter, today):
    """The plan of a matter that starts from its adoption, read a fortnight later."""
    today(AFTERWARDS)
    return matter.case.plan


@pytest.fixture
def next_edition(adopted, matter, today):
    """A function that adopts a second edition, with this text, and moves on to a day after."""

    def adopt(text=BODY):
        matter.opened(diarienummer="KS 2027/0500", plan=adopted, on=date(2027, 1, 4), body=text)
        for body, day in ((matter.ksau, 12), (matter.ks, 19)):
            matter.memo(body, date(2027, 1, day - 1))
            matter.decided(body, date(2027, 1, day), Outcome.BIFALL, paragraph=3)
        matter.decided(matter.kf, date(2027, 1, 26), Outcome.BIFALL, paragraph=3, present=60)
        today(LATER)

    return adopt


@pytest.fixture(scope="module")
def adopted_of_module(matter_of_module):
    """An adopted plan for all tests of a module, which only read it."""
    return matter_of_module.adopted().case.plan
