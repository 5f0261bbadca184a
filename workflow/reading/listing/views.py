"""The list of documents, and what is found among them."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from plandocs.models import PlanIndexPage
from workflow.reading.frame import show
from workflow.reading.listing.reading import read_listing
from workflow.reading.menu import pages_above


def show_listing(request: HttpRequest, page: PlanIndexPage) -> HttpResponse:
    """Show the list that the address asks for."""
    listing = read_listing(page, request.GET, on=timezone.localdate())
    above = pages_above(page)
    return show(request, "plandocs/plan_index_page.html", page, above=above, listing=listing)
