"""What a search engine may be told of: the live public pages, and the way of each case."""

from datetime import datetime
from itertools import chain

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override
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

KINDS = (HomePage, PlanIndexPage, PlanPage, PlanRevisionPage, RemissRoundPage, InformationPage)


class PublicPages(Sitemap[Page]):
    """Every page in Wagtail's tree that anybody may read."""

    def items(self) -> QuerySet[Page]:
        """Return the pages that are live and shut to nobody."""
        pages: QuerySet[Page] = Page.objects.live().public().type(*KINDS).order_by("path")
        return pages.select_related("locale")

    def location(self, item: Page) -> str:
        """Return the path of the page: the host is the one that was asked."""
        parts = item.get_url_parts()
        return str(parts[2]) if parts and parts[2] else ""

    def lastmod(self, item: Page) -> datetime | None:
        """Return when the page was last published."""
        published: datetime | None = item.last_published_at
        return published


class CaseWays(Sitemap[tuple[str, str]]):
    """The way of each case, in each language."""

    def items(self) -> list[tuple[str, str]]:
        """Return the slug of every case with the code of every language."""
        slugs = Case.objects.order_by("slug").values_list("slug", flat=True)
        languages = content_languages()
        return list(chain.from_iterable([(slug, code) for code in languages] for slug in slugs))

    def location(self, item: tuple[str, str]) -> str:
        """Return the address of the story in that language."""
        slug, code = item
        with override(code):
            return reverse("case_way", args=[slug])


SITEMAPS = {"pages": PublicPages, "cases": CaseWays}
