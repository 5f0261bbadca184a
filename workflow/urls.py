"""The addresses outside the admin: where one reads, and where one acts without an account."""

from django.urls import include, path

urlpatterns = [
    path("", include("workflow.reading.urls")),
    path("", include("workflow.answering.urls")),
]
