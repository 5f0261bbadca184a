"""The addresses of the languages screens, below the admin's own."""

from django.urls import path

from workflow.admin.translation import screens

urlpatterns = [
    path("sprak/", screens.ListView.as_view(), name="translation_list"),
    path("sprak/<int:pk>/", screens.EditionView.as_view(), name="translation_edition"),
    path("sprak/<int:pk>/delar/", screens.PartsView.as_view(), name="translation_parts"),
    path("sprak/<int:pk>/<str:code>/borja/", screens.BeginView.as_view(), name="translation_begin"),
    path("sprak/<int:pk>/<str:code>/po/", screens.PoView.as_view(), name="translation_po"),
    path(
        "sprak/<int:pk>/<str:code>/publicera/",
        screens.PublishView.as_view(),
        name="translation_publish",
    ),
]
