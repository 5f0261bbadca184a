"""Turn stored rich text into safe HTML, all links of a page at once.

Wagtail asks the database about three times for each piece of rich text that holds a link. A plan
has hundreds of pieces, so they are read together: one question for pages, one for documents.
"""

from collections.abc import Iterable, Mapping
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text.rewriters import LinkRewriter

TAGS = {
    *("p", "ul", "ol", "li", "b", "strong", "i", "em", "sup", "sub", "a", "br"),
    *("h2", "h3", "h4", "code", "s", "hr"),
}
ATTRIBUTES = {"a": {"href", "linktype", "id", "hreflang", "lang"}}
BOUNDARY = "\x1e"  # a character that neither an editor nor an importer can put into a text


def safe_texts(sources: Mapping[str, str]) -> dict[str, SafeString]:
    """Return each source as HTML that is safe to print, its internal links resolved.

    The number of database queries does not grow with the number of texts or links.
    """
    if not sources:
        return {}
    cleaned = (clean(source).replace(BOUNDARY, "") for source in sources.values())
    expanded = _rewriter()(BOUNDARY.join(cleaned)).split(BOUNDARY)
    # Cleaned by nh3 above; the rewriter puts in nothing but escaped addresses.
    return {key: mark_safe(html) for key, html in zip(sources, expanded, strict=True)}  # noqa: S308


def safe_text(source: str) -> SafeString:
    """Return one piece of rich text as HTML that is safe to print."""
    return safe_texts({"": source})[""]


def clean(source: str) -> str:
    """Keep only what an editor can write: no script, no style, no strange address."""
    if "<" not in source:
        return escape(source, quote=False)
    return nh3.clean(
        source,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _rewriter() -> LinkRewriter:
    return LinkRewriter(bulk_rules={"page": _page_links, "document": _document_links})


def _page_links(tags: list[dict[str, str]]) -> list[str]:
    """Point at the page in the reader's language where there is one, else at the page itself."""
    wanted = _ids(tags)
    pages = list(
        Page.objects.live()
        .filter(translation_key__in=Page.objects.filter(pk__in=wanted).values("translation_key"))
        .select_related("locale")
    )
    own = {page.pk: page for page in pages}
    language = get_language()
    localized = {
        page.translation_key: page for page in pages if page.locale.language_code == language
    }
    addresses: dict[int, str] = {}
    for pk in wanted:
        if page := own.get(pk):
            addresses[pk] = localized.get(page.translation_key, page).url or ""
    return [_opening_tag(tag, addresses) for tag in tags]


def _document_links(tags: list[dict[str, str]]) -> list[str]:
    documents = get_document_model().objects.filter(pk__in=_ids(tags))
    addresses = {document.pk: document.url for document in documents}
    return [_opening_tag(tag, addresses) for tag in tags]


def _ids(tags: Iterable[dict[str, str]]) -> set[int]:
    return {int(tag["id"]) for tag in tags if tag.get("id", "").isdecimal()}


def _opening_tag(tag: dict[str, str], addresses: Mapping[int, str]) -> str:
    number = tag.get("id", "")
    address = addresses.get(int(number)) if number.isdecimal() else None
    return f'<a href="{escape(address)}">' if address else "<a>"
