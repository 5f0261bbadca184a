"""The letters of a case as files: memos, extracts of minutes and the journal sheet."""

from collections.abc import Callable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plandocs.models import Case, TjansteskrivelsePage
from plandocs.outputs.letters import Letter
from workflow import permissions
from workflow.admin.screens import CaseScreen, find_case
from workflow.documents import dagboksblad, memo_letter, minutes_extract
from workflow.documents.files import memo_name
from workflow.models import Decision

Answer = Callable[[Letter, str], HttpResponse]


@require_safe
def memo(request: HttpRequest, pk: int, answer: Answer) -> HttpResponse:
    """Answer with a memo, as it was last saved."""
    _require_reader(request)
    page = get_object_or_404(TjansteskrivelsePage, pk=pk).get_latest_revision_as_object()
    return answer(memo_letter(page), memo_name(page))


@require_safe
def extract(request: HttpRequest, pk: int, answer: Answer) -> HttpResponse:
    """Answer with the extract of a §."""
    _require_reader(request)
    decision = get_object_or_404(Decision.objects.select_related("case", "body"), pk=pk)
    letter = minutes_extract(decision, issued_on=timezone.localdate())
    number = decision.current_paragraph or ""
    name = f"protokollsutdrag-{decision.case.slug}-{decision.body.code}-{decision.current_date}"
    return answer(letter, f"{name}-{number}")


@require_safe
def journal(request: HttpRequest, pk: int, answer: Answer) -> HttpResponse:
    """Answer with the journal sheet of a case."""
    _require_reader(request)
    case = find_case(pk)
    return answer(_sheet(case, timezone.localdate()), f"dagboksblad-{case.slug}")


class JournalView(CaseScreen):
    """The journal sheet on the screen: each document in, out or made (OSL 5:2)."""

    template_name = "workflow/admin/case/journal.html"
    header_icon = "list-ul"

    def get_page_title(self) -> str:
        """The sheet has a name of its own."""
        return _("Dagboksblad")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Print the sheet."""
        return self.render(sheet=_sheet(self.case, timezone.localdate()))


def _sheet(case: Case, on: date) -> Letter:
    return dagboksblad(case, printed_on=on)


def _require_reader(request: HttpRequest) -> None:
    if not permissions.may_read_case(request.user):
        raise PermissionDenied
