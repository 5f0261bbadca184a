"""The addresses where somebody acts without an account."""

from django.urls import path

from workflow.answering.feedback import views as feedback
from workflow.answering.remiss import views as remiss

urlpatterns = [
    path("remiss/<int:pk>/svara/", remiss.answer_public_remiss, name="answer_public_remiss"),
    path("remiss/svara/<str:token>/", remiss.answer_by_link, name="answer_by_link"),
    path("remiss/kvitto/<str:token>/", remiss.answer_receipt, name="answer_receipt"),
    path(
        "tillganglighet/synpunkt/", feedback.accessibility_feedback, name="accessibility_feedback"
    ),
    path("tillganglighet/tack/", feedback.feedback_thanks, name="feedback_thanks"),
]
