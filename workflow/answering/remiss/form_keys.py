"""The keys by which a form that is sent twice is known again."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.crypto import salted_hmac


def browsers_key(request: HttpRequest, *, about: int, on: date) -> UUID:
    """Return the key of what this browser sends about one thing on one day.

    A browser that goes back fetches the form anew, and must then get the same key; another
    browser must not be able to guess it. So it is made of the secret that the browser holds
    against forged requests already, without which it can send no form at all.
    """
    get_token(request)  # gives a browser without a secret one
    secret = request.META["CSRF_COOKIE"]
    digest = salted_hmac(
        "styrdok.form_key", f"{secret}:{about}:{on.isoformat()}", algorithm="sha256"
    ).digest()
    return UUID(bytes=digest[:16])
