"""A plan as a reader meets it: adopted through the services, read on a day of the test's choice."""

from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.utils import timezone, translation

ADOPTED_ON = date(2026, 6, 15)
AFTERWARDS = date(2026, 7, 1)


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
    """An adopted plan, read a fortnight later."""
    today(AFTERWARDS)
    return matter.adopted().case.plan


@pytest.fixture(scope="module")
def adopted_of_module(matter_of_module):
    """An adopted plan for all tests of a module, which only read it."""
    return matter_of_module.adopted().case.plan
