"""The page of a plan: the text in force, and what is known about it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from plandocs.models import PlanPage
from workflow.reading.frame import show
from workflow.reading.plan.reading import read_plan


def show_plan(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """Show the plan as it is to be read today."""
    reading = read_plan(page, on=timezone.localdate())
    return show(request, "plandocs/plan_page.html", page, reading=reading)
