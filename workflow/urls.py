"""The addresses where somebody without an account acts, and where the elected read."""

from django.urls import include, path

from workflow import views

urlpatterns = [
    path("remiss/<int:pk>/svara/", views.answer_public_remiss, name="answer_public_remiss"),
    path("remiss/svara/<str:token>/", views.answer_by_link, name="answer_by_link"),
    path("remiss/kvitto/<str:token>/", views.answer_receipt, name="answer_receipt"),
    path("las/", include("workflow.reading_room.urls")),
]
