"""An address that names a row by a number that no row can have leads nowhere."""

import re

import pytest
from django.urls import URLResolver, get_resolver
from django.urls.converters import IntConverter

from workflow.addresses import LONGEST, LongNumbersMiddleware

pytestmark = pytest.mark.django_db

OURS = ("styrdok.", "workflow.", "plandocs.")
LONG = ["9" * 23, "9" * 4500]
NUMBERS = pytest.mark.parametrize("number", LONG, ids=["23 digits", "4500 digits"])
METHODS = pytest.mark.parametrize("method", ["get", "post"])


def patterns(inside=None, before=""):
    """Return every registered pattern, with the whole of its route."""
    for pattern in (inside or get_resolver()).url_patterns:
        route = before + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route)
        else:
            yield route, pattern


def views(pattern):
    return getattr(pattern.callback, "view_class", pattern.callback).__module__


def filled(route, number):
    """Return the address of a route, with the number wherever it takes anything."""
    named = re.sub(
        r"\(\?P<\w+>[^)]*\)|<[^>]*>|\([a-z|]*\\d\+\)|\(\.\*\)|\(\(\?:\[.*?\)\*\)", number, route
    )
    return "/" + named.replace("\\", "").rstrip("$")


ROUTES = {
    "public": lambda route: not route.startswith("admin/"),
    "admin": lambda route: route.startswith("admin/"),
}


def addresses_of(part, number):
    """Return the addresses of a part of the site that take something."""
    found = [filled(route, number) for route, _ in patterns() if ROUTES[part](route)]
    return [address for address in found if number in address]


def test_no_address_of_ours_takes_a_number_that_no_row_has():
    plain = [
        route
        for route, pattern in patterns()
        if views(pattern).startswith(OURS)
        for converter in getattr(pattern.pattern, "converters", {}).values()
        if type(converter) is IntConverter
    ]

    assert plain == []


@NUMBERS
@METHODS
def test_no_public_address_breaks_on_a_long_number(kommun, client, method, number):
    addresses = addresses_of("public", number)

    answers = {
        address.replace(number, "…"): getattr(client, method)(address).status_code
        for address in addresses
    }

    assert len(addresses) > 10
    assert {code for code in answers.values() if code >= 500} == set(), answers


@NUMBERS
@METHODS
def test_no_address_of_the_admin_breaks_on_a_long_number(client, superuser, method, number):
    client.force_login(superuser)
    addresses = addresses_of("admin", number)

    broken = [
        address.replace(number, "…")
        for address in addresses
        if getattr(client, method)(address).status_code >= 500
    ]

    assert len(addresses) > 150
    assert broken == []


@NUMBERS
@METHODS
@pytest.mark.parametrize(
    "address",
    [
        "/sv/remiss/{}/svara/",
        "/sv/las/skrivelse/{}.pdf",
        "/documents/{}/x",
        "/documents/{}/bilaga.pdf",
        "/documents/authenticate_with_password/{}/",
        "/sv/_util/authenticate_with_password/{0}/{0}/",
        "/admin/pages/{}/edit/",
        "/admin/documents/edit/{}/",
        "/admin/images/{}/",
    ],
)
def test_nothing_is_found_at_a_long_number(client, superuser, method, address, number):
    client.force_login(superuser)

    answer = getattr(client, method)(address.format(number), follow=True)  # in another language

    assert answer.status_code == 404


@pytest.mark.parametrize("number", ["٣" * 23, " " + "9" * 23, "-" + "9" * 4500, "9_" * 20])
def test_a_long_number_is_told_however_it_is_written(client, superuser, number):
    client.force_login(superuser)

    for address in (f"/documents/{number}/x", f"/admin/organisationer/edit/{number}/"):
        assert client.get(address, follow=True).status_code == 404


def test_a_long_number_within_the_name_of_a_file_is_only_a_name(client, rf):
    look = LongNumbersMiddleware(lambda request: None).process_view

    assert look(rf.get("/"), None, ("7", "20261130120000000000001.pdf"), {}) is None
    assert look(rf.get("/"), None, (), {"pk": 10**LONGEST - 1}) is None
