"""The letters of a case as files: memos, extracts of minutes and the journal sheet."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy

from plandocs.models import TjansteskrivelsePage
from plandocs.outputs.letters import Letter
from workflow.admin.screens import CaseScreen, Guarded, find_case
from workflow.documents import dagboksblad, memo_letter, minutes_extract
from workflow.documents.files import memo_name
from workflow.models import Decision

Answer = Callable[[Letter, str], HttpResponse]


class LetterView(Guarded):
    """A letter as a file; ``answer`` makes it a PDF or a Word document."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int, answer: Answer) -> HttpResponse:
        return answer(*self.letter(pk))

    def letter(self, pk: int) -> tuple[Letter, str]:
        """Return the letter and the name of its file, or answer 404."""
        raise NotImplementedError


class MemoLetterView(LetterView):
    """A memo, as it was last saved."""

    def letter(self, pk: int) -> tuple[Letter, str]:
        page = get_object_or_404(TjansteskrivelsePage, pk=pk).get_latest_revision_as_object()
        return memo_letter(page), memo_name(page)


class ExtractView(LetterView):
    """The extract of a §."""

    def letter(self, pk: int) -> tuple[Letter, str]:
        decision = get_object_or_404(Decision.objects.select_related("case", "body"), pk=pk)
        number = decision.current_paragraph or ""
        name = f"protokollsutdrag-{decision.case.slug}-{decision.body.code}-{decision.current_date}"
        return minutes_extract(decision, issued_on=self.today), f"{name}-{number}"


class JournalLetterView(LetterView):
    """The journal sheet of a case."""

    def letter(self, pk: int) -> tuple[Letter, str]:
        case = find_case(pk)
        return dagboksblad(case, printed_on=self.today), f"dagboksblad-{case.slug}"


class JournalView(CaseScreen):
    """The journal sheet on the screen: each document in, out or made (OSL 5:2)."""

    template_name = "workflow/admin/documents/journal.html"
    header_icon = "list-ul"
    page_title = gettext_lazy("Dagboksblad")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render(sheet=dagboksblad(self.case, printed_on=self.today))
