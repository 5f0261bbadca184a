"""The addresses of the officials' screens, below the admin's own."""

from django.urls import URLPattern, path

from workflow import addresses  # noqa: F401 - names the numbers of rows
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
from workflow.admin.remiss.opening import OpenView
from workflow.admin.remiss.points import PointsView, ShowView
from workflow.admin.remiss.registering import RegisterView
from workflow.admin.remiss.rounds import CloseView, ExtendView, RenewLinkView, RoundView
from workflow.admin.steps_and_roles import StepsAndRolesView
from workflow.admin.texts.editing import EditTextView
from workflow.admin.texts.importing import ImportView
from workflow.admin.translation.acts import BeginView, PoView, PublishView
from workflow.admin.translation.parts import PartsView
from workflow.admin.translation.views import EditionView, ListView
from workflow.documents import files


def letter(route: str, view: type[documents.LetterView], name: str) -> list[URLPattern]:
    """Return the two addresses of a letter: as PDF and as a Word document."""
    return [
        path(f"{route}.pdf", view.as_view(), {"answer": files.as_pdf}, name=f"{name}_pdf"),
        path(f"{route}.docx", view.as_view(), {"answer": files.as_docx}, name=f"{name}_docx"),
    ]


CASE = "arenden/<row:pk>"
ROUND = "remiss/<row:pk>"
EDITION = "sprak/<row:pk>"

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
    path("remiss/oppna/<row:case_pk>/", OpenView.as_view(), name="remiss_open"),
    path(f"{ROUND}/", RoundView.as_view(), name="remiss_round"),
    path(f"{ROUND}/forlang/", ExtendView.as_view(), name="remiss_extend"),
    path(f"{ROUND}/stang/", CloseView.as_view(), name="remiss_close"),
    path("remiss/lank/<row:recipient_pk>/", RenewLinkView.as_view(), name="remiss_renew_link"),
    path(f"{ROUND}/svar/nytt/", RegisterView.as_view(), name="remiss_register"),
    path(f"{ROUND}/synpunkter/", PointsView.as_view(), name="remiss_points"),
    path("remiss/svar/<row:answer_pk>/visa/", ShowView.as_view(), name="remiss_show"),
    path("sprak/", ListView.as_view(), name="translation_list"),
    path(f"{EDITION}/", EditionView.as_view(), name="translation_edition"),
    path(f"{EDITION}/delar/", PartsView.as_view(), name="translation_parts"),
    path(f"{EDITION}/<str:code>/borja/", BeginView.as_view(), name="translation_begin"),
    path(f"{EDITION}/<str:code>/po/", PoView.as_view(), name="translation_po"),
    path(f"{EDITION}/<str:code>/publicera/", PublishView.as_view(), name="translation_publish"),
]
