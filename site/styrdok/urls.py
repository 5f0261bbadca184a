"""Every address: Wagtail's admin, our own pages, and last the public pages in each language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from styrdok.media import serve_media
from workflow.admin.signing_in import LoginView
from workflow.reading.robots import SITEMAPS, favicon, robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/login/", LoginView.as_view()),  # before Wagtail's own
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("favicon.ico", favicon),
    path("robots.txt", robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/<path:path>", serve_media))
urlpatterns += i18n_patterns(
    path("", include("workflow.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
