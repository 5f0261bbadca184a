"""Turns a refusal into an answer for the person who acts."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from workflow.errors import RuleViolation


class RefusalMiddleware:
    """Show a RuleViolation that a view let through. ATOMIC_REQUESTS has already undone the rest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 409 with the sentence; in the admin, return to the page with a message."""
        if not isinstance(exception, RuleViolation):
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest" or request.accepts(
            "application/json"
        ) and not request.accepts("text/html"):
            return JsonResponse(
                {"code": exception.code, "message": exception.message}, status=409
            )
        back = request.headers.get("referer", "")
        if (
            request.path.startswith("/admin/")
            and request.method == "POST"
            and url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        ):
            messages.error(request, exception.message)
            return redirect(back)
        return render(request, "workflow/refusal.html", {"refusal": exception}, status=409)
