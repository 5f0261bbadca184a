"""The addresses of the officials' screens, below the admin's own."""

from django.urls import URLPattern, path

from workflow.admin import steps_and_roles
from workflow.admin.appeals import views as follow_up
from workflow.admin.cases import listing as case_list
from workflow.admin.cases.opening import views as opening
from workflow.admin.cases.page import views as case_page
from workflow.admin.decisions import views as decisions
from workflow.admin.documents import views as downloads
from workflow.admin.memos import views as memos
from workflow.admin.texts import views as text_screens
from workflow.documents import files


def letter(route: str, view: object, name: str) -> list[URLPattern]:
    """Return the two addresses of a letter: as PDF and as a Word document."""
    return [
        path(f"{route}.pdf", view, {"answer": files.as_pdf}, name=f"{name}_pdf"),  # type: ignore[call-overload]
        path(f"{route}.docx", view, {"answer": files.as_docx}, name=f"{name}_docx"),  # type: ignore[call-overload]
    ]


CASE = "arenden/<int:pk>"

urlpatterns: list[URLPattern] = [
    path("arenden/", case_list.CaseIndexView.as_view(), name="case_list"),
    path(
        "arenden/rader/",
        case_list.CaseIndexView.as_view(results_only=True),
        name="case_list_results",
    ),
    path("arenden/nytt/", opening.OpenCaseView.as_view(), name="case_open"),
    path("arenden/nytt/nummer/", opening.ReadNumberView.as_view(), name="case_read_number"),
    path(f"{CASE}/", case_page.CasePageView.as_view(), name="case_page"),
    path(f"{CASE}/mark/", case_page.MarkChangeView.as_view(), name="case_mark"),
    path(f"{CASE}/overlat/", case_page.AssignView.as_view(), name="case_assign"),
    path("arenden/motiv/<int:pk>/", case_page.AnswerMotiveView.as_view(), name="motive_answer"),
    path(f"{CASE}/las-in/", text_screens.ImportView.as_view(), name="case_import"),
    path(f"{CASE}/andra/", text_screens.EditTextView.as_view(), name="case_edit_text"),
    path(f"{CASE}/skrivelse/", memos.NewMemoView.as_view(), name="memo_new"),
    path("arenden/skrivelse/<int:pk>/", memos.EditMemoView.as_view(), name="memo_edit"),
    path(f"{CASE}/beslut/", decisions.RecordDecisionView.as_view(), name="decision_new"),
    path(
        "arenden/beslut/<int:pk>/ratta/",
        decisions.CorrectDecisionView.as_view(),
        name="decision_correct",
    ),
    path(f"{CASE}/tillkannage/", follow_up.AnnounceView.as_view(), name="case_announce"),
    path(f"{CASE}/overklagande/", follow_up.AppealView.as_view(), name="case_appeal"),
    path(f"{CASE}/laga-kraft/", follow_up.LagaKraftView.as_view(), name="case_laga_kraft"),
    path(f"{CASE}/dagboksblad/", downloads.JournalView.as_view(), name="case_journal"),
    *letter("arenden/skrivelse/<int:pk>", downloads.memo, "memo"),
    *letter("arenden/beslut/<int:pk>/utdrag", downloads.extract, "extract"),
    *letter(f"{CASE}/dagboksblad", downloads.journal, "journal"),
    path("steg-och-roller/", steps_and_roles.StepsAndRolesView.as_view(), name="steps_and_roles"),
]
