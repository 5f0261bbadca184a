"""The addresses of the reading room."""

from django.urls import path

from workflow.reading.room import views

urlpatterns = [
    path("", views.list_cases, name="reading_list"),
    path("logga-in/", views.SignInView.as_view(), name="reading_login"),
    path("logga-ut/", views.SignOutView.as_view(), name="reading_logout"),
    path("skrivelse/<int:pk>.pdf", views.show_memo, name="reading_memo"),
    path("<slug:slug>/", views.show_case, name="reading_case"),
    path("<slug:slug>/text/", views.show_text, name="reading_text"),
]
