"""The addresses outside the admin: where one reads, and where one acts without an account."""

from django.urls import include, path

from workflow import addresses  # noqa: F401 - names the numbers of rows
from workflow.answering.feedback import views as feedback
from workflow.answering.remiss import views as remiss
from workflow.reading.room import views as room
from workflow.reading.views import case_way

reading_room = [
    path("", room.list_cases, name="reading_list"),
    path("logga-in/", room.SignInView.as_view(), name="reading_login"),
    path("logga-ut/", room.SignOutView.as_view(), name="reading_logout"),
    path("skrivelse/<row:pk>.pdf", room.show_memo, name="reading_memo"),
    path("<slug:slug>/", room.show_case, name="reading_case"),
    path("<slug:slug>/text/", room.show_text, name="reading_text"),
]

urlpatterns = [
    path("arenden/<slug:slug>/", case_way, name="case_way"),
    path("las/", include(reading_room)),
    path("remiss/<row:pk>/svara/", remiss.answer_public_remiss, name="answer_public_remiss"),
    path("remiss/svara/<str:token>/", remiss.answer_by_link, name="answer_by_link"),
    path("remiss/kvitto/<str:token>/", remiss.answer_receipt, name="answer_receipt"),
    path(
        "tillganglighet/synpunkt/", feedback.accessibility_feedback, name="accessibility_feedback"
    ),
    path("tillganglighet/tack/", feedback.feedback_thanks, name="feedback_thanks"),
]
