"""Tags of the public pages: each prints one thing."""

from datetime import date
from html import unescape

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

from plandocs.models import Organisation
from workflow.reading.body_names import owner_of_decision
from workflow.reading.languages import has_words_of_its_own
from workflow.reading.links import safe_text
from workflow.reading.nodes import anchor_of
from workflow.reading.printed import Words

register = template.Library()


@register.simple_tag
def words_language() -> SafeString:
    """Mark an element as Swedish where the site's own words are not in the reader's language."""
    return SafeString("" if has_words_of_its_own() else ' lang="sv" dir="ltr"')


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
def anchor(block_id: object) -> str:
    """Return the address of a block on its page."""
    return anchor_of(block_id)


def _marked(element: str, words: Words) -> SafeString:
    if not words.language:
        return words.__html__()
    return format_html(
        '<{} lang="{}" dir="ltr">{}</{}>', element, words.language, words.text, element
    )
