"""The addresses of the officials' screens, below the admin's own."""

from django.urls import URLPattern, path

from workflow.admin import addresses  # noqa: F401 - names the numbers of rows
from workflow.admin.appeals.appealing import AppealView
from workflow.admin.appeals.laga_kraft import LagaKraftView
from workflow.admin.appeals.notice import AnnounceView
from workflow.admin.cases.listing import CaseIndexView
from workflow.admin.cases.opening.number import ReadNumberView
from workflow.admin.cases.opening.views import OpenCaseView
from workflow.admin.cases.page.handing_over import AssignView
from workflow.admin.cases.page.marking import MarkChangeView
from workflow.admin.cases.page.motives import AnswerMotiveView
from workflow.admin.cases.page.views import CasePageView
from workflow.admin.decisions.correcting import CorrectDecisionView
from workflow.admin.decisions.recording import RecordDecisionView
from workflow.admin.documents import views as documents
from workflow.admin.memos.views import EditMemoView, NewMemoView
from workflow.admin.remiss.urls import urlpatterns as remiss
from workflow.admin.steps_and_roles import StepsAndRolesView
from workflow.admin.texts.editing import EditTextView
from workflow.admin.texts.importing import ImportView
from workflow.admin.translation.urls import urlpatterns as translation
from workflow.documents import files


def letter(route: str, view: type[documents.LetterView], name: str) -> list[URLPattern]:
    """Return the two addresses of a letter: as PDF and as a Word document."""
    return [
        path(f"{route}.pdf", view.as_view(), {"answer": files.as_pdf}, name=f"{name}_pdf"),
        path(f"{route}.docx", view.as_view(), {"answer": files.as_docx}, name=f"{name}_docx"),
    ]


CASE = "arenden/<row:pk>"

urlpatterns: list[URLPattern] = [
    path("arenden/", CaseIndexView.as_view(), name="case_list"),
    path("arenden/rader/", CaseIndexView.as_view(results_only=True), name="case_list_results"),
    path("arenden/nytt/", OpenCaseView.as_view(), name="case_open"),
    path("arenden/nytt/nummer/", ReadNumberView.as_view(), name="case_read_number"),
    path(f"{CASE}/", CasePageView.as_view(), name="case_page"),
    path(f"{CASE}/mark/", MarkChangeView.as_view(), name="case_mark"),
    path(f"{CASE}/overlat/", AssignView.as_view(), name="case_assign"),
    path("arenden/motiv/<row:pk>/", AnswerMotiveView.as_view(), name="motive_answer"),
    path(f"{CASE}/las-in/", ImportView.as_view(), name="case_import"),
    path(f"{CASE}/andra/", EditTextView.as_view(), name="case_edit_text"),
    path(f"{CASE}/skrivelse/", NewMemoView.as_view(), name="memo_new"),
    path("arenden/skrivelse/<row:pk>/", EditMemoView.as_view(), name="memo_edit"),
    path(f"{CASE}/beslut/", RecordDecisionView.as_view(), name="decision_new"),
    path("arenden/beslut/<row:pk>/ratta/", CorrectDecisionView.as_view(), name="decision_correct"),
    path(f"{CASE}/tillkannage/", AnnounceView.as_view(), name="case_announce"),
    path(f"{CASE}/overklagande/", AppealView.as_view(), name="case_appeal"),
    path(f"{CASE}/laga-kraft/", LagaKraftView.as_view(), name="case_laga_kraft"),
    path(f"{CASE}/dagboksblad/", documents.JournalView.as_view(), name="case_journal"),
    *letter("arenden/skrivelse/<row:pk>", documents.MemoLetterView, "memo"),
    *letter("arenden/beslut/<row:pk>/utdrag", documents.ExtractView, "extract"),
    *letter(f"{CASE}/dagboksblad", documents.JournalLetterView, "journal"),
    path("steg-och-roller/", StepsAndRolesView.as_view(), name="steps_and_roles"),
    *remiss,
    *translation,
]
