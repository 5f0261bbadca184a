"""The addresses of the languages screens, below the admin's own."""

from django.urls import path

from workflow.admin import addresses  # noqa: F401 - names the numbers of rows
from workflow.admin.translation.acts import BeginView, PoView, PublishView
from workflow.admin.translation.parts import PartsView
from workflow.admin.translation.views import EditionView, ListView

EDITION = "sprak/<row:pk>"

urlpatterns = [
    path("sprak/", ListView.as_view(), name="translation_list"),
    path(f"{EDITION}/", EditionView.as_view(), name="translation_edition"),
    path(f"{EDITION}/delar/", PartsView.as_view(), name="translation_parts"),
    path(f"{EDITION}/<str:code>/borja/", BeginView.as_view(), name="translation_begin"),
    path(f"{EDITION}/<str:code>/po/", PoView.as_view(), name="translation_po"),
    path(f"{EDITION}/<str:code>/publicera/", PublishView.as_view(), name="translation_publish"),
]
