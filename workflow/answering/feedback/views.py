"""Where somebody tells what does not work for them (DOS-lagen 2018:1937, 12–15 §§)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from workflow.answering.feedback.forms import FeedbackForm
from workflow.services import flood

UNPROCESSABLE = 422
TOO_MANY = 429


@require_http_methods(["GET", "POST"])
def accessibility_feedback(request: HttpRequest) -> HttpResponse:
    """Show the form for feedback on accessibility, and keep what is sent."""
    form = FeedbackForm(request.POST or None)
    if form.is_valid():
        try:
            _keep(form, sender=flood.sender_of(request, at=timezone.now()))
        except flood.TooMuch as wait:
            return _feedback_page(request, form, status=TOO_MANY, wait=wait)
        return redirect("feedback_thanks")
    return _feedback_page(request, form, status=UNPROCESSABLE if form.errors else 200)


def _keep(form: FeedbackForm, *, sender: flood.Sender) -> None:
    if not form.is_trapped:
        flood.count(flood.FEEDBACK, sender.network, at=sender.at)
        form.save()


def _feedback_page(
    request: HttpRequest, form: FeedbackForm, *, status: int, wait: flood.TooMuch | None = None
) -> HttpResponse:
    context = {"form": form, "wait": wait}
    response = render(request, "plandocs/accessibility_feedback.html", context, status=status)
    if wait:
        response["Retry-After"] = str(wait.seconds)
    return response


@require_safe
def feedback_thanks(request: HttpRequest) -> HttpResponse:
    """Say that the feedback has come in."""
    return render(request, "plandocs/feedback_thanks.html")
