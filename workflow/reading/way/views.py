"""The page that tells the way of a case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
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
