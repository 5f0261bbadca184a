"""Every address: Wagtail's admin, our own pages, and last the public pages in each language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from plandocs.reading.sitemap import SITEMAPS
from plandocs.views import favicon, robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("favicon.ico", favicon),
    path("robots.txt", robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
if settings.SERVE_MEDIA:
    # Not documents: an attachment is served by Wagtail, which asks who may read it.
    media = r"^media/(?P<path>(?!documents/).+)$"
    urlpatterns.append(re_path(media, serve, {"document_root": settings.MEDIA_ROOT}))
urlpatterns += i18n_patterns(
    path("", include("plandocs.urls")),
    path("", include("workflow.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
