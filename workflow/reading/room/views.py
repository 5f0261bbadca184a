"""The reading room: a list, a case, its text, and a door of its own to sign in through."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plandocs.models import Case, TjansteskrivelsePage
from workflow import permissions
from workflow.documents import memo_letter
from workflow.documents.files import as_pdf, memo_name
from workflow.reading.room.reading import read_case, read_draft, read_list

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
FORBIDDEN = 403


def for_readers(view: View[P]) -> View[P]:
    """Let in those who may read cases; show others the door, or say why it stays shut."""

    @wraps(view)
    @never_cache
    @login_required(login_url="reading_login")
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not permissions.may_read_case(request.user):
            return render(request, "workflow/reading_room/shut.html", status=FORBIDDEN)
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapped


@require_safe
@for_readers
def list_cases(request: HttpRequest) -> HttpResponse:
    """Show which cases are being prepared."""
    rows = read_list(on=timezone.localdate())
    context = {
        "running": [row for row in rows if not row.case.is_ended],
        "ended": [row for row in rows if row.case.is_ended],
    }
    return render(request, "workflow/reading_room/list.html", context)


@require_safe
@for_readers
def show_case(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what lies before the members."""
    case = _case(slug)
    read = read_case(case, on=timezone.localdate())
    context = {"case": case, "read": read, "who": read.step.who_in_words(case)}
    return render(request, "workflow/reading_room/case.html", context)


@require_safe
@for_readers
def show_text(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the text as it was last saved, with what has changed since the last decision first."""
    case = _case(slug)
    read = read_case(case, on=timezone.localdate())
    context = {"case": case, "read": read, "text": case.latest_text(), "shown": read_draft(case)}
    return render(request, "workflow/reading_room/text.html", context)


@require_safe
@for_readers
def show_memo(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a memo that has been sent, as a letter."""
    page = get_object_or_404(TjansteskrivelsePage.objects.filter(submission__isnull=False), pk=pk)
    memo = page.get_latest_revision_as_object()
    return as_pdf(memo_letter(memo), memo_name(memo))


class SignInView(LoginView):
    """The door to the reading room, in the dress of the public pages."""

    template_name = "workflow/reading_room/sign_in.html"
    redirect_authenticated_user = False

    def get_default_redirect_url(self) -> str:
        return reverse("reading_list")


class SignOutView(LogoutView):
    """Out again."""

    def get_default_redirect_url(self) -> str:
        return reverse("reading_login")


def _case(slug: str) -> Case:
    cases = Case.objects.select_related("decided_by", "handlaggare", "revision__latest_revision")
    return get_object_or_404(cases, slug=slug)
