"""Tags of the public pages: each fetches what one page shows, or prints one thing."""

from datetime import date
from html import unescape
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from plandocs.models import (
    HomePage,
    Organisation,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    RemissRoundPage,
)
from workflow.answering.feedback.forms import FeedbackForm
from workflow.reading.edition import EditionReading, PlanReading, read_edition, read_plan
from workflow.reading.genitive import owner_of_decision
from workflow.reading.languages import (
    Language,
    has_words_of_its_own,
    languages_of_page,
    languages_of_view,
)
from workflow.reading.links import safe_text
from workflow.reading.listing import Listing, read_listing
from workflow.reading.menu import Menu, menu_for, pages_above
from workflow.reading.nodes import Words, anchor_of
from workflow.reading.remiss import RoundReading, read_round
from workflow.reading.start import StartReading, read_start

register = template.Library()


def _request(context: Context) -> HttpRequest | None:
    return context.get("request")


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[Language]:
    """Return the languages in which the reader can go on from here."""
    current = get_language() or ""
    page, request = context.get("page"), _request(context)
    if isinstance(page, Page) and page.pk:
        return languages_of_page(page, current=current)
    return languages_of_view(request.resolver_match if request else None, current=current)


@register.simple_tag
def words_language() -> SafeString:
    """Mark an element as Swedish where the site's own words are not in the reader's language."""
    return SafeString("" if has_words_of_its_own() else ' lang="sv" dir="ltr"')


@register.simple_tag
def site_menu() -> Menu:
    """Return the pages that every page links to, in the reader's language."""
    return menu_for(get_language() or "")


@register.simple_tag
def above(page: Page) -> list[Page]:
    """Return the pages above ``page``, for the line that says where the reader is."""
    return pages_above(page)


@register.simple_tag
def start_of(page: HomePage) -> StartReading:
    """Return what the start page shows today."""
    return read_start(page, on=timezone.localdate())


@register.simple_tag(takes_context=True)
def listing_of(context: Context, page: PlanIndexPage) -> Listing:
    """Return the list of documents that the reader asked for."""
    request = _request(context)
    return read_listing(page, request.GET if request else {}, on=timezone.localdate())


@register.simple_tag
def plan_of(page: PlanPage) -> PlanReading:
    """Return a plan as it is to be read today."""
    return read_plan(page, on=timezone.localdate())


@register.simple_tag
def edition_of(page: PlanRevisionPage) -> EditionReading:
    """Return one text of a plan as it is to be read today."""
    return read_edition(page, on=timezone.localdate())


@register.simple_tag
def round_of(page: RemissRoundPage) -> RoundReading:
    """Return a remiss round as it is to be read today."""
    return read_round(page, on=timezone.localdate())


@register.simple_tag
def feedback_form() -> FeedbackForm:
    """Return an empty form for feedback on accessibility."""
    return FeedbackForm()


@register.filter
def safe_richtext(source: str) -> SafeString:
    """Print a rich text field, its links resolved together."""
    return safe_text(source)


@register.filter
def plain_text(source: str) -> str:
    """Return the words of a rich text, for a place where no element can stand."""
    return " ".join(unescape(strip_tags(str(source).replace("<", " <"))).split())


@register.filter
def phrase(words: Words) -> SafeString:
    """Print words within a line, marked where they are not in the page's language."""
    return _marked("span", words)


@register.filter
def passage(words: Words) -> SafeString:
    """Print paragraphs, marked where they are not in the page's language."""
    return _marked("div", words)


@register.filter
def day(value: date | None) -> SafeString:
    """Print a day so that both people and programs can read it."""
    if value is None:
        return SafeString("")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value))


@register.filter
def owner(body: Organisation) -> str:
    """Name a body as the one whose decision it is."""
    return owner_of_decision(body)


@register.filter
def anchor(block_id: Any) -> str:
    """Return the address of a block on its page."""
    return anchor_of(block_id)


def _marked(element: str, words: Words) -> SafeString:
    if not words.language:
        return words.__html__()
    return format_html(
        '<{} lang="{}" dir="ltr">{}</{}>', element, words.language, words.text, element
    )
