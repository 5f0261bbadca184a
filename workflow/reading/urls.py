"""The addresses of the reading pages that are not pages in Wagtail's tree."""

from django.urls import include, path

from workflow.reading.way.views import case_way

urlpatterns = [
    path("arenden/<slug:slug>/", case_way, name="case_way"),
    path("las/", include("workflow.reading.room.urls")),
]
