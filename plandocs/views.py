"""What the public reads that is not in Wagtail's tree: a case's way, feedback, robots.txt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plandocs import flood
from plandocs.models import Case
from plandocs.reading.feedback import FeedbackForm
from plandocs.reading.way import read_way

UNPROCESSABLE = 422
TOO_MANY = 429


@require_safe
def case_way(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell a case's way in plain words."""
    cases = Case.objects.select_related("decided_by", "revision__locale")
    case = get_object_or_404(cases, slug=slug)
    way = read_way(case, on=timezone.localdate())
    return render(request, "plandocs/case_way.html", {"way": way, "case": case})


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


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead those who ask without reading the page's head to our mark."""
    return redirect(static("img/mark.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of the officials' screens, and show them the list of pages."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
