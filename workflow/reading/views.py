"""The views of the public pages: a small one for each kind of page in Wagtail's tree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plandocs.models import (
    Case,
    HomePage,
    InformationPage,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    RemissRoundPage,
)
from plandocs.serving import let_show
from workflow.answering.feedback.forms import FeedbackForm
from workflow.reading.edition.reading import read_edition
from workflow.reading.frame import show
from workflow.reading.listing.reading import read_listing
from workflow.reading.plan.reading import read_plan
from workflow.reading.remiss import read_round
from workflow.reading.start import read_start
from workflow.reading.way import read_way


def connect() -> None:
    """Name the view of each kind of page. Called once, when the app is ready."""
    let_show(HomePage, show_start)
    let_show(PlanIndexPage, show_listing)
    let_show(InformationPage, show_information)
    let_show(PlanPage, show_plan)
    let_show(PlanRevisionPage, show_edition)
    let_show(RemissRoundPage, show_round)


def show_start(request: HttpRequest, page: HomePage) -> HttpResponse:
    """Show the start page as it is today."""
    start = read_start(page, on=timezone.localdate())
    return show(request, "plandocs/home_page.html", page, start=start)


def show_listing(request: HttpRequest, page: PlanIndexPage) -> HttpResponse:
    """Show the list that the address asks for."""
    listing = read_listing(page, request.GET, on=timezone.localdate())
    return show(request, "plandocs/plan_index_page.html", page, listing=listing)


def show_information(request: HttpRequest, page: InformationPage) -> HttpResponse:
    """Show plain information, with the form for feedback where the page has one."""
    form = FeedbackForm() if page.shows_feedback_form else None
    return show(request, "plandocs/information_page.html", page, form=form)


def show_plan(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """Show the text in force today, and what is known about the plan."""
    reading = read_plan(page, on=timezone.localdate())
    return show(request, "plandocs/plan_page.html", page, reading=reading)


def show_edition(request: HttpRequest, page: PlanRevisionPage) -> HttpResponse:
    """Show one text of a plan, perhaps not the one in force."""
    reading = read_edition(page, on=timezone.localdate())
    return show(request, "plandocs/plan_revision_page.html", page, reading=reading)


def show_round(request: HttpRequest, page: RemissRoundPage) -> HttpResponse:
    """Show what was sent out, who was asked and what they answered."""
    reading = read_round(page, on=timezone.localdate())
    return show(request, "plandocs/remiss_round_page.html", page, reading=reading)


@require_safe
def case_way(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell a case's way in plain words."""
    cases = Case.objects.select_related("decided_by", "revision__locale")
    case = get_object_or_404(cases, slug=slug)
    way = read_way(case, on=timezone.localdate())
    return render(request, "plandocs/case_way.html", {"way": way, "case": case})
