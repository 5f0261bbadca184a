"""Whatever is sent, the screens answer in a sentence: never with an error page."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse

from plandocs.models import Case
from tests.factories.situations import starts_from
from tests.workflow.admin.conftest import DAY, one_of_everything
from tests.workflow.admin.test_roles_and_screens import TABLE, address
from workflow.services.appeals import announce

pytestmark = starts_from(one_of_everything)

LONG_NUMBER = "9" * 23
ODD = ["a\0b", LONG_NUMBER, "9" * 5000, "-1", "٣", "0001-01-01", "9999-12-31", "å" * 30_000]
IN_WORDS = {200, 302, 400, 404, 409, 422}
WITH_FORMS = [
    "case_open",
    "case_page",
    "case_import",
    "case_edit_text",
    "memo_new",
    "memo_edit",
    "decision_new",
    "decision_correct",
    "case_announce",
    "case_appeal",
    "case_laga_kraft",
    "remiss_open",
    "remiss_round",
    "remiss_register",
    "remiss_points",
    "translation_edition",
    "translation_parts",
]
AFTERWARDS = {"case_announce", "case_appeal", "case_laga_kraft"}
"""Screens that have no form before the case is decided."""
FILLED_IN = {
    "decision_new": {"decided_on": "2026-11-23", "outcome": "aterremiss", "present": "45"},
    "case_announce": {"adjusted_on": "2026-06-22", "announced_on": "2026-06-23"},
    "case_open": {"diarienummer": "KS 2026/0404", "title": "Parker", "kind": "plan"},
    "remiss_register": {"stance": "synpunkter", "points-0-text": "För dyrt."},
    "case_edit_text": {"find": "en cykel", "replace": "en elcykel", "kind": "i_sak"},
    "case_appeal": {"outcome": "inlamnat"},
}


class Forms(HTMLParser):
    """The forms of a page: where each is sent, and what it would send."""

    def __init__(self, page):
        super().__init__()
        self.found, self.fields, self.words = [], None, ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name, value = attrs.get("name"), attrs.get("value") or ""
        if tag == "form" and attrs.get("method") == "post":
            self.fields = {}
            self.found.append((attrs.get("action") or "", self.fields))
        elif self.fields is None or not name or "__prefix__" in name:
            return
        elif tag in ("input", "button", "textarea", "select"):
            is_off = attrs.get("type") in ("checkbox", "radio") and "checked" not in attrs
            self.fields[name] = self.fields.get(name) or ("" if is_off else value)

    def handle_endtag(self, tag):
        if tag == "form":
            self.fields = None


@pytest.fixture
def client(client, superuser):
    client.force_login(superuser)
    return client


@pytest.fixture
def places(desk):
    """What addresses name here: the adopted text waits for its notice, the other is reworked."""
    return {**desk, "case": desk["case"], "adopted": [Case.objects.get(stage="antagen").pk]}


@pytest.fixture
def forms_of(client, desk, superuser):
    """The forms of a screen of ours: addresses, and what each sends when it is filled in."""

    def found(name):
        own = address(name, desk)
        if name in AFTERWARDS:
            adopted = Case.objects.get(stage="antagen")
            own = reverse(name, args=[adopted.pk])
            if name == "case_laga_kraft":
                announce(case=adopted, adjusted_on=DAY, announced_on=DAY, user=superuser)
        page = client.get(own).content.decode()
        return [
            (action.partition("#")[0] or own, {**fields, **FILLED_IN.get(name, {})})
            for action, fields in Forms(page).found
            if not action or ("/admin/" in action and "logout" not in action)
        ]

    return found


def sent(client, url, data):
    came_from = {"referer": f"http://testserver{reverse('steps_and_roles')}"}
    return client.post(url, data, headers=came_from).status_code


@pytest.mark.parametrize("screen", WITH_FORMS)
def test_odd_words_in_every_field_at_once_are_answered_in_words(screen, client, forms_of):
    forms = forms_of(screen)

    answers = {
        (url, odd[:12]): sent(client, url, dict.fromkeys(fields, odd))
        for url, fields in forms
        for odd in ODD
    }

    assert forms
    assert {key: status for key, status in answers.items() if status not in IN_WORDS} == {}


@pytest.mark.parametrize("screen", WITH_FORMS)
def test_a_number_too_long_for_any_row_is_answered_in_words(screen, client, forms_of):
    answers = {
        (url, name): sent(client, url, {**fields, name: LONG_NUMBER})
        for url, fields in forms_of(screen)
        for name in fields
    }

    assert {key: status for key, status in answers.items() if status not in IN_WORDS} == {}


@pytest.mark.parametrize("number", [0, int(LONG_NUMBER)])
def test_what_does_not_exist_is_not_found(number, client, superuser):
    client.force_login(superuser)
    desk = {what: [7777] if what else [] for what, *_rest in TABLE.values()}
    named = {name: address(name, desk) for name, (what, *_rest) in TABLE.items() if what}

    met = {
        name: client.get(url.replace("7777", str(number)), follow=True).status_code
        for name, url in named.items()
    }

    assert {name: status for name, status in met.items() if status not in {404, 405}} == {}


@pytest.mark.parametrize(
    "name",
    [
        "case_list",
        "translation_list",
        "remiss_points",
        "memo_new",
        "case_open",
        "case_read_number",
        "remiss_register",
    ],
)
def test_odd_words_in_an_address_do_no_harm(name, client, desk):
    asked = ("q", "p", "stage", "mine", "ordering", "ordna", "till", "plan", "nummer", "fran")

    answers = [client.get(address(name, desk), dict.fromkeys(asked, odd)) for odd in ODD]

    assert {page.status_code for page in answers} <= {200, 404}
