"""What the public reads that is not in Wagtail's tree: a case's way, and robots.txt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from plandocs.models import Case
from workflow.reading.way import read_way


@require_safe
def case_way(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell a case's way in plain words."""
    cases = Case.objects.select_related("decided_by", "revision__locale")
    case = get_object_or_404(cases, slug=slug)
    way = read_way(case, on=timezone.localdate())
    return render(request, "plandocs/case_way.html", {"way": way, "case": case})


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
