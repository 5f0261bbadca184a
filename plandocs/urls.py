"""The addresses of the reading pages that are not pages in Wagtail's tree."""

from django.urls import path

from plandocs import views

urlpatterns = [
    path("arenden/<slug:slug>/", views.case_way, name="case_way"),
    path("tillganglighet/synpunkt/", views.accessibility_feedback, name="accessibility_feedback"),
    path("tillganglighet/tack/", views.feedback_thanks, name="feedback_thanks"),
]
