"""What stands around a page: the menu, and the languages in which the reader can go on."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch
from django.utils.translation import get_language
from wagtail.models import Page

from workflow.reading.languages import Language, languages_of_page, languages_of_view
from workflow.reading.menu import Menu, menu_for, pages_above


@dataclass
class Frame:
    """The frame of one page of Wagtail's or of one of our own views; asked for when printed."""

    page: Page | None = None
    match: ResolverMatch | None = None

    @cached_property
    def menu(self) -> Menu:
        return menu_for(get_language() or "")

    @cached_property
    def above(self) -> list[Page]:
        return pages_above(self.page) if self.page else []

    @cached_property
    def languages(self) -> list[Language]:
        current = get_language() or ""
        if self.page is not None and self.page.pk:
            return languages_of_page(self.page, current=current)
        return languages_of_view(self.match, current=current)


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Put a frame around whatever is rendered: a context processor."""
    return {"frame": Frame(match=request.resolver_match)}


def show(request: HttpRequest, template: str, page: Page, **shown: object) -> HttpResponse:
    """Answer with a page of Wagtail's tree, in the frame of that page.

    A page may be kept by whoever asked for it as long as they check that it is the same, by its
    ETag; what else is to be said in headers is the same for all pages and said by the middleware.
    """
    return render(request, template, {"page": page, "frame": Frame(page), **shown})
