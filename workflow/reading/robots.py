"""What programs ask for by themselves: robots.txt, the sitemap and the site's mark."""

from datetime import datetime
from itertools import chain

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Page

from plandocs.models import (
    Case,
    HomePage,
    InformationPage,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    RemissRoundPage,
)
from workflow.reading.languages import content_languages


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead those who ask without reading the page's head to our mark."""
    return redirect(static("img/mark.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of the officials' screens, and show them the list of pages."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


KINDS = (HomePage, PlanIndexPage, PlanPage, PlanRevisionPage, RemissRoundPage, InformationPage)


class PublicPages(Sitemap[Page]):
    """Every page in Wagtail's tree that anybody may read."""

    def items(self) -> QuerySet[Page]:
        pages: QuerySet[Page] = Page.objects.live().public().type(*KINDS).order_by("path")
        return pages.select_related("locale")

    def location(self, item: Page) -> str:
        """Return the path of the page: the host is the one that was asked."""
        parts = item.get_url_parts()
        return str(parts[2]) if parts and parts[2] else ""

    def lastmod(self, item: Page) -> datetime | None:
        published: datetime | None = item.last_published_at
        return published


class CaseWays(Sitemap[tuple[str, str]]):
    """The way of each case, in each language."""

    def items(self) -> list[tuple[str, str]]:
        slugs = Case.objects.order_by("slug").values_list("slug", flat=True)
        languages = content_languages()
        return list(chain.from_iterable([(slug, code) for code in languages] for slug in slugs))

    def location(self, item: tuple[str, str]) -> str:
        slug, code = item
        with override(code):
            return reverse("case_way", args=[slug])


SITEMAPS = {"pages": PublicPages, "cases": CaseWays}
