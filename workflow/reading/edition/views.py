"""The page of one edition: a text of a plan, perhaps not the one in force."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from plandocs.models import PlanRevisionPage
from workflow.reading.edition.reading import read_edition
from workflow.reading.frame import show


def show_edition(request: HttpRequest, page: PlanRevisionPage) -> HttpResponse:
    """Show the text as it is to be read today."""
    reading = read_edition(page, on=timezone.localdate())
    return show(request, "plandocs/plan_revision_page.html", page, reading=reading)
