"""Uploaded files on one's own machine; in production the web server in front serves them."""

from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

ASKED_FOR = "documents"
"""The folder of the attachments: Wagtail serves them, and asks first who may read them."""


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve what anybody may fetch, by whatever detour its address goes."""
    folder = normpath(path).lstrip("/").partition("/")[0]
    if folder.casefold() == ASKED_FOR:
        raise Http404
    return serve(request, path, document_root=settings.MEDIA_ROOT)
