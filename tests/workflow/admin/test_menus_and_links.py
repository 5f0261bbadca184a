"""What each role is offered: the menu, and the links of every screen. Nothing offered is dead."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.factories.situations import starts_from
from tests.workflow.admin.conftest import one_of_everything
from tests.workflow.admin.test_roles_and_screens import (
    SHOWN,
    TABLE,
    TURNED_AWAY,
    address,
    answer,
)

pytestmark = [
    starts_from(one_of_everything),
    # The report of wagtail-localize is not put in any order before it is parted into pages.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]

HOME = reverse("wagtailadmin_home")
MENU = {
    "handlaggare": {"cases", "images", "documents", "organisationer"},
    "registrator": {"cases", "documents", "organisationer"},
    "oversattare": {"sprak"},
    "redaktor": {"sprak", "images", "documents", "amnesomraden", "tillganglighet"},
    "administrator": {"cases", "organisationer", "amnesomraden", "tillganglighet", "users"},
}
OURS = {"cases", "sprak", "organisationer", "amnesomraden", "tillganglighet", "users"}
WORKERS = [*MENU, "superuser"]
SIDEBAR = re.compile(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', re.DOTALL)
LETTERS = (".pdf", ".docx")  # opened for each role by the matrix of roles and screens
LEFT_OUT = ("logout/", "failwhale/")  # the latter is Wagtail's own, and fails on purpose
NOT_FOLLOWED = ("/static/", "/media/", "/admin/logout/", "/_util/")


def menu_of(page):
    """The items of the menu that lead somewhere: names and addresses."""
    return dict(items_in(json.loads(SIDEBAR.search(page)[1])))


def items_in(found):
    if isinstance(found, list):
        for part in found:
            yield from items_in(part)
    elif isinstance(found, dict):
        if "name" in found and "url" in found:
            yield found["name"], found["url"]
        yield from items_in(list(found.values()))


class Links(HTMLParser):
    """Where the links of a page lead, within the site."""

    def __init__(self, page):
        super().__init__()
        self.found = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        target = dict(attrs).get("href") or ""
        is_followed = not target.startswith(NOT_FOLLOWED) and not target.endswith(LETTERS)
        if tag == "a" and target.startswith("/") and is_followed:
            self.found.add(target.partition("#")[0])


@pytest.mark.parametrize("role", MENU)
def test_each_role_finds_its_own_work_in_the_menu_and_nobody_elses(role, cast, desk, as_user):
    menu = menu_of(as_user(cast[role]).get(HOME).content.decode())

    assert menu.keys() & OURS == MENU[role] & OURS
    assert menu.keys() >= MENU[role]


@pytest.mark.parametrize("role", WORKERS)
def test_everything_in_the_menu_opens(role, cast, desk, as_user):
    client = as_user(cast[role])
    menu = menu_of(client.get(HOME).content.decode())

    met = {
        name: client.get(url, follow=True)
        for name, url in menu.items()
        if url.startswith(HOME) and name != "logout"
    }

    assert {
        name: page.redirect_chain
        for name, page in met.items()
        if page.status_code != SHOWN or (HOME, 302) in page.redirect_chain
    } == {}


@pytest.mark.parametrize("role", WORKERS)
def test_every_link_that_a_screen_offers_leads_somewhere_its_reader_may_go(
    role, cast, desk, as_user
):
    client = as_user(cast[role])
    offered = {}
    for url in [HOME, *(address(name, desk) for name in TABLE)]:
        if url.endswith(LETTERS):
            continue
        page = client.get(url)
        if page.status_code == SHOWN and page["content-type"].startswith("text/html"):
            offered = dict.fromkeys(Links(page.content.decode()).found, url) | offered

    met = {(screen, target): client.get(target) for target, screen in offered.items()}

    assert offered
    assert {
        key: (page.status_code, page.get("location"))
        for key, page in met.items()
        if page.status_code not in {SHOWN, 302} or answer(page) == TURNED_AWAY
    } == {}


def names_without_arguments(patterns, namespace=""):
    """The addresses of the whole admin, Wagtail's own too, that name nothing."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names_without_arguments(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def plain_addresses():
    for name in sorted(set(names_without_arguments(get_resolver().url_patterns))):
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        if url.startswith(HOME) and not url.endswith(LEFT_OUT):
            yield url


@pytest.mark.parametrize("role", ["superuser", "fortroendevald"])
def test_no_address_of_the_admin_answers_anybody_with_an_error_page(role, cast, desk, as_user):
    client = as_user(cast[role])
    client.raise_request_exception = False

    met = {url: client.get(url).status_code for url in plain_addresses()}

    assert len(met) > 50
    assert {url: status for url, status in met.items() if status >= 500} == {}
