"""Turns a refusal into an answer for the person who acts: a sentence, never an error page.

A refusal leaves the view as an exception, so ATOMIC_REQUESTS has undone what the view began
before it is met here. (An exception that Wagtail turns into an answer by itself, such as
PermissionDenied, would have left the half of it saved.)
"""

import logging
import traceback
from collections.abc import Callable

from django.contrib import messages
from django.db import IntegrityError
from django.db.models.deletion import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from workflow.errors import NotUnderstood, RuleViolation, form_unreadable
from workflow.gate import database_errors

STATUS = 409  # Conflict: the request was understood, and what is recorded stands against it
BAD_REQUEST = 400

READ_A_FIELD = {"value_from_datadict", "get_value_data"}
"""What Django and Wagtail call it to take a value out of what a form sent, and to show it again."""

logger = logging.getLogger(__name__)


class RefusalMiddleware:
    """Meet what a view let through: our refusals, and those of the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer with the sentence: JSON to a script, a message in the admin, else a page."""
        refusal = _refusal(exception)
        if refusal is None and request.method == "POST":
            refusal = _of_a_form(exception)
        if refusal is None:
            return None
        status = BAD_REQUEST if isinstance(refusal, NotUnderstood) else STATUS
        if _is_script(request):
            return _json(refusal, status)
        way_back = _way_back(request)
        if way_back is None or status == BAD_REQUEST:
            return render(request, "workflow/refusal.html", {"refusal": refusal}, status=status)
        messages.error(request, refusal.message)
        return redirect(way_back)


def _refusal(exception: Exception) -> RuleViolation | None:
    match exception:
        case RuleViolation():
            return exception
        case ProtectedError() | RestrictedError():
            return database_errors.from_protection(exception)
        case IntegrityError():
            return database_errors.from_database(exception)
    return None


def _of_a_form(exception: Exception) -> NotUnderstood | None:
    """Return the refusal of a form that cannot be read; Wagtail's blocks take it as it comes.

    A count that is missing, or no number, or more than what was sent: the editor sends no such
    form, but a fault of our own in reading one would look the same, so it is logged.
    """
    frames = traceback.walk_tb(exception.__traceback__)
    if not any(frame.f_code.co_name in READ_A_FIELD for frame, _line in frames):
        return None
    logger.warning("a form could not be read", exc_info=exception)
    return form_unreadable()


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("x-requested-with") == "XMLHttpRequest" or not request.accepts(
        "text/html"
    )


def _json(refusal: RuleViolation, status: int) -> JsonResponse:
    """The first two keys are ours, the others those that Wagtail's editor reads when it saves."""
    return JsonResponse(
        {
            "code": refusal.code,
            "message": refusal.message,
            "success": False,
            "error_code": "locked",
            "error_message": refusal.message,
        },
        status=status,
    )


def _way_back(request: HttpRequest) -> str | None:
    """Return the page in the admin to say it on; None outside the admin, or if there is none."""
    home = reverse("wagtailadmin_home")
    if not request.path.startswith(home) or request.path == home:
        return None
    back = request.headers.get("referer", "")
    is_here = back == request.build_absolute_uri()
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ) or (request.method == "GET" and is_here):
        return home
    return back
