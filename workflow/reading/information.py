"""A page of plain information, such as the accessibility statement."""

from django.http import HttpRequest, HttpResponse

from plandocs.models import InformationPage
from workflow.answering.feedback.forms import FeedbackForm
from workflow.reading.frame import show
from workflow.reading.menu import pages_above


def show_information(request: HttpRequest, page: InformationPage) -> HttpResponse:
    """Show the text, with the form for feedback where the page has one."""
    form = FeedbackForm() if page.shows_feedback_form else None
    above = pages_above(page)
    return show(request, "plandocs/information_page.html", page, above=above, form=form)
