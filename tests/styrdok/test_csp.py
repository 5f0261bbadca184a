"""Public pages allow no inline script or style; only Wagtail's admin does."""

import pytest

pytestmark = pytest.mark.django_db


def policy(response):
    directives = response["Content-Security-Policy"].split("; ")
    return {name: set(values) for name, *values in map(str.split, directives)}


def test_a_public_page_allows_only_what_is_our_own(client):
    response = client.get("/sv/")

    assert policy(response) == {
        "default-src": {"'self'"},
        "form-action": {"'self'"},
        "base-uri": {"'none'"},
        "frame-ancestors": {"'none'"},
        "object-src": {"'none'"},
    }


def test_the_admin_may_have_inline_script_but_none_from_elsewhere(client):
    response = client.get("/admin/login/")

    assert policy(response)["script-src"] == {"'self'", "'unsafe-inline'"}
    assert policy(response)["default-src"] == {"'self'"}
